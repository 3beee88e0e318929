import { splitOnSpace } from "./whitespace.js";

/**
 * The words that measures of lexical diversity count: lower case, digits, hyphens and dashes dropped, other ASCII punctuation
 * taken for white space ("hyphen-here" is one word). As the Python package LexicalRichness 0.5.
 */
export function lexicalWords(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/[0-9–—-]/gu, "")
    .replace(/[!-/:-@[-`{-~]/gu, " ");
  return splitOnSpace(plain);
}
