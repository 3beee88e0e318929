import type { Draws } from "../../core/draws.js";
import type { Condition } from "../../schema/condition.js";
import { CHOOSING } from "./choosing.js";
import { attributePhrases } from "./demographics.js";
import { EATING } from "./eating.js";
import { LIVING } from "./living.js";
import { SECRETS } from "./secrets.js";
import { TELLING } from "./telling.js";
import { WORKING } from "./working.js";

/** By slot and value: four clauses about `you`, the last two held out. */
export type Phrases = Readonly<Record<string, Readonly<Record<string, readonly [string, string, string, string]>>>>;

/** Which half of the wordings is drawn from, and by what. */
export interface Voice {
  held: boolean;
  draws: Draws;
}

const BOOK: Phrases = { ...CHOOSING, ...EATING, ...TELLING, ...WORKING, ...SECRETS, ...LIVING };

/** The slots of a life beside any task: what is brought up there without need is brought up for its own sake. */
export const LIFE_SLOTS: readonly string[] = Object.keys({ ...SECRETS, ...LIVING });

/** The slots of manner: a word on them may go with any reply. */
export const MANNER_SLOTS: readonly string[] = [...Object.keys({ ...TELLING, ...WORKING }), "length", "pace"];

/** The values of a slot that there are words for. */
export const spokenValues = (slot: string): string[] => Object.keys(BOOK[slot] ?? {});

/** One clause that says that a condition on a slot is true of `you`; null where there are no words for it. */
export function phraseOf(slot: string, condition: Condition, { held, draws }: Voice): string | null {
  const all = phrasesOf(slot, condition);
  if (!all) return null;
  const half = all.length / 2;
  return draws.pick("phrase", held ? all.slice(half) : all.slice(0, half));
}

/** All clauses for a condition; the second half is held out. Conditions with several values have none. */
export function phrasesOf(slot: string, { is, not, min, max }: Condition): readonly string[] | null {
  if (slot === "length") return lengthPhrases(min, max);
  const value = is ?? not ?? max ?? min;
  if (value === undefined) return null;
  return BOOK[slot]?.[String(value)] ?? attributePhrases(slot, String(value));
}

/** The same clause in the mouth of the person: `I have…` for `you have…`. */
export function firstPerson(clause: string): string {
  return clause
    .replace(/\byou were\b/g, "I was")
    .replace(/\byou're\b/g, "I'm")
    .replace(/\byou\b/g, "I")
    .replace(/\byour\b/g, "my");
}

function lengthPhrases(min: unknown, max: unknown): readonly string[] {
  return max === undefined
    ? [
        `you want at least ${min} words`,
        `you'd like a minimum of ${min} words`,
        `your minimum is ${min} words`,
        `you asked for ${min} words or more`,
      ]
    : [
        `you want at most ${max} words`,
        `you'd like to stay within ${max} words`,
        `your limit is ${max} words`,
        `you asked for no more than ${max} words`,
      ];
}
