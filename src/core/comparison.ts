import type { ComparedScorer, Comparison } from "../schema/comparison.js";
import type { Score } from "../schema/score.js";
import { isPrimary } from "./endpoints.js";
import { type Arm, type Pair, pairingOf } from "./pairing.js";
import { holm } from "./statistics/holm.js";
import { type Interval, intervalsFor } from "./statistics/interval.js";
import { mcNemar } from "./statistics/mcnemar.js";
import { meanOf } from "./statistics/mean.js";
import { signFlipTest } from "./statistics/signFlip.js";
import { visibleDifference } from "./statistics/visibleDifference.js";

/** A score without what it rests on. */
export type Scored = Pick<Score, "value" | "n" | "version" | "reason" | "judge">;

/** One arm of one run, as it was recorded. */
export interface Side extends Arm {
  name: Comparison["before"];
  /** By scorer, then by trial. */
  scores: ReadonlyMap<string, ReadonlyMap<string, Scored>>;
}

/** A scorer as it is compared. */
export type Scale = Pick<ComparedScorer, "direction"> & { id: string };

/** An error of one in twenty over all that is compared, for each kind of endpoint. */
const ALPHA = 0.05;

/**
 * Compares arms on the pairs that both have. A person's value is the mean of their trials weighted by chances, as in
 * summaries; persons' differences are tested by sign flips (Fisher 1935), and Holm goes over all primary endpoints of all
 * arms compared, and over all others. `better` and `worse` are said only where the adjusted p is under .05. All differences
 * 0 is `same`: no sign can be flipped there, so it is no test and does not weigh on the others (Tarone 1990,
 * doi 10.2307/2531456). Anything else is unclear; what is unknown has no verdict, and says why.
 */
export function comparisonsOf(
  sides: readonly (readonly [before: Side, after: Side])[],
  scales: readonly Scale[],
  seed: number,
): Comparison[] {
  const statistics = { seed, intervalOf: intervalsFor(seed) };
  const comparisons = sides.map(([before, after]) => comparisonOf(before, after, scales, statistics));
  const all = comparisons.flatMap(({ scorers }) => scorers);
  for (const endpoint of ["primary", "exploratory"]) settle(all.filter((one) => one.endpoint === endpoint));
  return comparisons;
}

interface Statistics {
  seed: number;
  intervalOf(values: readonly number[]): Interval;
}

function comparisonOf(before: Side, after: Side, scales: readonly Scale[], statistics: Statistics): Comparison {
  const { pairs, leftOut } = pairingOf(before, after);
  const scorers = scales.map((scale) => comparedOn(scale, matchedOn(scale.id, pairs, before, after), statistics));
  return {
    schema: "dramatis/comparison@1",
    ...{ before: before.name, after: after.name, seed: statistics.seed, pairs: pairs.length, left_out: leftOut },
    scorers: [
      ...scorers.filter(({ scorer }) => isPrimary(scorer)),
      ...scorers.filter(({ scorer }) => !isPrimary(scorer)),
    ],
  };
}

/** Holm over a family, and the verdicts that follow. */
function settle(family: readonly ComparedScorer[]): void {
  const tested = family.filter(({ verdict, direction }) => verdict === "unclear" && direction !== "neither");
  const adjusted = holm(tested.map(({ p }) => p as number));
  tested.forEach((one, at) => {
    one.adjusted = adjusted[at] as number;
    if (one.adjusted < ALPHA) {
      one.verdict = (one.difference as number) > 0 === (one.direction === "higher") ? "better" : "worse";
      one.reason = null;
    }
  });
}

type Known = Scored & { value: number };

interface Matched {
  known: { persona: string; before: Known; after: Known }[];
  unknown: number;
  /** Why nothing can be told, where there is such a reason. */
  reason: string | null;
}

function matchedOn(scorer: string, pairs: readonly Pair[], before: Side, after: Side): Matched {
  const [ones, others] = [before, after].map(({ scores }) => scores.get(scorer));
  const scored = pairs.map((pair) => ({
    persona: pair.persona,
    before: ones?.get(pair.before),
    after: others?.get(pair.after),
  }));
  const known = scored.flatMap(({ persona, before: one, after: other }) =>
    isKnown(one) && isKnown(other) ? [{ persona, before: one, after: other }] : [],
  );
  const versions = [ones, others].map((side) => [...(side?.values() ?? [])][0]?.version);
  const unknown = pairs.length - known.length;
  if (versions[0] !== undefined && versions[1] !== undefined && versions[0] !== versions[1]) {
    const reason = `version ${versions[0]} of it before, ${versions[1]} after; \`dramatis score\` brings both to one`;
    return { known: [], unknown: pairs.length, reason };
  }
  const judges = [ones, others].map(judgesIn);
  if (judges.every((some) => some !== "") && judges[0] !== judges[1])
    return { known: [], unknown: pairs.length, reason: `judged by ${judges[0]} before, by ${judges[1]} after` };
  if (known.length > 0) return { known, unknown, reason: null };
  if (pairs.length === 0) return { known, unknown, reason: "no pair" };
  const missing = scored.map(({ before: one, after: other }) => (isKnown(one) ? other : one));
  return { known, unknown, reason: mostFrequent(missing.map((one) => one?.reason ?? "not among the scorers of both")) };
}

/** Who judged a side, by what: numbers of two judges are not compared. */
function judgesIn(side: ReadonlyMap<string, Scored> | undefined): string {
  const names = [...(side?.values() ?? [])].flatMap(({ judge }) =>
    judge ? [`${judge.model} with ${judge.rubric} ${judge.version} (${judge.sha256.slice(0, 8)})`] : [],
  );
  return [...new Set(names)].join(" and ");
}

const isKnown = (one: Scored | undefined): one is Known => one !== undefined && one.value !== null && one.n > 0;

function mostFrequent(words: readonly string[]): string {
  const counts = [...Map.groupBy(words, (word) => word).values()].sort((one, other) => other.length - one.length);
  return counts[0]?.[0] ?? "unknown";
}

function comparedOn(
  { id, direction }: Scale,
  { known, unknown, reason }: Matched,
  { seed, intervalOf }: Statistics,
): ComparedScorer {
  const persons = [...Map.groupBy(known, ({ persona }) => persona).values()].map((own) => ({
    before: weightedMean(own.map(({ before }) => before)),
    after: weightedMean(own.map(({ after }) => after)),
  }));
  const differences = persons.map(({ before, after }) => after - before);
  const { value: difference, low, high, interval } = intervalOf(differences);
  return {
    ...{ scorer: id, endpoint: isPrimary(id) ? ("primary" as const) : ("exploratory" as const), direction },
    before: meanOf(persons.map(({ before }) => before)),
    after: meanOf(persons.map(({ after }) => after)),
    ...{ difference, low, high, interval, persons: persons.length, pairs: known.length, unknown },
    p: signFlipTest(differences, seed).p,
    adjusted: null,
    mcnemar: mcNemarOf(known),
    visible: visibleDifference(differences),
    ...firstVerdict(differences, direction, reason),
  };
}

/** What can be said before Holm. */
function firstVerdict(
  differences: readonly number[],
  direction: Scale["direction"],
  reason: string | null,
): Pick<ComparedScorer, "verdict" | "reason"> {
  const moved = differences.filter((one) => one !== 0).length;
  if (differences.length === 0) return { verdict: null, reason };
  if (moved === 0) return { verdict: "same", reason };
  if (direction === "neither") return { verdict: null, reason: "neither way is better" };
  const least = 2 ** (1 - moved);
  const few =
    least >= ALPHA ? `only ${moved} of ${differences.length} persons moved: p cannot be under ${least}` : null;
  return { verdict: "unclear", reason: few };
}

function mcNemarOf(known: Matched["known"]): number | null {
  const plain = known.every(({ before, after }) =>
    [before.value, after.value].every((value) => value === 0 || value === 1),
  );
  if (!plain || known.length === 0) return null;
  const count = (one: number, other: number) =>
    known.filter(({ before, after }) => before.value === one && after.value === other).length;
  return mcNemar(count(1, 0), count(0, 1));
}

const weightedMean = (scores: readonly Known[]) =>
  scores.reduce((sum, { value, n }) => sum + value * n, 0) / scores.reduce((sum, { n }) => sum + n, 0);
