import { withoutArtifacts } from "../../core/artifact.js";
import { askedSlots } from "../../core/askedSlots.js";
import { claimsIn, isAboutPerson, lexiconFrom } from "../../core/claims.js";
import { offeredIn, withoutItems } from "../../core/offers.js";
import { hasPhrase } from "../../core/phrases.js";
import { remembered } from "../../core/remembered.js";
import { normalised, sentencesOf } from "../../core/words.js";
import type { Vocabulary } from "../../core/world.js";
import type { HeardAct, HeardIntent } from "../../schema/act.js";
import type { Catalog, Item } from "../../schema/catalog.js";
import { answeredIn, describes, replies } from "./answering.js";
import * as cues from "./cues.js";

/** What a user listens for. */
export interface Listening {
  slots: Vocabulary;
  catalog: Catalog;
  /** What could be offered now. */
  options: readonly Item[];
  /** The item under discussion. */
  item: Item | null;
  /** What the user asked of it in the turn before. */
  requested: readonly string[];
  /** Whether the turn before asked anything about it. */
  questioned: boolean;
}

/** The acts in an assistant's free text; none where it parses to nothing. Fenced parts are artifacts, not talk. */
export function hear(text: string, listening: Listening): HeardAct[] {
  const { item, options, slots, questioned } = listening;
  const talk = withoutArtifacts(text);
  const sentences = sentencesOf(talk);
  const acts: HeardAct[] = [];
  const offers = offeredIn(talk, options);
  if (refuses(sentences, listening)) acts.push({ intent: "no-offer" });
  for (const { id } of offers) acts.push({ intent: "recommend", item: id });
  const [offered = null] = offers.length === 1 ? offers : [];
  for (const request of answeredIn(sentences, listening, offered)) acts.push({ intent: "inform", request });
  if (item && describes(talk, item)) acts.push({ intent: "inform", item: item.id });
  acts.push(...askedIn(withoutItems(talk, options), slots));
  if (hasPhrase(talk, cues.SAY_AGAIN)) acts.push({ intent: "repeat" });
  if (hasPhrase(talk, cues.MORE) && !asks(acts)) acts.push({ intent: "more" });
  if (acts.every(({ intent }) => intent === "inform") && acts.length > 0 && cues.FAREWELL.test(normalised(talk)))
    acts.push({ intent: "bye" });
  if (acts.length > 0) return acts;
  if (item && questioned && replies(sentences)) return [{ intent: "inform", item: item.id }];
  if (sentences.some((sentence) => sentence.endsWith("?") && cues.YOU.test(normalised(sentence))))
    return [{ intent: "request" }];
  if (text.includes("```")) return [{ intent: "inform" }];
  const intent = courtesy(normalised(talk));
  return intent ? [{ intent }] : [];
}

const asks = (acts: readonly HeardAct[]) => acts.some(({ intent }) => intent === "request" || intent === "select");

function courtesy(talk: string): HeardIntent | null {
  if (cues.FAREWELL.test(talk)) return "bye";
  if (cues.GREETING.test(talk)) return "greet";
  return hasPhrase(talk, cues.ACKNOWLEDGED) ? "ack" : null;
}

/** Whether nothing can be offered; to a question about an item `I can't help with that` is an answer. */
function refuses(sentences: readonly string[], { options, questioned }: Listening): boolean {
  const [first] = options;
  const nothing = first ? refusalsFor(first) : refusalsOf("option");
  const refusals = questioned ? nothing : [...nothing, cues.NO_HELP];
  return sentences
    .map(normalised)
    .some((sentence) => !cues.UNMATCHED.test(sentence) && refusals.some((refusal) => refusal.test(sentence)));
}

const refusalsOf = (kind: string) => cues.NO_OFFER.map((pattern) => new RegExp(pattern.replaceAll("{kind}", kind)));
const refusalsFor = remembered(({ kind }: Item) => refusalsOf(kind.replaceAll("-", " ")));

/** What is said or asked of the person: claims, questions (with a value where yes or no answers), choices, open questions. */
function askedIn(talk: string, slots: Vocabulary): HeardAct[] {
  const sentences = sentencesOf(talk);
  const claims = claimsIn(talk, tellsOf(slots)).filter((claim) => !claim.past && !claim.negated);
  const confirmed = claims.filter(isAboutPerson);
  const checked = confirmed.filter(({ mood }) => mood === "asked");
  const known = new Set(checked.map(({ slot }) => slot));
  const open = askedSlots(sentences, slots).filter((slot) => !known.has(slot));
  const acts: HeardAct[] = [
    ...confirmed.map(({ slot, value }): HeardAct => ({ intent: "confirm", slot, value })),
    ...checked.map(({ slot, value }): HeardAct => ({ intent: "request", slot, value })),
    ...open.map((slot): HeardAct => ({ intent: "request", slot })),
    ...choicesIn(sentences, slots)
      .filter((slot) => !open.includes(slot) && !known.has(slot))
      .map((slot): HeardAct => ({ intent: "select", slot })),
  ];
  return asks(acts) || !elicits(sentences) ? acts : [...acts, { intent: "request" }];
}

/** Slots of which a question names two values: "quiet or lively?" */
function choicesIn(sentences: readonly string[], slots: Vocabulary): string[] {
  const questions = sentences.filter((sentence) => sentence.endsWith("?") && /\bor\b/i.test(sentence));
  return Object.values(slots)
    .filter(({ values }) => questions.some((question) => valuesNamed(question, values) >= 2))
    .map(({ id }) => id);
}

function valuesNamed(question: string, values: Readonly<Record<string, unknown>>): number {
  return Object.keys(values).filter((value) => hasPhrase(question, [value.replaceAll("-", " "), value])).length;
}

function elicits(sentences: readonly string[]): boolean {
  return sentences
    .map(normalised)
    .filter((sentence) => sentence.endsWith("?") || cues.BIDDING.test(sentence))
    .some((sentence) => cues.ELICITING.some((pattern) => pattern.test(sentence)));
}

/** The ways in which an assistant speaks of a person, by slot and value. */
const tellsOf = remembered((slots: Vocabulary) =>
  lexiconFrom(
    Object.values(slots).flatMap(({ id: slot, values }) =>
      Object.entries(values).flatMap(([value, { tell }]) => tell.map((phrase) => ({ slot, value, phrase }))),
    ),
  ),
);
