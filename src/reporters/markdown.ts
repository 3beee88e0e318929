import { harmless } from "../core/harmless.js";

/** A table of GitHub-flavoured Markdown; what stands in it is text. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plainText).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

/** Text on one line in which nothing is Markdown, HTML or a mention of somebody. */
export function plainText(text: string): string {
  const line = harmless(text).replace(/\s+/g, " ");
  return line
    .replace(/[\\|*_[\]~#!]|`+/g, (marks) => [...marks].map((mark) => `\\${mark}`).join(""))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;");
}
