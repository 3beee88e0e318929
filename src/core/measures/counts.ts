import { sentencesOf, wordsOf } from "../words.js";

/** Words of a text, as `wordsOf` sees them: a number counts, a rule of dashes does not. A count, 0 or more. */
export function wordCount(text: string): number {
  return wordsOf(text).length;
}

/** Sentences of a text that hold a word; a line break ends one. A count, 0 or more. */
export function sentenceCount(text: string): number {
  return sentencesOf(text).filter((sentence) => wordsOf(sentence).length > 0).length;
}

/** Emoji of a text, a sequence such as a flag or a family for one (Unicode TR 51, RGI set). A count, 0 or more. */
export function emojiCount(text: string): number {
  return text.match(EMOJI)?.length ?? 0;
}

/** Lines that are items of a list: after `-`, `*`, `+`, `•`, `1.` or `1)`. A count, 0 or more. */
export function bulletCount(text: string): number {
  return text.match(ITEM)?.length ?? 0;
}

const EMOJI = /\p{RGI_Emoji}/gv;
const ITEM = /^[ \t]*(?:[-*+•–]|\d{1,3}[.)])[ \t]+\S/gmu;
