import type { Calibration, Rate } from "../schema/calibration.js";
import type { Rubric } from "../schema/rubric.js";

/** From here on agreement beyond chance is firm, from the second on tentative (Krippendorff 2004). */
const FIRM = 0.8;
const TENTATIVE = 0.67;

/** A calibration for people to read: what was measured, by what, and what follows. */
export function calibrationText(rubric: Rubric, model: string, found: Calibration): string {
  const lines = [
    `${rubric.id} (version ${rubric.version}), judged by ${model}`,
    `${found.labelled} labelled replies, ${found.missing} without a verdict`,
    "",
    row("agreement", number(found.agreement), "share of verdicts as people labelled"),
    row("kappa", number(found.kappa), rubric.scale === "ordinal" ? "Cohen, quadratic weights" : "Cohen"),
    row("alpha", number(found.alpha), "Krippendorff, nominal"),
    row("AC1", number(found.ac1), "Gwet; kappa falls with a skewed prevalence, this does not"),
    row("prevalence", number(found.prevalence), "share that people counted positive"),
    row("sensitivity", interval(found.sensitivity), "of those, found; 95 % Wilson"),
    row("specificity", interval(found.specificity), "of the others, left alone; 95 % Wilson"),
    row("own votes", number(found.own), "how far repeats of the judge agree"),
    row(
      "people",
      number(found.people),
      "kappa of two labellings: more cannot be asked (by one person: stability, not agreement)",
    ),
    "",
    ...(found.kinds.length === 0 ? [] : ["by kind of reply, right of all"]),
    ...found.kinds.map(({ kind, right, of }) => `  ${kind.padEnd(28)} ${right} of ${of}`),
    ...(found.kinds.length === 0 ? [] : [""]),
    conclusion(found),
    `It cannot see ${rubric.cannot_see}.`,
  ];
  return `${lines.join("\n")}\n`;
}

const row = (name: string, value: string, meaning: string) => `${name.padEnd(12)} ${value.padEnd(16)} ${meaning}`;

const number = (value: number | null) => (value === null ? "-" : value.toFixed(2).replace(/^(-?)0\./, "$1."));

const interval = ({ value, low, high, of }: Rate) =>
  `${number(value)}${low === null ? "" : ` [${number(low)}, ${number(high)}]`} of ${of}`;

function conclusion({ labelled, missing, kappa, sensitivity, specificity }: Calibration): string {
  if (missing === labelled)
    return "Nothing was measured: no answer of this judge was a verdict that quotes words of the reply.";
  const informed = (sensitivity.value ?? 0) + (specificity.value ?? 0) - 1;
  if (kappa === null || informed <= 0) return "This judge tells nothing of what people said: do not use it.";
  if (kappa >= FIRM) return "Agreement beyond chance is firm.";
  const how = kappa >= TENTATIVE ? "is tentative" : "is weak";
  return `Agreement beyond chance ${how}: correct its rates by sensitivity and specificity (Rogan and Gladen), and say so.`;
}
