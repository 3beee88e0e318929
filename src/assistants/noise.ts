import type { Draws } from "../core/draws.js";
import type { Encounter } from "../core/ports.js";
import type { Noise } from "../schema/axes.js";
import type { Belief } from "./realizer/beliefs.js";

/**
 * The beliefs that a noisy realizer goes by: each recalled fact is lost in a session with the chance 1 - obeys. The draw is of
 * the fact and the session, so that it is lost for a whole session, for all techniques alike, and more of it is lost
 * where `obeys` is less.
 */
export function obeyed(beliefs: readonly Belief[], { session }: Encounter, { obeys }: Noise, luck: Luck): Belief[] {
  if (obeys === 1) return [...beliefs];
  return beliefs.filter(({ id, recalled }) => !recalled || luck(`obeys|${session}|${id}`) < obeys);
}

/** A recalled fact that has nothing to do with what is asked, to be brought in all the same; null for none. */
export function draggedIn(
  beliefs: readonly Belief[],
  { session, task, turns }: Encounter,
  { drags }: Noise,
  luck: Luck,
): Belief | null {
  if (drags === 0) return null;
  const alien = beliefs.filter(({ recalled, slot }) => recalled && !task.slots.includes(slot) && slot !== task.about);
  const [first] = alien;
  if (!first || task.purpose !== "probe" || luck(`drags|${session}|${turns.length}`) >= drags) return null;
  return alien[Math.floor(luck(`dragged|${session}|${turns.length}`) * alien.length)] ?? first;
}

/** A number in [0, 1) for a name: the same each time it is asked for. */
export type Luck = (name: string) => number;

/** Luck of a pair, the same for every arm. */
export function luckOf(draws: Draws): Luck {
  const drawn = new Map<string, number>();
  return (name) => {
    const before = drawn.get(name) ?? draws.number(`realizer.noise.${name}`);
    drawn.set(name, before);
    return before;
  };
}
