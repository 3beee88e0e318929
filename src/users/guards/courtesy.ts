import { normalised, sentencesOf, wordsOf } from "../../core/words.js";

/** So many words of courtesy and nothing else: models thank at length, people are brief. */
const EFFUSIVE = 9;
/** So many make thanks that call for an answer. */
const SPELT_OUT = 3;

/** Sentences that only thank, praise or part. */
const COURTESY = [
  /^(?:\p{L}+[,!]? ){0,3}(?:thanks?|thank you|thx|cheers|many thanks|much appreciated)\b/u,
  /^(?:i |we )?(?:really |truly |so |very much |greatly |deeply )*(?:appreciate|am grateful|are grateful)\b/,
  /^(?:i(?:'m| am)) (?:so |very |truly |really |most )?(?:grateful|thankful)\b/,
  /^(?:you(?:'ve| have)|you were|you are|you're|this (?:was|is|has been)|that (?:was|is|has been)|that's|it was)(?: been)? (?:\p{L}+ly |so |very |such |most |a |an |all |just )*(?:help(?:ful)?|kind|wonderful|great|amazing|lovely|perfect|fantastic|patient|thoughtful|pleasure|clear|excellent|delight|joy)\b/u,
  /^(?:have an?|wishing you|all the best|take care|you too|same to you|bye|goodbye|good ?night|until next|see you|best wishes|kind regards)\b/,
  /^(?:great|perfect|wonderful|excellent|fantastic|lovely|amazing|awesome|sounds (?:great|good|perfect|wonderful)|very kind)(?:[,!.]|$)/,
  /^(?:it(?:'s| is| was| has been)) (?:been )?(?:a |an |such a )?(?:real |great |true )?(?:pleasure|joy|delight)\b/,
  /^(?:i )?(?:could(?:n't| not) (?:have asked|ask) for|look(?:ing)? forward to (?:it|talking|our next|hearing))/,
];

/** What still wants something: a question, or a word that brings the matter on. */
const MATTER =
  /\?|\b(?:but|although|except|instead|please (?:book|send|make|show|tell|give)|i(?:'ll| will) (?:take|go|have)|let's|need|want|how|what|where|when|which|could you|can you|would you)\b/;

/** Whether a turn is courtesy at length, or says thanks to an answer to thanks. */
export function isCourtesyAlone(text: string, before: readonly string[]): boolean {
  if (!isCourteous(text)) return false;
  const last = before.at(-1) ?? "";
  return wordsOf(text).length >= EFFUSIVE || (isCourteous(last) && [last, text].every(thanks));
}

const thanks = (text: string) =>
  wordsOf(text).length >= SPELT_OUT && /\b(?:thank|thanks|thx|cheers|appreciate|grateful)\b/.test(normalised(text));

function isCourteous(text: string): boolean {
  const sentences = sentencesOf(normalised(text)).map((sentence) => sentence.replace(/^[^\p{L}]+/u, ""));
  const spoken = sentences.filter((sentence) => wordsOf(sentence).length > 0);
  return spoken.length > 0 && spoken.every((line) => !MATTER.test(line) && COURTESY.some((kind) => kind.test(line)));
}
