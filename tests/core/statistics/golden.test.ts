import { describe } from "vitest";
import { rawAgreement } from "../../../src/core/statistics/agreement.js";
import { cohenKappa } from "../../../src/core/statistics/cohenKappa.js";
import { gwetAC1 } from "../../../src/core/statistics/gwetAC1.js";
import { holm } from "../../../src/core/statistics/holm.js";
import { krippendorffAlpha } from "../../../src/core/statistics/krippendorffAlpha.js";
import { mcNemar } from "../../../src/core/statistics/mcnemar.js";
import { passAtK, passPowerK } from "../../../src/core/statistics/passK.js";
import { designEffect, pairedPower, pairsNeeded, personsNeeded } from "../../../src/core/statistics/power.js";
import { ratioInterval } from "../../../src/core/statistics/ratioInterval.js";
import { trueRate } from "../../../src/core/statistics/roganGladen.js";
import { signFlipTest } from "../../../src/core/statistics/signFlip.js";
import { wilsonInterval } from "../../../src/core/statistics/wilson.js";
import { type Golden, itHasTheGoldenValues } from "../../support/golden.js";

/** Ratings written as one row a rater, `*` where one said nothing, turned into one list a thing. */
function ratings(...rows: string[]): (number | null)[][] {
  const raters = rows.map((row) => row.split(" ").map((mark) => (mark === "*" ? null : Number(mark))));
  return (raters[0] ?? []).map((_, thing) => raters.map((marks) => marks[thing] ?? null));
}

/** As many pairs of ratings as counted. */
const pairs = (counts: readonly (readonly [string, string, number])[]) =>
  counts.flatMap(([first, second, count]) => Array.from({ length: count }, () => [first, second] as const));

describe("agreement", () => {
  const wikipedia = ratings(
    "* * * * * 3 4 1 2 1 1 3 3 * 3",
    "1 * 2 1 3 3 4 3 * * * * * * *",
    "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
  );
  const krippendorff = ratings(
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
  );
  const acts = pairs([
    ["stat", "stat", 46],
    ["ireq", "ireq", 32],
    ["chck", "chck", 10],
    ["ireq", "stat", 6],
    ["ireq", "chck", 6],
  ]);
  const actNames = ["stat", "ireq", "chck"];
  const first = [1, 2, 3, 4, 5, 5, 4, 3, 2, 1];
  const second = [1, 2, 4, 4, 5, 4, 4, 2, 2, 1];
  const judged = first.map((rating, place) => [rating, second[place] as number] as const);
  const grades = [1, 2, 3, 4, 5];
  const skewed = pairs([
    ["yes", "yes", 90],
    ["yes", "no", 5],
    ["no", "yes", 5],
  ]);
  const yesNo = ["yes", "no"];

  itHasTheGoldenValues([
    ["alpha, nominal", "Wikipedia, Krippendorff's alpha", () => krippendorffAlpha(wikipedia, "nominal"), 0.691358],
    ["alpha, ordinal", "fast-krippendorff's tests", () => krippendorffAlpha(wikipedia, "ordinal"), 0.806721],
    ["alpha, interval", "Wikipedia, Krippendorff's alpha", () => krippendorffAlpha(wikipedia, "interval"), 0.810845],
    ["alpha, ratio", "fast-krippendorff's tests", () => krippendorffAlpha(wikipedia, "ratio"), 0.808944],
    ["alpha of four, nominal", "Krippendorff 2011", () => krippendorffAlpha(krippendorff, "nominal"), 0.743, 3],
    ["alpha of four, ordinal", "Krippendorff 2011", () => krippendorffAlpha(krippendorff, "ordinal"), 0.815, 3],
    ["alpha of four, interval", "Krippendorff 2011", () => krippendorffAlpha(krippendorff, "interval"), 0.849, 3],
    ["alpha of four, ratio", "Krippendorff 2011", () => krippendorffAlpha(krippendorff, "ratio"), 0.797, 3],
    [
      "alpha, things rated once ignored",
      "nltk.metrics.agreement",
      () => krippendorffAlpha([["YES", "NO", "NO"], ["YES", "NO"], ["YES"]], "nominal"),
      -0.3333,
      4,
    ],
    ["alpha of two", "nltk, artstein_poesio_example.txt", () => krippendorffAlpha(acts, "nominal"), 0.800535],
    ["agreement of two", "nltk, artstein_poesio_example.txt", () => rawAgreement(acts), 0.88],
    ["kappa of names", "nltk, artstein_poesio_example.txt", () => cohenKappa(acts, actNames), 0.801325],
    ["kappa of grades", "scikit-learn 1.9.1", () => cohenKappa(judged, grades), 0.625],
    ["kappa, linear", "scikit-learn 1.9.1", () => cohenKappa(judged, grades, "linear"), 0.810127],
    ["kappa, quadratic", "scikit-learn 1.9.1", () => cohenKappa(judged, grades, "quadratic"), 0.923077],
    ["agreement, one name prevailing", "[[90, 5], [5, 0]]", () => rawAgreement(skewed), 0.9],
    ["kappa, one name prevailing", "[[90, 5], [5, 0]]", () => cohenKappa(skewed, yesNo), -0.053, 3],
    ["AC1, one name prevailing", "[[90, 5], [5, 0]]", () => gwetAC1(skewed, yesNo), 0.89, 3],
    ["AC1 of four", "irrCAC, raters of Gwet 2014", () => gwetAC1(krippendorff, [1, 2, 3, 4, 5]), 0.77544, 5],
    ["kappa of nothing", "undefined", () => cohenKappa([], yesNo), null],
    ["kappa without variation", "undefined", () => cohenKappa([["yes", "yes"]], yesNo), null],
    ["agreement on nothing", "undefined", () => rawAgreement([]), null],
    ["alpha of nothing", "undefined", () => krippendorffAlpha([[1, null]], "interval"), null],
    ["alpha without variation", "undefined", () => krippendorffAlpha([[1, 1]], "interval"), null],
    ["AC1 of nothing", "undefined", () => gwetAC1([["yes", null]], yesNo), null],
    ["AC1 of one category", "undefined", () => gwetAC1([["yes", "yes"]], ["yes"]), null],
  ]);
});

describe("tests of pairs", () => {
  const x = [12, 15, 9, 20, 17, 11, 14, 18];
  const y = [10, 11, 8, 14, 18, 6, 11, 9];
  const differences = x.map((value, place) => value - (y[place] as number));
  const adjusted = [0.03, 0.06, 0.06, 0.02];
  itHasTheGoldenValues([
    ["McNemar of 3 and 12", "scipy 1.17.1, binomtest", () => mcNemar(3, 12), 0.035156],
    ["McNemar of 5 and 15", "scipy 1.17.1, binomtest", () => mcNemar(15, 5), 0.041389],
    ["McNemar of 4 and 4", "definition", () => mcNemar(4, 4), 1],
    ["McNemar of no discordant pair", "undefined", () => mcNemar(0, 0), null],
    ["sign flips of 8 differences", "scipy 1.17.1, permutation_test", () => signFlipTest(differences, 1).p, 6 / 256],
    [
      "sign flips, not whole",
      "the same, a tenth",
      () =>
        signFlipTest(
          differences.map((d) => d / 10),
          1,
        ).p,
      6 / 256,
    ],
    ["sign flips of nothing", "undefined", () => signFlipTest([], 1).p, null],
    ["sign flips of no difference", "definition", () => signFlipTest([0, 0], 1).p, 1],
    ...adjusted.map((p, place): Golden => {
      return [`Holm, ${place}`, "R, p.adjust", () => holm([0.01, 0.04, 0.03, 0.005])[place] ?? null, p];
    }),
    ["Holm is never over 1", "R, p.adjust", () => holm([0.5, 0.7])[0] ?? null, 1],
  ]);
});

describe("proportions", () => {
  const HALVES: readonly (readonly [n: number, atHalf: number, atNine: number])[] = [
    [30, 0.168, 0.111],
    [50, 0.134, 0.085],
    [100, 0.096, 0.06],
    [200, 0.069, 0.042],
    [400, 0.049, 0.03],
    [1000, 0.031, 0.019],
  ];
  const half = (successes: number, n: number) => {
    const { low, high } = wilsonInterval(successes, n) ?? { low: 0, high: 0 };
    return (high - low) / 2;
  };
  const source = "scipy 1.17.1, proportion_ci";
  itHasTheGoldenValues([
    ["Wilson of 45 in 60, low", source, () => wilsonInterval(45, 60)?.low ?? null, 0.627679],
    ["Wilson of 45 in 60, high", source, () => wilsonInterval(45, 60)?.high ?? null, 0.842235],
    ["Wilson of 7 in 10, low", source, () => wilsonInterval(7, 10)?.low ?? null, 0.396778],
    ["Wilson of 7 in 10, high", source, () => wilsonInterval(7, 10)?.high ?? null, 0.892209],
    ["Wilson of 0 in 20, low", source, () => wilsonInterval(0, 20)?.low ?? null, 0],
    ["Wilson of 0 in 20, high", source, () => wilsonInterval(0, 20)?.high ?? null, 0.161125],
    ["Wilson of nothing", "undefined", () => wilsonInterval(0, 0)?.low ?? null, null],
    ...HALVES.flatMap(([n, atHalf, atNine]): Golden[] => [
      [`half of Wilson's at .5 of ${n}`, source, () => half(n / 2, n), atHalf, 3],
      [`half of Wilson's at .9 of ${n}`, source, () => half(0.9 * n, n), atNine, 3],
    ]),
    ["true rate of .62", "Rogan and Gladen 1978", () => trueRate(0.62, 0.9, 0.8), 0.6],
    ["true rate of .70", "Rogan and Gladen 1978", () => trueRate(0.7, 0.85, 0.95), 0.8125],
    ["true rate, clipped", "definition", () => trueRate(0.1, 0.9, 0.8), 0],
    ["true rate by a coin", "undefined", () => trueRate(0.5, 0.5, 0.5), null],
  ]);
});

describe("pass^k and pass@k", () => {
  const tasks = [4, 3, 2, 0, 1].map((successes) => ({ trials: 4, successes }));
  const [all, any] = [
    [0.5, 1 / 3, 0.25, 0.2],
    [0.5, 2 / 3, 0.75, 0.8],
  ];
  itHasTheGoldenValues([
    ...all.map((value, place): Golden => [`pass^${place + 1}`, "numpy", () => passPowerK(tasks, place + 1), value]),
    ...any.map((value, place): Golden => [`pass@${place + 1}`, "numpy", () => passAtK(tasks, place + 1), value]),
    ["pass^5 of 4 tries", "undefined", () => passPowerK(tasks, 5), null],
    [
      "pass^2 where one task was tried once",
      "undefined",
      () => passPowerK([{ trials: 1, successes: 1 }, ...tasks], 2),
      null,
    ],
    ["pass@1 of no task", "undefined", () => passAtK([], 1), null],
  ]);
});

describe("bootstrap of ratios", () => {
  const places = [0, 1, 2];
  const everyResample = () =>
    places.flatMap((one) => places.flatMap((two) => places.map((three) => [one, two, three])));
  const found = ratioInterval(
    [1, 2, 4].map((numerator) => ({ numerator, denominator: 1 })),
    everyResample,
  );
  itHasTheGoldenValues([
    ["mean of [1, 2, 4]", "numpy, all 27 resamples", () => found.value, 7 / 3],
    ["2.5 %", "numpy, all 27 resamples", () => found.low, 1.216667],
    ["97.5 %", "numpy, all 27 resamples", () => found.high, 3.566667],
  ]);
});

describe("power", () => {
  const NEEDED: readonly (readonly [difference: number, needed: readonly number[]])[] = [
    [0.05, [626, 940, 1254]],
    [0.1, [155, 234, 312]],
    [0.15, [68, 103, 138]],
    [0.2, [37, 57, 77]],
  ];
  const gpower = "G*Power 3.1, means of matched pairs";
  itHasTheGoldenValues([
    ...NEEDED.flatMap(([difference, needed]) =>
      needed.map((count, place): Golden => {
        const discordant = [0.2, 0.3, 0.4][place] as number;
        return [
          `pairs for ${difference}, ${discordant} discordant`,
          "Connor 1987",
          () => pairsNeeded(difference, discordant),
          count,
        ];
      }),
    ),
    ["pairs for no difference", "undefined", () => pairsNeeded(0, 0.2), null],
    ["persons for half a deviation", gpower, () => personsNeeded(0.5, 1), 34],
    ["persons for a fifth of a deviation", gpower, () => personsNeeded(0.2, 1), 199],
    ["persons for .8 of a deviation", gpower, () => personsNeeded(-1.6, 2), 15],
    ["power of 34 for half a deviation", "scipy 1.17.1, nct", () => pairedPower(34, 0.5, 1), 0.8077775012792737],
    ["power for nothing is the error", "definition", () => pairedPower(12, 0, 1), 0.05],
    ["persons for no effect", "undefined", () => personsNeeded(0, 1), null],
    ["power of one person", "undefined", () => pairedPower(1, 0.5, 1), null],
    ["design effect", "Kish 1965", () => designEffect(5, 0.25), 2],
  ]);
});
