import type { Draws } from "../core/draws.js";

/** The blanks of a template: `{word}`, or `{3..9}` for a whole number. */
const BLANK = /\{([\w-]+|\d+\.\.\d+)\}/g;

/** The words of a template's blanks, numbers apart. */
export function blanksIn(template: string): string[] {
  return [...template.matchAll(BLANK)].map(([, word]) => word as string).filter((word) => !word.includes(".."));
}

/** A template with its blanks filled: numbers drawn, words asked for. It begins as a sentence does. */
export function filled(template: string, draws: Draws, wordFor: (blank: string) => string): string {
  const text = template.replace(BLANK, (_, blank: string) => {
    const [low, high] = blank.split("..");
    if (high === undefined) return wordFor(blank);
    return String(Math.floor(draws.within("numbers", [Number(low), Number(high) + 1])));
  });
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
