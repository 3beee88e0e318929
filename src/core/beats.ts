import type { Beat, Session } from "../schema/scenario.js";
import type { LivedFact } from "./life.js";

/**
 * Whether a beat says anything for this person. One about a slot needs a fact on it; one about a change needs a
 * change that is told in this session, whenever it happened.
 */
export function concernsPerson(beat: Beat, session: Session, life: readonly LivedFact[]): boolean {
  if (beat.change !== undefined)
    return life.some((fact) => fact.slot === beat.change && fact.by === "drift" && fact.told === session.id);
  const slot = beat.disclose ?? beat.confides ?? beat.retract;
  return slot === undefined || life.some((fact) => fact.slot === slot);
}

/** The kind of step a beat is. */
export function beatKind(beat: Beat): string {
  const kinds = ["script", "disclose", "confides", "change", "retract", "challenge", "digress"] as const;
  return kinds.find((kind) => beat[kind] !== undefined) ?? "script";
}
