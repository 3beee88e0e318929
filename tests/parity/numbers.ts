import type { Draws } from "../../src/core/draws.js";
import { binomialAtMost } from "../../src/core/statistics/binomial.js";
import { cohenKappa } from "../../src/core/statistics/cohenKappa.js";
import { kendallTauB } from "../../src/core/statistics/kendall.js";
import { krippendorffAlpha } from "../../src/core/statistics/krippendorffAlpha.js";
import { mcNemar } from "../../src/core/statistics/mcnemar.js";
import { normalQuantile } from "../../src/core/statistics/normal.js";
import { passAtK, passPowerK } from "../../src/core/statistics/passK.js";
import { percentile } from "../../src/core/statistics/percentile.js";
import { pairedPower } from "../../src/core/statistics/power.js";
import { signFlipTest } from "../../src/core/statistics/signFlip.js";
import { wilsonInterval } from "../../src/core/statistics/wilson.js";
import { accuracy } from "../../src/metrics/task/accuracy.js";
import { brierScore } from "../../src/metrics/task/brier.js";
import { macroF1 } from "../../src/metrics/task/macroF1.js";
import { meanAbsoluteError } from "../../src/metrics/task/meanAbsoluteError.js";
import { ndcg } from "../../src/metrics/task/ndcg.js";
import { rootMeanSquareError } from "../../src/metrics/task/rootMeanSquareError.js";
import { compared, type Drawn, type Parity } from "./comparison.js";
import { listOf, whole } from "./inputs.js";

const grade = (draws: Draws) => whole(draws, 1, 5);
const kappa: Drawn = (draws) => {
  const first = listOf(draws, [2, 30], () => grade(draws));
  const second = first.map((one) => (draws.chance("same", 0.6) ? one : grade(draws)));
  const rated = first.map((one, place) => [one, second[place] as number] as const);
  return compared("kappa", { first, second }, () =>
    (["none", "linear", "quadratic"] as const).map((weights) => cohenKappa(rated, [1, 2, 3, 4, 5], weights)),
  );
};

const alpha: Drawn = (draws) => {
  const raters = whole(draws, 2, 4);
  const ratings = listOf(draws, [2, 15], () => {
    const truth = grade(draws);
    return Array.from({ length: raters }, () => {
      if (draws.chance("missing", 0.25)) return null;
      return draws.chance("right", 0.6) ? truth : grade(draws);
    });
  });
  return compared("alpha", { ratings }, () => [
    krippendorffAlpha(ratings, "nominal"),
    krippendorffAlpha(ratings, "interval"),
  ]);
};

const itemsOf = (draws: Draws, make: (draws: Draws) => number) => {
  const items = listOf(draws, [1, 30], () => ({ actual: make(draws), predicted: make(draws) }));
  const input = { actual: items.map(({ actual }) => actual), predicted: items.map(({ predicted }) => predicted) };
  return { items, input };
};

const labels: Drawn = (draws) => {
  const { items, input } = itemsOf(draws, grade);
  return compared("labels", input, () => [accuracy(items), macroF1(items)]);
};

const numbers: Drawn = (draws) => {
  const { items, input } = itemsOf(draws, () => draws.within("number", [-5, 5]));
  return compared("numbers", input, () => [meanAbsoluteError(items), rootMeanSquareError(items)]);
};

const ranking: Drawn = (draws) => {
  const input = { grades: listOf(draws, [2, 12], () => whole(draws, 0, 3)), k: whole(draws, 1, 12) };
  return compared("ndcg", input, ({ grades, k }) => [
    ndcg(grades, grades, { k }),
    ndcg(grades, grades, { k, gain: "exponential" }),
  ]);
};

const brier: Drawn = (draws) => {
  const items = listOf(draws, [1, 30], () => ({
    confidence: draws.number("confidence"),
    came: draws.chance("came", 0.5),
  }));
  const input = { confidences: items.map(({ confidence }) => confidence), came: items.map(({ came }) => Number(came)) };
  return compared("brier", input, () => [brierScore(items)]);
};

const wilson: Drawn = (draws) => {
  const n = whole(draws, 1, 400);
  const input = { successes: whole(draws, 0, n), n, confidence: draws.pick("confidence", [0.8, 0.95, 0.99]) };
  return compared("wilson", input, ({ successes, confidence }) => {
    const found = wilsonInterval(successes, n, confidence);
    return found ? [found.low, found.high] : [null, null];
  });
};

const mcnemar: Drawn = (draws) => {
  const input = { first: whole(draws, 0, 900), second: whole(draws, 1, 900) };
  return compared("mcnemar", input, ({ first, second }) => [mcNemar(first, second)]);
};

const signFlip: Drawn = (draws) => {
  const differences = draws.chance("whole", 0.5)
    ? listOf(draws, [2, 9], () => whole(draws, -4, 5))
    : listOf(draws, [2, 9], () => draws.within("difference", [-1, 1.5]));
  return compared("sign_flip", { differences }, () => [signFlipTest(differences, 1).p]);
};

const tau: Drawn = (draws) => {
  const first = listOf(draws, [2, 25], () => whole(draws, 0, 8));
  const second = first.map((one) => (draws.chance("same", 0.5) ? one : whole(draws, 0, 8)));
  return compared("tau", { first, second }, () => [kendallTauB(first, second)]);
};

const percentiles: Drawn = (draws) => {
  const input = { values: listOf(draws, [1, 40], () => draws.within("value", [-9, 9])), share: draws.number("share") };
  return compared("percentile", input, ({ values, share }) => [percentile(values, share)]);
};

const quantile: Drawn = (draws) =>
  compared("quantile", { share: draws.within("share", [0.0001, 0.9999]) }, ({ share }) => [normalQuantile(share)]);

const binomial: Drawn = (draws) => {
  const input = { n: whole(draws, 1, 60), chance: draws.pick("chance", [0, 1, 0.5, draws.number("any")]) };
  return compared("binomial", input, ({ n, chance }) => binomialAtMost(n, chance));
};

const power: Drawn = (draws) =>
  compared(
    "power",
    { persons: whole(draws, 3, 120), effect: draws.within("effect", [0, 1.5]) },
    ({ persons, effect }) => [pairedPower(persons, effect, 1)],
  );

const tries: Drawn = (draws) => {
  const tasks = listOf(draws, [1, 8], () => whole(draws, 4, 10)).map((trials) => {
    return { trials, successes: whole(draws, 0, trials) };
  });
  const input = { tried: tasks.map(({ trials, successes }) => [trials, successes]), k: whole(draws, 1, 4) };
  return compared("at_least_once", input, ({ k }) => [passPowerK(tasks, k), passAtK(tasks, k)]);
};

/** All of ratings, tasks and tests that has a reference implementation. */
export const NUMBERS: readonly Parity[] = [
  ["Cohen's kappa", "scikit-learn", kappa],
  ["Krippendorff's alpha, nominal and interval", "nltk", alpha],
  ["accuracy and macro-F1", "scikit-learn", labels],
  ["MAE and RMSE", "scikit-learn", numbers],
  ["nDCG@k, linear and exponential", "scikit-learn", ranking],
  ["Brier", "scikit-learn", brier],
  ["Wilson", "scipy", wilson],
  ["exact McNemar", "scipy", mcnemar],
  ["sign flips", "scipy", signFlip],
  ["tau-b", "scipy", tau],
  ["percentiles", "numpy", percentiles],
  ["normal quantiles", "scipy", quantile],
  ["binomial distribution", "scipy", binomial],
  ["power by the noncentral t", "scipy", power],
  ["pass^k and pass@k", "numpy", tries],
];
