import { askedSlots } from "../../core/askedSlots.js";
import { hasPhrase } from "../../core/phrases.js";
import { normalised, sentencesOf } from "../../core/words.js";
import type { Vocabulary } from "../../core/world.js";
import type { HeardAct } from "../../schema/act.js";
import type { Catalog, Item } from "../../schema/catalog.js";

/** What a user listens for. */
export interface Listening {
  slots: Vocabulary;
  catalog: Catalog;
  /** What could be offered now. */
  options: readonly Item[];
  /** The item under discussion. */
  item: Item | null;
}

const NO_OFFER = [
  "nothing fits",
  "none of them",
  "none of these",
  "nothing that fits",
  "can't offer",
  "cannot offer",
  "have nothing",
  "no match",
  "nothing suitable",
  "unable to find",
  "couldn't find",
];
const MORE = ["anything else", "something else", "what else", "else i can"];
const REPEAT = [
  "say that again",
  "didn't catch",
  "did not catch",
  "pardon",
  "come again",
  "rephrase",
  "what do you mean",
];
const BYE = ["goodbye", "take care", "bye", "have a good"];
const GREET = ["good morning", "good evening", "good afternoon", "hello", "hi there", "welcome"];

const CONFIRM = [
  ...[
    "thank you",
    "thanks",
    "understood",
    "noted",
    "got it",
    "got that",
    "makes it clearer",
    "helps",
    "useful to know",
    "good to know",
  ],
  ...[
    "in mind",
    "into account",
    "go by that",
    "guided by that",
    "glad",
    "settled",
    "decided",
    "sorted",
    "then we have it",
    "very good",
    "all right",
  ],
  ...[
    "pleasure",
    "welcome",
    "of course",
    "that's that",
    "there we are",
    "good to hear",
    "one thing done",
    "i'm sorry",
    "i am sorry",
  ],
];

/** The acts in an assistant's free text; none where it parses to nothing. Fenced parts are artifacts, not talk. */
export function hear(text: string, listening: Listening): HeardAct[] {
  const talk = text.replace(/```[\s\S]*?(```|$)/g, " ").trim();
  const sentences = sentencesOf(talk);
  const acts: HeardAct[] = [];
  if (sentences.some((sentence) => hasPhrase(sentence, NO_OFFER))) acts.push({ intent: "no-offer" });
  for (const item of recommended(talk, listening.options)) acts.push({ intent: "recommend", item: item.id });
  for (const request of answered(talk, listening)) acts.push({ intent: "inform", request });
  if (describes(talk, listening.item)) acts.push({ intent: "inform", item: (listening.item as Item).id });
  for (const slot of askedSlots(sentences, listening.slots)) acts.push({ intent: "request", slot });
  if (hasPhrase(talk, REPEAT)) acts.push({ intent: "repeat" });
  if (hasPhrase(talk, MORE)) acts.push({ intent: "more" });
  if (acts.length === 0 && hasPhrase(talk, CONFIRM)) acts.push({ intent: "confirm" });
  if (acts.length === 0 && hasPhrase(talk, GREET)) acts.push({ intent: "greet" });
  if (acts.length === 0 && hasPhrase(talk, BYE)) acts.push({ intent: "bye" });
  if (acts.length === 0 && text.includes("```")) acts.push({ intent: "inform" });
  return acts;
}

/** Items named in a text, where not in a negation ("not Tasca Verde"), in order of naming. */
function recommended(text: string, options: readonly Item[]): Item[] {
  const lowered = normalised(text);
  const placed = options
    .map((item) => ({ item, at: lowered.indexOf(normalised(item.name)) }))
    .filter(({ at }) => at >= 0);
  const negated = (at: number) =>
    /\b(not|instead of|rather than|forget)\s+(the\s+)?$/.test(lowered.slice(Math.max(0, at - 20), at));
  return placed
    .filter(({ at }) => !negated(at))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** Whether a text says something about the item under discussion, named or not. */
function describes(text: string, item: Item | null): boolean {
  return item !== null && [...item.pitch, ...Object.values(item.points).flat()].some((words) => text.includes(words));
}

/** Requests that a text answers: one of the item's own details, or words about it that are no question. */
function answered(text: string, { catalog, item }: Listening): string[] {
  const statements = sentencesOf(text).filter((sentence) => !sentence.endsWith("?"));
  return Object.entries(catalog.requests)
    .filter(([request, { cues }]) => {
      const details = item?.details[request] ?? [];
      return (
        details.some((detail) => text.includes(detail)) || statements.some((sentence) => hasPhrase(sentence, cues))
      );
    })
    .map(([request]) => request);
}
