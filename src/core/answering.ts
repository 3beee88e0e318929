import { clausesOf } from "./clauses.js";
import { sentencesOf, wordsOf } from "./words.js";

/** How a reply meets a question about the person, whatever its words. */
export type Answering = "declines" | "states" | "silent";

/**
 * Whether a reply to a question about the person says that the answer is not known, states one in whatever words, or does
 * neither. A denial of knowing anywhere declines. A statement is a clause about the person, one about what was asked
 * (`it's…`, `that would be…`), or a bare answer of a few words. Rules for English, not a parser.
 */
export function answeringOf(text: string): Answering {
  const sentences = sentencesOf(text);
  if (sentences.some((sentence) => DECLINING.test(sentence))) return "declines";
  return sentences.some(states) ? "states" : "silent";
}

function states(sentence: string): boolean {
  if (sentence.endsWith("?")) return false;
  const said = clausesOf(sentence, "you").filter(({ mood, past }) => mood === "said" && !past);
  if (said.some(({ standing, words }) => standing === "person" && !PROMPTING.test(words.join(" ")))) return true;
  if (said.some(({ words }) => POINTING.test(words.join(" ")))) return true;
  const bare = sentence.replace(/^[^:]*:/, "");
  const { length } = wordsOf(bare);
  return length > 0 && length <= BARE && !SPEAKER.test(bare);
}

/** Words of an answer without a verb: `O positive.` */
const BARE = 4;
const POINTING =
  /^(?:\w+,? ){0,4}?(?:it's|it is|that's|that is|that would be|it would be|that'd be|it must be|it was)\b/;
const SPEAKER = /\b(?:i|i'm|i'll|i'd|i've|me|my|we|let's|sorry|thanks?|please|sure|good|fine|right|okay|ok)\b/i;
/** What the person is to do or has just done says nothing that is true of them. */
const PROMPTING =
  /\b(?:thank you|tell me|let me know|(?:you|you'll|you'd) (?:could|can|may|might|would|have to|need to|want to)|as you (?:say|wish|like)|you (?:asked|ask))\b/;

const KNOWING =
  "know|known|tell|told|say|said|mention\\w*|record\\w*|noted?|notes?|information|info|details?|data|idea|recall|remember|find|found|hear|heard|sure|certain|answer|learn\\w*|learnt|share\\w*|aware|came up|come up|comes up|written|listed|guess|access|clue|word|memory|see";
/** A negation with a word of knowing after it, or words that say by themselves that something is not known. */
const DECLINING = new RegExp(
  `\\b(?:no|not|nothing|never|nobody|neither|none|cannot|without|too little|\\w+n['’]t)\\b(?:[ ,]+[\\w'’]+){0,6}? (?:${KNOWING})\\b|\\bknow (?:too little|nothing|no)\\b|\\b(?:unknown|unsure|unclear|uncertain|unaware|guessing|blank|in the dark|escapes me|beyond me|need (?:more|to (?:know|hear|ask|learn|find))|missing|silent|untold|yet to|only you|(?:please|just|do) tell me|tell me,|let me know|(?:you|you'd|you'll) (?:would |will )?(?:have|need) to (?:tell|say|ask|check|fill)|nothing (?:on|about)|no such)\\b`,
  "iu",
);
