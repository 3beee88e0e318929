import type { LivedFact } from "../../core/life.js";
import { namedValues } from "../../core/satisfies.js";
import type { Condition } from "../../schema/condition.js";
import type { Recollection } from "../technique.js";

/** What a reader takes a piece to say of the person. */
export interface Statement {
  slot: string;
  condition: Condition;
  /** How sure the reader is of having understood it, 0 to 1. */
  confidence: number;
  piece: Recollection;
}

/** Reads pieces for what they say of the person, in the order of the pieces. */
export type Reader = (pieces: readonly Recollection[]) => Promise<Statement[]>;

/**
 * The fact behind a statement: the one that the piece really carries where the statement is right about it, with its
 * weight and scope, as every technique reads what it has found; else what the reader took it for, a fact of its own.
 */
export function factOf({ slot, condition, confidence, piece }: Statement): LivedFact {
  const meant = piece.facts.find((fact) => fact.slot === slot && sameValues(fact.condition, condition));
  return meant ?? taken(slot, condition, confidence);
}

/** Whether two conditions name the same values, and both want them or both rule them out. */
export function sameValues(one: Condition, other: Condition): boolean {
  const named = (condition: Condition) => namedValues(condition).sort().join("\n");
  return named(one) === named(other) && (one.not === undefined) === (other.not === undefined);
}

function taken(slot: string, condition: Condition, strength: number): LivedFact {
  const open = { from: null, to: null, told: null, supersedes: null, share_with: null, when: undefined };
  return {
    id: `profile.${slot}`,
    ...{ slot, condition, strength, veto: false, disclose: "open", by: "file", say: [] },
    ...open,
  };
}
