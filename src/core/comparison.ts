import type { Score } from "../schema/score.js";
import type { TrialResult } from "../schema/trial.js";
import { holm } from "./statistics/holm.js";
import { intervalsFor } from "./statistics/interval.js";
import { mcNemar } from "./statistics/mcnemar.js";
import { signFlipTest } from "./statistics/signFlip.js";
import { tQuantile } from "./statistics/studentT.js";

/** One arm of one run, as it was recorded. */
export interface Side {
  heads: readonly TrialResult[];
  scores: Iterable<Score>;
}

/** A scorer as it is compared. */
export interface Scale {
  id: string;
  direction: "higher" | "lower" | "neither";
}

/** What became of one scorer from the first arm to the second. */
export interface Compared {
  scorer: string;
  direction: Scale["direction"];
  /** Means over persons, of the trials that both arms have. */
  before: number | null;
  after: number | null;
  /** The mean over persons of the paired differences, after less before, with a 95 % interval. */
  difference: number | null;
  low: number | null;
  high: number | null;
  persons: number;
  pairs: number;
  /** Two-sided p of the sign flips of persons' differences, and what it is after Holm over the scorers shown. */
  p: number | null;
  adjusted: number | null;
  /** Exact McNemar over trials, where every trial is a plain yes or no. It takes trials for independent. */
  mcnemar: number | null;
  verdict: "better" | "worse" | "unclear" | "same";
  /** The smallest true difference that so many persons show four times in five; null where none can be told. */
  visible: number | null;
}

/** Two arms compared, and what could not be. */
export interface Comparison {
  scorers: Compared[];
  pairs: number;
  /** Pairs that one of the two lacks, and those in which the simulated user failed in either. */
  unmatched: number;
  dropped: number;
}

const pairOf = ({ persona, scenario, repeat }: TrialResult) => `${persona}|${scenario}|${repeat}`;

/** An error of one in twenty over all scorers shown. */
const ALPHA = 0.05;

/**
 * Compares two arms on the pairs (persona, scenario, repeat) that both have: a person's value is the mean of their
 * differences, and the persons' differences are tested by sign flips (Fisher 1935), Holm over the scorers. `better` and `worse`
 * are said only where the adjusted p is under .05; all differences 0 is `same`; anything else is unclear.
 */
export function comparisonOf(before: Side, after: Side, scales: readonly Scale[], seed: number): Comparison {
  const failed = new Set([...before.heads, ...after.heads].filter(hasFailed).map(pairOf));
  const [one, other] = [tableOf(before, failed), tableOf(after, failed)];
  const all = new Set([...before.heads, ...after.heads].map(pairOf));
  const both = [...all].filter((pair) => !failed.has(pair) && one.pairs.has(pair) && other.pairs.has(pair));
  const intervalOf = intervalsFor(seed);
  const compared = scales.flatMap((scale) => {
    const matched = matchedOn(scale.id, both, one, other);
    return matched.length === 0 ? [] : [comparedOn(scale, matched, intervalOf, seed)];
  });
  const tested = compared.filter(({ p }) => p !== null);
  const adjusted = holm(tested.map(({ p }) => p as number));
  tested.forEach((found, at) => {
    found.adjusted = adjusted[at] as number;
    found.verdict = verdictOf(found);
  });
  return {
    scorers: compared,
    pairs: both.length,
    unmatched: all.size - both.length - failed.size,
    dropped: failed.size,
  };
}

const hasFailed = ({ outcome }: TrialResult) => outcome === "simulator_error";

interface Entries {
  pairs: Set<string>;
  values: Map<string, number>;
}

function tableOf({ heads, scores }: Side, failed: ReadonlySet<string>): Entries {
  const kept = new Map(heads.filter((head) => !failed.has(pairOf(head))).map((head) => [head.id, pairOf(head)]));
  const values = new Map<string, number>();
  for (const { trial, scorer, value, n } of scores) {
    const pair = kept.get(trial);
    if (pair !== undefined && value !== null && n > 0) values.set(`${scorer}|${pair}`, value);
  }
  return { pairs: new Set(kept.values()), values };
}

interface Matched {
  persona: string;
  before: number;
  after: number;
}

function matchedOn(scorer: string, pairs: readonly string[], one: Entries, other: Entries): Matched[] {
  return pairs.flatMap((pair) => {
    const before = one.values.get(`${scorer}|${pair}`);
    const after = other.values.get(`${scorer}|${pair}`);
    const [persona = ""] = pair.split("|");
    return before === undefined || after === undefined ? [] : [{ persona, before, after }];
  });
}

function comparedOn(
  { id, direction }: Scale,
  matched: readonly Matched[],
  intervalOf: ReturnType<typeof intervalsFor>,
  seed: number,
): Compared {
  const persons = [...Map.groupBy(matched, ({ persona }) => persona).values()];
  const meansOf = (value: (one: Matched) => number) => persons.map((own) => mean(own.map(value)));
  const differences = meansOf(({ before, after }) => after - before);
  const { value, low, high } = intervalOf(differences);
  const { p } = signFlipTest(differences, seed);
  return {
    ...{ scorer: id, direction, persons: persons.length, pairs: matched.length, difference: value, low, high, p },
    before: mean(meansOf(({ before }) => before)),
    after: mean(meansOf(({ after }) => after)),
    adjusted: null,
    mcnemar: binary(matched) ? mcNemar(count(matched, 1, 0), count(matched, 0, 1)) : null,
    verdict: differences.every((one) => one === 0) ? "same" : "unclear",
    visible: visibleIn(differences),
  };
}

function verdictOf({ verdict, adjusted, difference, direction }: Compared): Compared["verdict"] {
  if (adjusted === null || adjusted >= ALPHA || direction === "neither" || !difference) return verdict;
  return difference > 0 === (direction === "higher") ? "better" : "worse";
}

const binary = (matched: readonly Matched[]) =>
  matched.every(({ before, after }) => [0, 1].includes(before) && [0, 1].includes(after));

const count = (matched: readonly Matched[], before: number, after: number) =>
  matched.filter((one) => one.before === before && one.after === after).length;

/**
 * The difference that a paired t test on as many persons with this spread shows with power .8, about:
 * (t(.975) + t(.8)) · s / √n (Cohen 1988, section 2.3, with t in the place of the noncentral t). Null where nothing varies.
 */
function visibleIn(differences: readonly number[]): number | null {
  const n = differences.length;
  if (n < 2) return null;
  const middle = mean(differences);
  const deviation = Math.sqrt(differences.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (n - 1));
  if (deviation === 0) return null;
  return ((tQuantile(0.975, n - 1) + tQuantile(0.8, n - 1)) * deviation) / Math.sqrt(n);
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
