/** The words of a text, normalised (NFKC, lower case without locale), without punctuation. */
export function wordsOf(text: string): string[] {
  return normalised(text).match(WORD) ?? [];
}

/** The sentences of a text, trimmed, with their closing punctuation. Line breaks end a sentence, a dot inside `2.50` does not. */
export function sentencesOf(text: string): string[] {
  const parts = text.match(SENTENCE) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The text in one form: NFKC, straight apostrophes, lower case by code point (no locale: Turkish has another i). */
export function normalised(text: string): string {
  return text.normalize("NFKC").replace(/[’‘]/g, "'").toLowerCase();
}

// Letters with their marks and digits; apostrophes, hyphens, dots and commas inside a word or number.
const WORD = /[\p{L}\p{M}\p{N}]+(?:['.,-][\p{L}\p{M}\p{N}]+)*/gu;
// A run of stops is read from its start only: from each of its places it would be read to its end.
const SENTENCE = /(?:[^.!?…\n]|(?<![.!?…])[.!?…]+(?=[^\s.!?…]))+[.!?…]*/gu;
