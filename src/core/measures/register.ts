import { wordsOf } from "../words.js";
import { isCode } from "./code.js";

/** A text shorter than this shows no manner. */
const FEWEST_WORDS = 15;
/** One cue may slip into any text. */
export const CUES = 2;

/**
 * The manner of an English text by countable cues: casual with at least two of contractions, greetings and words of
 * talk, and more of them than of formal ones; formal the other way round; else neutral. Null for code and for texts
 * of under 15 words. The cues are of the kinds that tell formality in Pavlick and Tetreault (2016), TACL 4, 61-74.
 */
export function registerOf(text: string): "casual" | "neutral" | "formal" | null {
  if (wordsOf(text).length < FEWEST_WORDS || isCode(text)) return null;
  const { casual, formal } = registerCues(text);
  if (casual >= CUES && casual > formal) return "casual";
  return formal >= CUES && formal > casual ? "formal" : "neutral";
}

/** How many cues of either manner an English text has. Counts, 0 or more. */
export function registerCues(text: string): { casual: number; formal: number } {
  const words = wordsOf(text);
  return {
    casual: words.filter((word) => CASUAL.has(word) || CONTRACTION.test(word)).length,
    formal: words.filter((word) => FORMAL.has(word)).length + phraseCount(words),
  };
}

function phraseCount(words: readonly string[]): number {
  const line = ` ${words.join(" ")} `;
  return FORMAL_PHRASES.filter((phrase) => line.includes(` ${phrase} `)).length;
}

const CONTRACTION =
  /^(?:\p{L}+(?:n't|'ll|'re|'ve|'d|'m)|(?:it|that|there|here|what|who|where|how|he|she|let|this|everything|nobody|everyone)'s)$/u;

const CASUAL = new Set(
  `hi hiya hey oi yo ta thx cheers nope yep yeah yup nah gonna wanna gotta kinda sorta dunno lemme ok okay lol btw pls plz
  mate mates folks guys lads bloke blokes bye awesome cool stuff loads wow oops`.split(/\s+/),
);
const FORMAL = new Set(
  `dear sir madam mr mrs ms sincerely faithfully respectfully shall hereby herewith kindly whom pursuant therefore
  furthermore moreover henceforth grateful gladly obliged assist suffice enquire concerning regarding`.split(/\s+/),
);
const FORMAL_PHRASES = [
  "kind regards",
  "warm regards",
  "in accordance with",
  "i should be",
  "we should be",
  "i should like",
  "look forward to",
  "might you",
  "might i",
  "may i",
  "please accept",
];
