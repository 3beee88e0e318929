const row = (cells) => console.log(`| ${cells.join(" | ")} |`);

/** Prints a table of Markdown, and a blank line behind it. */
export function table(head, rows) {
  row(head);
  row(head.map(() => "---"));
  for (const cells of rows) row(cells);
  console.log();
}
