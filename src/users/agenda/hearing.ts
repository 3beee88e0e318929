import { withoutArtifacts } from "../../core/artifact.js";
import { askedSlots } from "../../core/askedSlots.js";
import { claimsIn, isAboutPerson, type Lexicon } from "../../core/claims.js";
import { findPhrases, hasPhrase } from "../../core/phrases.js";
import { sentencesOf, wordsOf } from "../../core/words.js";
import type { Vocabulary } from "../../core/world.js";
import type { HeardAct } from "../../schema/act.js";
import type { Catalog, Item } from "../../schema/catalog.js";
import { ACKNOWLEDGED, ELICITED, FAREWELL, GREETED, MORE, NO_OFFER, SAY_AGAIN, SET_ASIDE } from "./cues.js";

/** What a user listens for. */
export interface Listening {
  slots: Vocabulary;
  /** The ways in which an assistant speaks of a person. */
  tells: Lexicon;
  catalog: Catalog;
  /** What could be offered now. */
  options: readonly Item[];
  /** The item under discussion. */
  item: Item | null;
  /** What the user asked of it in the turn before. */
  requested: readonly string[];
}

/** The acts in an assistant's free text; none where it parses to nothing. Fenced parts are artifacts, not talk. */
export function hear(text: string, listening: Listening): HeardAct[] {
  const talk = withoutArtifacts(text);
  const sentences = sentencesOf(talk);
  const acts: HeardAct[] = [];
  if (hasPhrase(talk, NO_OFFER)) acts.push({ intent: "no-offer" });
  for (const item of recommended(talk, listening.options)) acts.push({ intent: "recommend", item: item.id });
  for (const request of answered(sentences, listening)) acts.push({ intent: "inform", request });
  if (describes(talk, listening.item)) acts.push({ intent: "inform", item: (listening.item as Item).id });
  acts.push(...claimed(talk, listening));
  acts.push(...asked(sentences, listening.slots));
  if (hasPhrase(talk, ELICITED) && !acts.some(({ intent }) => ASKS.has(intent))) acts.push({ intent: "request" });
  if (hasPhrase(talk, SAY_AGAIN)) acts.push({ intent: "repeat" });
  if (hasPhrase(talk, MORE)) acts.push({ intent: "more" });
  if (acts.length > 0) return acts;
  if (text.includes("```")) return [{ intent: "inform" }];
  if (hasPhrase(talk, ACKNOWLEDGED)) return [{ intent: "ack" }];
  if (hasPhrase(talk, GREETED)) return [{ intent: "greet" }];
  return hasPhrase(talk, FAREWELL) ? [{ intent: "bye" }] : [];
}

const ASKS = new Set<HeardAct["intent"]>(["request", "select"]);

/** Items named in a text, in order of naming, where they are not set aside ("not Tasca Verde", "rather than"). */
function recommended(text: string, options: readonly Item[]): Item[] {
  const clauses = text.split(/[,;:.!?–—\n]\s*/);
  const named = clauses.flatMap((clause) =>
    options
      .flatMap((item) =>
        findPhrases(clause, [item.name.replace(/^(?:the|an?) /i, "")]).map((found) => ({ ...found, item })),
      )
      .filter(({ negated, at }) => !negated && !setAside(clause, at))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item),
  );
  return [...new Set(named)];
}

function setAside(clause: string, at: number): boolean {
  return hasPhrase(
    wordsOf(clause)
      .slice(Math.max(0, at - 3), at)
      .join(" "),
    SET_ASIDE,
  );
}

/** Whether a text says something about the item under discussion, named or not. */
function describes(text: string, item: Item | null): boolean {
  return item !== null && [...item.pitch, ...Object.values(item.points).flat()].some((words) => text.includes(words));
}

/**
 * Requests that a text answers: by one of the item's own details, by words about it that are no question, or, where
 * just one thing was asked, by a statement with a figure, a day or an hour in it.
 */
function answered(sentences: readonly string[], { catalog, item, requested }: Listening): string[] {
  const statements = sentences.filter((sentence) => !sentence.endsWith("?"));
  const said = statements.join(" ");
  const spoken = Object.entries(catalog.requests)
    .filter(([request, { cues }]) => {
      const details = item?.details[request] ?? [];
      return details.some((detail) => said.includes(detail)) || (item !== null && hasPhrase(said, cues));
    })
    .map(([request]) => request);
  const [only] = requested;
  const inferred = requested.length === 1 && only !== undefined && FIGURE.test(said) ? [only] : [];
  return [...new Set([...spoken, ...inferred])];
}

const FIGURE =
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:noon|midnight|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred)\b/i;

/** What the assistant says or asks about the person on slots it may get wrong. What it says of others is not about them. */
function claimed(text: string, { tells }: Listening): HeardAct[] {
  return claimsIn(text, tells)
    .filter((claim) => isAboutPerson(claim) && !claim.past && !claim.negated)
    .map(({ slot, value }) => ({ intent: "confirm", slot, value }));
}

/** Slots asked about: by their own questions or cues, or by a choice between two of their values. */
function asked(sentences: readonly string[], slots: Vocabulary): HeardAct[] {
  const open = askedSlots(sentences, slots).map((slot): HeardAct => ({ intent: "request", slot }));
  const questions = sentences.filter((sentence) => sentence.endsWith("?") && /\bor\b/i.test(sentence));
  const choices = questions.flatMap((question) =>
    Object.values(slots)
      .filter(({ id, values }) => !open.some(({ slot }) => slot === id) && valuesNamed(question, values) >= 2)
      .map(({ id }): HeardAct => ({ intent: "select", slot: id })),
  );
  return [...open, ...choices];
}

function valuesNamed(question: string, values: Readonly<Record<string, unknown>>): number {
  return Object.keys(values).filter((value) => hasPhrase(question, [value.replaceAll("-", " "), value])).length;
}
