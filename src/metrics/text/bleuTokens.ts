import { splitOnSpace } from "./whitespace.js";

/** What makes a text into tokens. */
export type Tokenize = (text: string) => string[];

/**
 * The tokens of `mteval-v13a`: entities read, ASCII punctuation set apart, but for dots and commas inside numbers, hyphens
 * inside words and apostrophes. Source: sacreBLEU's `13a`, its default, after NIST's `mteval-v13a.pl`.
 */
export function tokenize13a(text: string): string[] {
  const plain = text
    .trimEnd()
    .replaceAll("<skipped>", "")
    .replaceAll("-\n", "")
    .replaceAll("\n", " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
  const apart = ` ${plain} `
    .replace(/([{-~[-` -&(-+:-@/])/gu, " $1 ")
    .replace(/([^0-9])([.,])/gu, "$1 $2 ")
    .replace(/([.,])([^0-9])/gu, " $1 $2")
    .replace(/([0-9])(-)/gu, "$1 $2 ");
  return splitOnSpace(apart);
}

/**
 * The tokens of `mteval-v14`: punctuation and symbols of all scripts set apart, but for punctuation between digits.
 * Source: sacreBLEU's `intl`.
 */
export function tokenizeInternational(text: string): string[] {
  const apart = text
    .trimEnd()
    .replace(/(\P{N})(\p{P})/gu, "$1 $2 ")
    .replace(/(\p{P})(\P{N})/gu, " $1 $2")
    .replace(/(\p{S})/gu, " $1 ");
  return splitOnSpace(apart);
}
