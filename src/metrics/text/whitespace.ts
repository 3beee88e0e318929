/**
 * The words of a text between white space, with their punctuation. As Python's `str.split()`, but for the control characters
 * U+001C to U+001F and U+0085 (white space to Python alone) and U+FEFF (to JavaScript alone).
 */
export function splitOnSpace(text: string): string[] {
  return text.match(/\S+/gu) ?? [];
}
