import { graphemes, widthOf } from "./text.js";

/** A text in lines of at most so many columns. Its own newlines and indents stay; a word too long for a line is torn. */
export function wrapped(text: string, columns: number): string[] {
  const width = Math.max(2, columns);
  return text.split("\n").flatMap((paragraph) => wrappedParagraph(paragraph.trimEnd(), width));
}

function wrappedParagraph(paragraph: string, width: number): string[] {
  if (widthOf(paragraph) <= width) return [paragraph];
  const lines: string[] = [];
  let line = "";
  for (const word of words(paragraph)) {
    const joined = line + word;
    if (widthOf(joined.trimEnd()) <= width) {
      line = joined;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    const pieces = torn(word.trimStart(), width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** Words with the spaces before them, so that an indent stays. */
function words(paragraph: string): string[] {
  return paragraph.match(/\s*\S+/g) ?? [];
}

function torn(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const part of graphemes(word)) {
    if (widthOf(piece + part) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += part;
  }
  return [...pieces, piece];
}
