import type { Document } from "../schema/persona.js";
import { later } from "./civilTime.js";
import type { Draws } from "./draws.js";
import { EVERYDAY, NEAR_MISSES } from "./haystackNotes.js";
import { ordered } from "./ordered.js";
import type { Vocabulary } from "./world.js";

/** The notes lie in so many days before the scenario. */
const DAYS = 365;

/**
 * Notes that tell nothing of the person. Every other one nearly does: it quotes what the vocabulary lets people write of
 * some value, as the words of a third party, as untrue, as long past, as imagined, or as true elsewhere. The rest are
 * about nothing. Rules read all of them rightly, so offline they cost room and rank only; a model may take them for facts.
 * The idea of distractors close to the needle: Kamradt 2023 (needle in a haystack), and NoLiMa, arXiv 2502.05167.
 * Drawn from one stream in order, so that a larger haystack holds the smaller ones.
 */
export function haystack(count: number, slots: Vocabulary, before: string, draws: Draws): Document[] {
  const wordings = Object.values(slots).flatMap(({ values }) => Object.values(values).flatMap(({ write }) => write));
  const kinds: readonly (readonly string[])[] = Object.values(NEAR_MISSES);
  const notes = Array.from({ length: count }, (_, index): Document => {
    const near = index % 2 === 0 && wordings.length > 0;
    const frames = kinds[(index / 2) % kinds.length] ?? [];
    const text = near
      ? draws.pick("haystack.frame", frames).replace("{words}", () => draws.pick("haystack.words", wordings))
      : draws.shuffled("haystack.everyday", EVERYDAY).slice(0, 2).join(" ");
    const age = 1 + Math.floor(draws.number("haystack.age") * DAYS);
    return {
      ...{ id: `note-${index + 1}`, kind: "note", split: "given", text, evidence: [] },
      date: later(before, `-${age}d`).slice(0, 10),
    };
  });
  return ordered(notes, ({ date }) => date);
}
