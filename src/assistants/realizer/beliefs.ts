import { activeFacts, type LivedFact } from "../../core/life.js";
import { ordered } from "../../core/ordered.js";
import type { Encounter } from "../../core/ports.js";
import { agree } from "../../core/satisfies.js";
import type { Vocabulary } from "../../core/world.js";
import type { Recollection } from "../technique.js";

/** A fact as the assistant holds it, and whether it was recalled or told in this session. */
export interface Belief extends LivedFact {
  recalled: boolean;
}

/**
 * What the assistant takes to be true of the person now: what was recalled, oldest first, then what was told in this
 * session. Where two do not go together, or one says it replaced the other, the later stands. Who may learn a fact
 * is known only where it came as a fact: a text does not say.
 */
export function beliefsOf(slots: Vocabulary, recalled: readonly Recollection[], encounter: Encounter): Belief[] {
  const oldestFirst = ordered(recalled, ({ at }) => at ?? "");
  const read = oldestFirst.flatMap((piece) => piece.facts.map((fact) => held(fact, piece.source === "fact", true)));
  const told = [...encounter.told.values()].flat().map((fact) => held(fact, false, false));
  const beliefs: Belief[] = [];
  for (const belief of [...read, ...told]) add(slots, beliefs, belief);
  const active = new Set(activeFacts(beliefs, encounter.moment).map(({ id }) => id));
  return beliefs.filter(({ id }) => active.has(id));
}

function add(slots: Vocabulary, beliefs: Belief[], belief: Belief): void {
  const same = beliefs.findIndex(({ id }) => id === belief.id);
  if (same >= 0) {
    const before = beliefs[same] as Belief;
    beliefs.splice(same, 1);
    beliefs.push({ ...belief, share_with: before.share_with, recalled: before.recalled && belief.recalled });
    return;
  }
  for (let index = beliefs.length - 1; index >= 0; index--) {
    if (replaces(slots, belief, beliefs[index] as Belief)) beliefs.splice(index, 1);
  }
  beliefs.push(belief);
}

function replaces(slots: Vocabulary, newer: Belief, older: Belief): boolean {
  if (newer.slot !== older.slot || JSON.stringify(newer.when) !== JSON.stringify(older.when)) return false;
  const slot = slots[newer.slot];
  return newer.supersedes === older.id || slot === undefined || !agree(slot, newer.condition, older.condition);
}

/** A fact without what only the person's file knows: when it began and will end. */
function held(fact: LivedFact, knowsReaders: boolean, recalled: boolean): Belief {
  return { ...fact, from: null, to: null, share_with: knowsReaders ? fact.share_with : null, recalled };
}
