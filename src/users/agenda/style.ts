import type { Draws } from "../../core/draws.js";
import { wordsOf } from "../../core/words.js";
import type { Style } from "../../schema/persona.js";

/** The three manners of speech that wordings are written for. */
export type Band = "casual" | "neutral" | "formal";

export function bandOf({ formality }: Pick<Style, "formality">): Band {
  return formality < 0.35 ? "casual" : formality < 0.7 ? "neutral" : "formal";
}

/** Writes a turn the way this person does: contractions, casing, punctuation, emoji, the odd slip of the fingers. */
export function inStyle(text: string, style: Style, draws: Draws): string {
  const joined = style.formality >= 0.75 ? expanded(text) : text;
  const closed = punctuated(sentenceCase(joined), style, draws);
  const cased = style.casing === "lower" ? closed.toLowerCase() : closed;
  const slipped = withTypos(cased, style.typos, draws);
  return style.emoji > 0 && draws.chance("style.emoji", style.emoji)
    ? `${slipped} ${draws.pick("style.emoji", EMOJI)}`
    : slipped;
}

/** How many words a person still has room for in a turn. */
export function roomFor(parts: readonly string[], style: Style): number {
  return style.words_per_turn[1] - parts.reduce((sum, part) => sum + wordsOf(part).length, 0);
}

const EMOJI = ["🙂", "😄", "🙏", "👍", "✨", "😅"];

const EXPANSIONS: readonly [RegExp, string][] = [
  [/\bI'm\b/g, "I am"],
  [/\bI'd\b/g, "I would"],
  [/\bI'll\b/g, "I shall"],
  [/\bI've\b/g, "I have"],
  [/\bdon't\b/g, "do not"],
  [/\bdoesn't\b/g, "does not"],
  [/\bcan't\b/g, "cannot"],
  [/\bwon't\b/g, "will not"],
  [/\bisn't\b/g, "is not"],
  [/\b(it|that)'s been\b/gi, "$1 has been"],
  [/\bit's\b/g, "it is"],
  [/\bIt's\b/g, "It is"],
  [/\bthat's\b/g, "that is"],
  [/\bThat's\b/g, "That is"],
];

function expanded(text: string): string {
  return EXPANSIONS.reduce((line, [short, long]) => line.replace(short, long), text);
}

function sentenceCase(text: string): string {
  return text.replace(/(^|[.!?]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function punctuated(text: string, { punctuation }: Style, draws: Draws): string {
  const closed = /[.!?…]$/.test(text) ? text : `${text}.`;
  if (punctuation === "tidy") return closed;
  const open = closed.replace(/\.$/, "");
  if (punctuation === "loose") return draws.chance("style.punctuation", 0.6) ? open : closed;
  return open
    .replace(/[!.]+(\s+)/g, ",$1")
    .replace(/[!.]+$/, "")
    .replace(/'/g, (mark) => (draws.chance("style.apostrophe", 0.5) ? "" : mark));
}

/** Two neighbouring letters change places inside a longer word, at the given rate per word. */
function withTypos(text: string, rate: number, draws: Draws): string {
  if (rate === 0) return text;
  return text.replace(/\p{Ll}{5,}/gu, (word) => {
    if (!draws.chance("style.typo", rate)) return word;
    const at = 1 + Math.floor(draws.number("style.typo.at") * (word.length - 3));
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });
}
