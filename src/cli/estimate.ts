import type { Estimate, Range } from "../core/estimate.js";
import { playTrial } from "../core/trial.js";
import type { World } from "../core/world.js";
import { entryFor, LIST_PRICES } from "../models/prices.js";
import { tokensIn, tokensOf } from "../models/tokens.js";
import type { Config } from "../schema/config.js";
import type { AssistantName } from "../schema/event.js";
import type { PlannedTrial } from "../schema/run.js";
import type { Suite } from "../schema/suite.js";
import { type Measured, measuredCalls } from "./measuredCalls.js";
import { type Foreseen, rehearsalOf } from "./rehearsal.js";

/** So many pairs of person and scenario are rehearsed, with all arms. */
const PAIRS = 8;

/** Models talk at other lengths than rules do: without measured ones an answer may have this share of the tokens. */
const UNMEASURED = { low: 0.6, high: 2 };

/** Foresees calls, tokens, cost and time of a run by a rehearsal of some of its pairs. No model is called. */
export async function estimated(asked: {
  suite: Suite;
  arms: readonly AssistantName[];
  plan: readonly PlannedTrial[];
  world: World;
  config: Config;
  concurrency: number;
  out: string;
}): Promise<Estimate> {
  const { plan, out, concurrency } = asked;
  const pairs = chosenPairs(plan);
  const measured = await measuredCalls(out);
  const sums = await Promise.all(pairs.map((pair) => rehearsed(asked, pair, measured)));
  const scale = plan.length / pairs.flat().length;
  const total = (of: (sum: Sum) => number) => rangeOf(sums.map(of), scale * pairs.length);
  const known = sums.every(({ usd }) => usd !== null);
  const read = total(({ usd }) => usd?.read ?? 0);
  const written = total(({ usd }) => usd?.written ?? 0);
  const timed = sums.every(({ seconds }) => seconds !== null);
  const output = total(({ output: tokens }) => tokens);
  const exact = sums.every((sum) => sum.measured);
  return {
    ...{ trials: plan.length, rehearsed: pairs.flat().length, calls: total(({ calls }) => calls), measured: exact },
    input: total(({ input }) => input),
    output: exact ? output : widened(output),
    usd: known ? plus(read, exact ? written : widened(written)) : null,
    seconds: timed ? total(({ seconds }) => (seconds ?? 0) / concurrency) : null,
  };
}

interface Sum {
  calls: number;
  input: number;
  output: number;
  usd: { read: number; written: number } | null;
  seconds: number | null;
  measured: boolean;
}

async function rehearsed(
  { suite, arms, world, config }: Parameters<typeof estimated>[0],
  pair: readonly PlannedTrial[],
  measured: ReadonlyMap<string, Measured>,
): Promise<Sum> {
  const sum: Sum = { calls: 0, input: 0, output: 0, usd: { read: 0, written: 0 }, seconds: 0, measured: true };
  const company = rehearsalOf(suite, (call) =>
    addCall(sum, call, measured.get(`${call.caller} ${call.model}`), config),
  );
  for (const planned of pair)
    await playTrial({
      ...{ planned, suite, world, company, before: [] },
      arm: arms.find(({ id }) => id === planned.assistant) as AssistantName,
      ...{ record: async () => {}, stream: () => {}, signal: new AbortController().signal },
    });
  return sum;
}

function addCall(sum: Sum, { model, question, answer }: Foreseen, before: Measured | undefined, config: Config): void {
  const input = tokensOf(question);
  const output = before?.output ?? tokensIn(answer);
  const price = entryFor(model, config.prices) ?? entryFor(model, LIST_PRICES);
  sum.calls += 1;
  sum.input += input;
  sum.output += output;
  sum.usd = price &&
    sum.usd && {
      read: sum.usd.read + (input * price.input) / MILLION,
      written: sum.usd.written + (output * price.output) / MILLION,
    };
  sum.seconds = before && sum.seconds !== null ? sum.seconds + before.seconds : null;
  sum.measured &&= before !== undefined;
}

const MILLION = 1_000_000;

const plus = (one: Range, other: Range): Range => ({
  low: one.low + other.low,
  likely: one.likely + other.likely,
  high: one.high + other.high,
});

/** Pairs spread evenly over a plan, each with all its arms. */
function chosenPairs(plan: readonly PlannedTrial[]): PlannedTrial[][] {
  const pairs = [...Map.groupBy(plan, ({ persona, scenario, repeat }) => `${persona} ${scenario} ${repeat}`).values()];
  const count = Math.min(PAIRS, pairs.length);
  return Array.from({ length: count }, (_, index) => pairs[Math.floor(((index + 0.5) * pairs.length) / count)] ?? []);
}

/** The sum of all pairs by the mean of some, with twice its standard error to both sides. */
function rangeOf(values: readonly number[], pairs: number): Range {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  const error = 2 * Math.sqrt(spread / values.length);
  return { low: Math.max(0, mean - error) * pairs, likely: mean * pairs, high: (mean + error) * pairs };
}

const widened = ({ low, likely, high }: Range): Range => ({
  ...{ low: low * UNMEASURED.low, likely, high: high * UNMEASURED.high },
});
