import { type Estimate, plus, type Range } from "../core/estimate.js";
import type { World } from "../core/world.js";
import { entryFor, LIST_PRICES } from "../models/prices.js";
import type { Config } from "../schema/config.js";
import type { AssistantName } from "../schema/event.js";
import type { PlannedTrial } from "../schema/run.js";
import type { Suite } from "../schema/suite.js";
import { type Experience, experienceIn } from "./experience.js";
import type { Bench } from "./judging/bench.js";
import type { Course } from "./rehearsal.js";
import { rehearsed } from "./rehearsed.js";
import { pairsIn, sampledPairs, samplingError } from "./sampledPairs.js";
import { nameOf, type Taken, type Tally, takenOf } from "./tally.js";

/** So many pairs of person and scenario are rehearsed, with all arms. */
const PAIRS = 12;

/** Models talk at other lengths than rules do: without measured ones an answer may have this share of the tokens. */
const UNMEASURED = { low: 0.6, high: 2 };

/**
 * Foresees calls, tokens, cost and time of a run by a rehearsal of some of its pairs. No model is called. Where earlier
 * runs know a model, their trials are rehearsed too, and what they really took tells how far rehearsals are off. Else
 * the range goes from talks in which nobody is understood to talks that go on to their limit.
 */
export async function estimated(asked: {
  suite: Suite;
  arms: readonly AssistantName[];
  plan: readonly PlannedTrial[];
  world: World;
  config: Config;
  concurrency: number;
  out: string;
  bench: Bench | null;
}): Promise<Estimate> {
  const { plan, world, config, out } = asked;
  const pairs = sampledPairs(plan, PAIRS);
  const talliesOf = (course: Course) => Promise.all(pairs.map((pair) => rehearsed(asked, pair, course)));
  const served = await talliesOf("served");
  const names = [...new Set(served.flatMap((tally) => [...tally.keys()]))];
  const judging = asked.bench && nameOf("judge", asked.bench.model);
  const experience = await experienceIn(out, world, names, PAIRS);
  // How long talks become is what nobody knows before; what a judge is asked about them follows from it.
  const playing = names.filter((name) => name !== judging);
  const measured = playing.length > 0 && playing.every((name) => experience.ratio(name, "calls") !== null);
  const courses = {
    served,
    ...(measured ? null : { lost: await talliesOf("lost"), endless: await talliesOf("endless") }),
  };
  const rangeOf = foreseenBy(courses, experience, pairsIn(plan).length);
  const sum = (of: keyof Taken) => names.map((name) => rangeOf(name, of)).reduce(plus, NOTHING);
  const calls = sum("calls");
  return {
    ...{ trials: plan.length, rehearsed: pairs.flat().length, calls, measured },
    judging: judging === null ? null : rangeOf(judging, "calls"),
    ...{ input: sum("input"), output: sum("output") },
    usd: costOf(names, rangeOf, config),
    seconds: measured ? timeOf(calls, experience, Math.min(asked.concurrency, plan.length)) : null,
  };
}

type RangeOf = (name: string, of: keyof Taken) => Range;

/** What all pairs take under a name: by experience where there is any, else between the courses a talk may take. */
function foreseenBy(
  { served, lost = served, endless = served }: { served: Tally[]; lost?: Tally[]; endless?: Tally[] },
  experience: Experience,
  pairs: number,
): RangeOf {
  return (name, of) => {
    const [likely, least, most] = [served, lost, endless].map((tallies) =>
      totalOf(
        tallies.map((tally) => takenOf(tally, name)[of]),
        pairs,
      ),
    ) as [Total, Total, Total];
    const known = experience.ratio(name, of);
    if (known) return around(likely.sum * known.ratio, Math.hypot(likely.off / likely.sum, known.error));
    const { low, high } = of === "output" ? UNMEASURED : { low: 1, high: 1 };
    return {
      low: Math.max(0, Math.min(least.sum - least.off, likely.sum)) * low,
      likely: likely.sum,
      high: Math.max(most.sum + most.off, likely.sum) * high,
    };
  };
}

interface Total {
  sum: number;
  off: number;
}

function totalOf(values: readonly number[], pairs: number): Total {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { sum: mean * pairs, off: samplingError(values, pairs) * pairs };
}

const around = (likely: number, error: number): Range => ({
  ...{ low: Math.max(0, likely * (1 - error)), likely, high: likely * (1 + error) },
});

const NOTHING: Range = { low: 0, likely: 0, high: 0 };
const times = ({ low, likely, high }: Range, by: number): Range => ({
  low: low * by,
  likely: likely * by,
  high: high * by,
});

const MILLION = 1_000_000;

function costOf(names: readonly string[], rangeOf: RangeOf, config: Config): Range | null {
  const costs = names.map((name) => {
    const model = name.slice(name.indexOf(" ") + 1);
    const price = entryFor(model, config.prices) ?? entryFor(model, LIST_PRICES);
    return price
      ? plus(
          times(rangeOf(name, "input"), price.input / MILLION),
          times(rangeOf(name, "output"), price.output / MILLION),
        )
      : null;
  });
  return costs.includes(null) ? null : (costs as Range[]).reduce(plus, NOTHING);
}

/** Trials side by side; at the end one of them may go on alone (Graham 1969, "Bounds on multiprocessing timing anomalies"). */
function timeOf(calls: Range, { pace }: Experience, places: number): Range | null {
  if (pace === null) return null;
  const range = times(calls, pace.call / places);
  return { ...range, high: range.high + (1 - 1 / places) * pace.longest };
}
