import type { Draws } from "../../core/draws.js";
import type { Style } from "../../schema/persona.js";

/** The three manners of speech that wordings are written for. */
export type Band = "casual" | "neutral" | "formal";

export function bandOf({ formality }: Pick<Style, "formality">): Band {
  return formality < 0.35 ? "casual" : formality < 0.7 ? "neutral" : "formal";
}

/** Writes a turn the way this person does: contractions, casing, punctuation, emoji where it is not serious, the odd slip of the fingers. */
export function inStyle(text: string, style: Style, draws: Draws, serious = false): string {
  const joined = style.formality >= 0.75 ? expanded(text) : text;
  const closed = punctuated(sentenceCase(joined), style, draws);
  const cased = style.casing === "lower" ? closed.toLowerCase() : closed;
  const slipped = withTypos(cased, style.typos, draws);
  return !serious && style.emoji > 0 && draws.chance("style.emoji", style.emoji)
    ? `${slipped} ${draws.pick("style.emoji", EMOJI)}`
    : slipped;
}

const EMOJI = ["🙂", "😄", "🙏", "👍", "✨", "😅"];

/** In this order. Where the subject stands behind ("isn't it") the short form stays. */
const EXPANSIONS: readonly [RegExp, string][] = [
  [/\b(I|[Ww]e)'ll\b/g, "$1 shall"],
  [/(\p{L})'ll\b/gu, "$1 will"],
  [/\bI'm\b/g, "I am"],
  [/(\p{L})'(?:d better)\b/gu, "$1 had better"],
  [/\b(I|you|he|she|we|they|it|that)'d\b/gi, "$1 would"],
  [/(\p{L})'ve\b/gu, "$1 have"],
  [/(\p{L})'re\b/gu, "$1 are"],
  [/\b(ca|Ca)n't\b(?! (?:I|you|he|she|it|we|they|one)\b)/g, "$1nnot"],
  [/\b(w|W)on't\b(?! (?:I|you|he|she|it|we|they|one)\b)/g, "$1ill not"],
  [/\b(\p{L}+)n't\b(?<!\b[Cc]an't|\b[Ww]on't)(?! (?:I|you|he|she|it|we|they|one|that|there|this)\b)/gu, "$1 not"],
  [/\b([Ll])et's\b/g, "$1et us"],
  [/\b(it|that|there|here|what|who|he|she|how|where)'s (been|got)\b/gi, "$1 has $2"],
  [/\b(it|that|there|here|what|who|he|she|how|where)'s\b/gi, "$1 is"],
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
