import { rawAgreement } from "../core/statistics/agreement.js";
import { cohenKappa } from "../core/statistics/cohenKappa.js";
import { gwetAC1 } from "../core/statistics/gwetAC1.js";
import { krippendorffAlpha } from "../core/statistics/krippendorffAlpha.js";
import { meanOf } from "../core/statistics/mean.js";
import { wilsonInterval } from "../core/statistics/wilson.js";
import type { Judgement } from "../core/verdicts.js";
import type { Calibration, Rate } from "../schema/calibration.js";
import type { Labelled, Rubric } from "../schema/rubric.js";

/** A reply that people labelled, and what the judge made of it. */
export interface Compared {
  labelled: Labelled;
  judgement: Judgement;
}

/**
 * Measures a judge against labels. A verdict counts as positive where its value is above the middle of the rubric's values;
 * verdicts without a value are in agreement and kappa, and neither positive nor negative.
 */
export function calibrationOf(rubric: Rubric, compared: readonly Compared[]): Calibration {
  const told = compared.filter(({ judgement }) => judgement.verdict !== null);
  const pairs = told.map(({ labelled, judgement }) => [labelled.label, judgement.verdict as string] as const);
  const categories = rubric.verdicts.map(({ verdict }) => verdict);
  const isPositive = positivesOf(rubric);
  const rateOf = (wanted: boolean): Rate => {
    const among = pairs.filter(([label]) => isPositive(label) === wanted);
    return rate(among.filter(([, verdict]) => isPositive(verdict) === wanted).length, among.length);
  };
  const counted = told.filter(({ labelled }) => isPositive(labelled.label) !== null);
  return {
    labelled: compared.length,
    missing: compared.length - told.length,
    agreement: rawAgreement(pairs),
    kappa: kappaOf(rubric, pairs, categories),
    alpha: krippendorffAlpha(
      pairs.map(([label, verdict]) => [label, verdict]),
      "nominal",
    ),
    ac1: gwetAC1(
      pairs.map(([label, verdict]) => [label, verdict]),
      categories,
    ),
    prevalence: meanOf(counted.map(({ labelled }) => (isPositive(labelled.label) ? 1 : 0))),
    sensitivity: rateOf(true),
    specificity: rateOf(false),
    own: meanOf(compared.flatMap(({ judgement }) => judgement.agreement ?? [])),
    people: kappaOf(rubric, twice(compared), categories),
    kinds: kindsOf(told),
    confusion: confusionOf(pairs),
  };
}

/** Whether a verdict counts as positive; null where it has no value. */
function positivesOf({ verdicts }: Rubric): (verdict: string) => boolean | null {
  const values = verdicts.flatMap(({ value }) => value ?? []);
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  return (verdict) => {
    const value = verdicts.find((one) => one.verdict === verdict)?.value ?? null;
    return value === null ? null : value > middle;
  };
}

function kappaOf({ scale }: Rubric, pairs: readonly (readonly [string, string])[], categories: readonly string[]) {
  return cohenKappa(pairs, categories, scale === "ordinal" ? "quadratic" : "none");
}

function twice(compared: readonly Compared[]): (readonly [string, string])[] {
  return compared.flatMap(({ labelled: { labels = [] } }) =>
    labels.length > 1 ? [[labels[0] as string, labels[1] as string] as const] : [],
  );
}

function rate(hits: number, of: number): Rate {
  const interval = wilsonInterval(hits, of);
  return { value: of === 0 ? null : hits / of, low: interval?.low ?? null, high: interval?.high ?? null, of };
}

function kindsOf(told: readonly Compared[]): Calibration["kinds"] {
  const kinds = Map.groupBy(told, ({ labelled: { kind = "other" } }) => kind);
  return [...kinds].map(([kind, among]) => ({
    kind,
    right: among.filter(({ labelled, judgement }) => labelled.label === judgement.verdict).length,
    of: among.length,
  }));
}

function confusionOf(pairs: readonly (readonly [string, string])[]): Calibration["confusion"] {
  const table: Calibration["confusion"] = {};
  for (const [label, verdict] of pairs) {
    const row = table[label] ?? {};
    row[verdict] = (row[verdict] ?? 0) + 1;
    table[label] = row;
  }
  return table;
}
