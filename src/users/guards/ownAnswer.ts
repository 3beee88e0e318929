import { normalised, sentencesOf } from "../../core/words.js";

/** What answers a question about a thing rather than saying more about the one who asks. */
const ANSWERS = [
  /^(?:yes|no|yep|nope|certainly|of course|absolutely|sure|indeed)[,.!:;–-]* (?:it|they|there|he|she|that|we|you|the)\b/,
  /^(?:yes|no|certainly|of course|absolutely)[.!]*$/,
  /^(?:it|they|that|the \p{L}+(?: \p{L}+)?)(?:'s| is| are| costs?| opens?| closes?| starts?| takes?| comes to| has| seats?| runs?)\b.*(?:\d|\b(?:open|free|available|included|located|near|next to|minutes|euros?|pounds?)\b)/u,
  /^(?:the answer|great|good) (?:is|question)\b/,
  /^(?:we|i) (?:are|'re|have|'ve|can|recommend|suggest)\b.*\byou\b/,
];

/** What only the person can say is no answer: "is it loud? it is for my mother". */
const PERSONAL = /\b(?:i|i'm|i'd|i've|me|my|mine|we|us|our|or|right|else|because)\b/;

/** Whether a turn asks and then answers itself, as a model does that plays both sides. */
export function answersItself(text: string): boolean {
  const sentences = sentencesOf(normalised(text));
  return sentences.some((sentence, at) => {
    const next = sentences[at + 1];
    if (!sentence.endsWith("?") || next === undefined || next.endsWith("?")) return false;
    return !PERSONAL.test(next) && ANSWERS.some((answer) => answer.test(next));
  });
}
