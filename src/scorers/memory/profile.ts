import { agree } from "../../core/satisfies.js";
import type { Scorer } from "../scorer.js";
import { isRight, KEEPS_NONE, learnedIn } from "./learned.js";

/**
 * How well the statements that a technique holds at the end recover what could be known: F1 of the share of statements
 * that are true and the share of facts that some statement holds (van Rijsbergen 1979). Facts count that were given or
 * told for certain and still hold; weights that a technique learns are looked at by `memory.weights`.
 */
export const profile: Scorer = {
  id: "memory.profile",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "the statements held of the person are true, and hold all that could be known",
  cannotSee: "of values of one slot that go together, which was meant; how early it was learned",
  score(subject) {
    const learned = learnedIn(subject);
    if (!learned || learned.held.some(({ weight }) => weight !== undefined))
      return { value: null, n: 0, reason: KEEPS_NONE, evidence: [] };
    const { held, known, turn } = learned;
    if (known.length === 0) return { value: null, n: 0, reason: "nothing could be known", evidence: [] };
    const right = held.filter((one) => isRight(one, learned, subject)).length;
    const missed = known.filter((fact) => {
      const vocabulary = subject.cast.slots[fact.slot];
      return !held.some(
        ({ slot, condition }) => slot === fact.slot && vocabulary && agree(vocabulary, fact.condition, condition),
      );
    });
    const [precision, recall] = [held.length === 0 ? 0 : right / held.length, 1 - missed.length / known.length];
    const value = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const evidence = missed.map(({ id, slot }) => ({ turn, quote: `${slot} is not held`, fact: id, hit: false }));
    return { value, n: known.length, evidence };
  },
};
