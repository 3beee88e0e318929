/** What a reply delivers to be sent or kept: the text between its fences, joined where there are several; null where there are none. */
export function artifactOf(text: string): string | null {
  const blocks = [...text.matchAll(FENCED)].map(([, body = ""]) => body.replace(/\s+$/, ""));
  return blocks.length === 0 ? null : blocks.join("\n\n");
}

/** A reply without what it delivers. */
export function withoutArtifacts(text: string): string {
  return text.replace(FENCED, " ").trim();
}

// A fence opens and closes a line; one that is never closed runs to the end.
const FENCED = /^[ \t]*```[^\n`]*\n([\s\S]*?)(?:^[ \t]*```[ \t]*$|(?![\s\S]))/gm;
