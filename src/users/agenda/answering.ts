import { hasPhrase } from "../../core/phrases.js";
import { remembered } from "../../core/remembered.js";
import { normalised, wordsOf } from "../../core/words.js";
import type { Item } from "../../schema/catalog.js";
import { ABOUT_IT, UNKNOWN } from "./cues.js";
import type { Listening } from "./hearing.js";

/**
 * Requests that a text answers: by one of the item's own details, by words about it that are no question, or, where
 * just one thing was asked, by a statement with a figure, a day or an hour in it. Of an item just `offered`
 * only its own details answer: its praise has words like theirs.
 */
export function answeredIn(
  sentences: readonly string[],
  { catalog, item: known, requested }: Listening,
  offered: Item | null,
): string[] {
  const item = offered ?? known;
  const fresh = offered !== null && offered !== known;
  const said = statementsIn(sentences)
    .filter((sentence) => !UNKNOWN.test(normalised(sentence)))
    .join(" ");
  const spoken = Object.entries(catalog.requests)
    .filter(([request, { cues }]) => {
      const details = item?.details[request] ?? [];
      return (
        details.some((detail) => said.includes(detail)) ||
        (item !== null && !fresh && hasPhrase(said, withPlurals(cues)))
      );
    })
    .map(([request]) => request);
  const [only] = requested;
  const inferred = !fresh && requested.length === 1 && only !== undefined && FIGURE.test(said) ? [only] : [];
  return [...new Set([...spoken, ...inferred])];
}

const FIGURE =
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:noon|midnight|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred)\b/i;

/** Whether a text says something about the item under discussion in the words of the catalog. */
export function describes(text: string, item: Item): boolean {
  return [...item.pitch, ...Object.values(item.points).flat()].some((words) => text.includes(words));
}

/** Whether what follows a question about an item answers it somehow: speaks of it, has no answer, or says a good deal. */
export function replies(sentences: readonly string[]): boolean {
  return statementsIn(sentences).some((sentence) => {
    const words = normalised(sentence);
    return ABOUT_IT.test(words) || UNKNOWN.test(words) || wordsOf(words).length >= ANSWER;
  });
}

/** So many words in a row are an answer, whatever is in them. */
const ANSWER = 6;

const withPlurals = remembered((cues: readonly string[]) => cues.flatMap((cue) => [cue, `${cue}s`]));

const statementsIn = (sentences: readonly string[]) => sentences.filter((sentence) => !sentence.endsWith("?"));
