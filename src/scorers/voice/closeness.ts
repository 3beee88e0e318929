import { bulletCount, emojiCount } from "../../core/measures/counts.js";
import { readingGrade } from "../../core/measures/readingGrade.js";
import { CUES, registerCues } from "../../core/measures/register.js";
import { satisfies, satisfyingValues } from "../../core/satisfies.js";
import type { SpokenSlot } from "../../core/world.js";
import type { Condition } from "../../schema/condition.js";
import type { Measure } from "../../schema/slot.js";

/** A condition that words are held to, and how near texts come to it. */
type Closeness = (texts: readonly string[], slot: SpokenSlot, condition: Condition) => number | null;

/**
 * How near what is said in a sitting comes to what the person likes, from 0 to 1, by measure; null where it cannot be
 * told. Only what belongs to speech: manner, difficulty, emoji and lists go with whatever one says to the person. A size (`words`,
 * `sentences`) is asked of one text, and a turn is as long as it needs to be; names and imports are of code, which is delivered.
 */
export const CLOSENESS: Partial<Record<Measure, Closeness>> = {
  register: (texts, slot, condition) => mannerCloseness(texts.join("\n"), satisfyingValues(slot, condition)),
  reading_grade: (texts, slot, condition) => numberCloseness(readingGrade(texts.join("\n")), slot, condition),
  emoji: (texts, slot, condition) => meanCloseness(texts.map(emojiCount), slot, condition),
  bullets: (texts, slot, condition) => meanCloseness(texts.map(bulletCount), slot, condition),
};

/**
 * The share of the cues of manner that are of the side which is liked: casual or formal; null where it is neither or both, or where
 * there are under two cues. A share does not grow with the length of a talk, as the counts do that the register of a text is told by.
 */
function mannerCloseness(text: string, liked: readonly string[]): number | null {
  const { casual, formal } = registerCues(text);
  const sides = liked.filter((value) => value === "casual" || value === "formal");
  if (sides.length !== 1 || casual + formal < CUES) return null;
  return (sides[0] === "casual" ? casual : formal) / (casual + formal);
}

function meanCloseness(found: readonly number[], slot: SpokenSlot, condition: Condition): number | null {
  const near = found.flatMap((number) => numberCloseness(number, slot, condition) ?? []);
  return near.length === 0 ? null : near.reduce((sum, value) => sum + value, 0) / near.length;
}

/** 1 within the condition, else 1 less the distance to the nearest value that is wanted, as a share of that value (of 1, where it is nearer to 0). */
export function numberCloseness(found: number | null, slot: SpokenSlot, condition: Condition): number | null {
  if (found === null) return null;
  if (satisfies(slot, condition, found)) return 1;
  const { is, any_of = [], min, max } = condition;
  const wanted = [is, ...any_of, min, max].filter((value) => value !== undefined).map(Number);
  const away = wanted.map((value) => Math.abs(found - value) / Math.max(1, Math.abs(value)));
  return away.length === 0 ? 0 : Math.max(0, 1 - Math.min(...away));
}
