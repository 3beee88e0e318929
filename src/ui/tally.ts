import { SERVED } from "../core/estimates/comparisons.js";
import type { Outcome } from "../schema/event.js";
import type { Score } from "../schema/score.js";

/** What the running scores need of a committed trial. */
export interface Committed {
  persona: string;
  scenario: string;
  repeat: number;
  assistant: string;
  outcome: Outcome;
  scores: readonly Pick<Score, "scorer" | "value" | "n">[];
}

interface Scored {
  scorer: string;
  value: number;
  n: number;
}

interface Sum {
  total: number;
  n: number;
}

interface Part {
  key: string;
  persona: string;
  value: number;
  n: number;
}

/**
 * Scores so far, as the summary will count them: a person's value is the mean of their trials weighted by chances, an
 * arm's the mean over persons; a pair in which the simulated user failed counts for no arm. Commits come pair by pair,
 * so only the current pair has to be remembered.
 */
export interface Tally {
  sums: Readonly<Record<string, Readonly<Record<string, Sum>>>>;
  /** `served` is the adherence of each arm in it so far. */
  pair: { key: string; dropped: boolean; served: Readonly<Record<string, number>>; parts: readonly Part[] };
}

const GAIN = "comparison.gain";

/** Before the first trial. */
export const EMPTY_TALLY: Tally = { sums: {}, pair: { key: "", dropped: false, served: {}, parts: [] } };

/** The tally with one more trial. Each arm gains over its own baseline, which its pair plays before it. */
export function tallied(tally: Tally, trial: Committed, baselines: Readonly<Record<string, string>>): Tally {
  const key = `${trial.persona}|${trial.scenario}|${trial.repeat}`;
  const pair = tally.pair.key === key ? tally.pair : { ...EMPTY_TALLY.pair, key };
  if (trial.outcome === "simulator_error")
    return { sums: pair.parts.reduce(without, tally.sums), pair: { ...pair, dropped: true, parts: [] } };
  if (pair.dropped) return { ...tally, pair };
  const scored = trial.scores.flatMap((score): Scored[] =>
    score.value === null || score.n <= 0 ? [] : [{ ...score, value: score.value }],
  );
  const adherence = scored.find(({ scorer }) => scorer === SERVED);
  const beside = pair.served[baselines[trial.assistant] ?? ""];
  const gains =
    adherence && beside !== undefined ? [{ ...adherence, scorer: GAIN, value: adherence.value - beside }] : [];
  const parts = [...scored, ...gains].map(({ scorer, value, n }) => ({
    key: keyOf(scorer, trial.assistant),
    persona: trial.persona,
    value,
    n,
  }));
  return {
    sums: parts.reduce(plus, tally.sums),
    pair: {
      ...pair,
      served: adherence ? { ...pair.served, [trial.assistant]: adherence.value } : pair.served,
      parts: [...pair.parts, ...parts],
    },
  };
}

/** The value of an arm so far, and how many persons it rests on; null while nothing is known. */
export function runningMean(
  { sums }: Tally,
  scorer: string,
  assistant: string,
): { value: number | null; persons: number } {
  const means = Object.values(sums[keyOf(scorer, assistant)] ?? {})
    .filter(({ n }) => n > NOTHING)
    .map(({ total, n }) => total / n);
  const value = means.length === 0 ? null : means.reduce((sum, one) => sum + one, 0) / means.length;
  return { value, persons: means.length };
}

/** What is left of a sum after all of it was taken away again, rounding included. */
const NOTHING = 1e-9;

const keyOf = (scorer: string, assistant: string) => `${scorer}|${assistant}`;
const plus = (sums: Tally["sums"], part: Part) => changed(sums, part, 1);
const without = (sums: Tally["sums"], part: Part) => changed(sums, part, -1);

function changed(sums: Tally["sums"], { key, persona, value, n }: Part, sign: 1 | -1): Tally["sums"] {
  const { total, n: chances } = sums[key]?.[persona] ?? { total: 0, n: 0 };
  return { ...sums, [key]: { ...sums[key], [persona]: { total: total + sign * value * n, n: chances + sign * n } } };
}
