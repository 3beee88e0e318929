import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { harmless } from "../core/harmless.js";
import { ARROWS, shortValue } from "../core/headline.js";
import type { JudgeName } from "../schema/judgement.js";
import type { JudgedNumber, Summary } from "../schema/score.js";
import { borderless } from "./borderless.js";
import { range, short } from "./numbers.js";

const NUMBERS = ["value", "corrected", "persons", "replies"];
const VOTES = ["no verdict", "void", "unread", "failed", "repeats"];
const COLUMNS = [...NUMBERS, ...VOTES];

/** What judges said, apart from the first table; empty where nobody judged. Where it is narrow the votes stand below the numbers. */
export function judgedText(summary: Summary, width: number): string {
  const { judged = [] } = summary;
  if (judged.length === 0) return "";
  const numbers = NUMBERS.filter(
    (title) => title !== "corrected" || judged.some(({ corrected }) => corrected !== null),
  );
  const whole = tableOf(summary, [...numbers, ...VOTES]);
  const widest = Math.max(...whole.split("\n").map((line) => stringWidth(line)));
  const tables = widest <= width ? [whole] : [tableOf(summary, numbers), tableOf(summary, VOTES)];
  const caption = judgedCaption(summary).map((line) => wrapAnsi(harmless(line), width));
  return [...tables, caption.join("\n")].join("\n\n");
}

function tableOf(summary: Summary, shown: readonly string[]): string {
  const table = borderless(["", ...shown.map((title) => title.replace(" ", "\n"))]);
  for (const [scorer, numbers] of Map.groupBy(summary.judged ?? [], ({ scorer: id }) => id)) {
    table.push([`${scorer} ${arrowOf(summary, scorer)}`.trim(), ...shown.map(() => "")]);
    for (const one of numbers)
      table.push([
        `  ${harmless(one.assistant)}`,
        ...shown.map((title) => judgedCells(one)[COLUMNS.indexOf(title)] as string),
      ]);
  }
  return table.toString();
}

/** The cells of one number, in the order of the columns. */
function judgedCells(one: JudgedNumber): string[] {
  return [
    ...[shortValue(one), correctedOf(one), String(one.n)],
    ...[one.replies, one.undecided, one.void, one.unread, one.failed].map(String),
    short(one.agreement),
  ];
}

/** Not half an interval: it is not as wide to both sides. */
function correctedOf({ corrected }: JudgedNumber): string {
  if (corrected === null || corrected.value === null) return "-";
  const { value, low, high } = corrected;
  return low === null ? short(value) : `${short(value)} (${range(low, high)})`;
}

/** The same as rows with a heading, for pages. */
export function judgedRows({ judged = [] }: Summary): { columns: string[]; rows: string[][] } {
  return {
    columns: ["judged", "assistant", ...COLUMNS],
    rows: judged.map((one) => [one.scorer, one.assistant, ...judgedCells(one)]),
  };
}

/** Who judged by what, how far that can be trusted, and what the columns count. */
export function judgedCaption({ judged = [] }: Summary): string[] {
  const own = [...new Set(judged.filter(({ own_replies }) => own_replies).map(({ assistant }) => assistant))];
  return [
    "Judged, experimental: no number here is one of the first table. Means of verdicts over first replies to probes, with 95 % intervals over persons.",
    ...calibratedLines(judged),
    ...uncalibratedLines(judged),
    ...(own.length > 0 ? [`The judge wrote the replies of ${own.join(", ")} itself.`] : []),
    ...(judged.some(({ corrected }) => corrected)
      ? ["Corrected: by sensitivity and specificity (Rogan and Gladen 1978); their errors are in the interval."]
      : []),
    "Void: votes that quote what does not stand in the reply; unread: answers that are no verdict; repeats: how far votes on one reply agree.",
  ];
}

function calibratedLines(judged: readonly JudgedNumber[]): string[] {
  const lines = judged.flatMap(({ judge, calibration }) =>
    calibration
      ? [
          `${rubricOf(judge)} by ${judge.model}: calibrated on ${calibration.labelled} labelled replies; kappa ${short(calibration.kappa)}, sensitivity ${short(calibration.sensitivity)}, specificity ${short(calibration.specificity)}.`,
        ]
      : [],
  );
  return [...new Set(lines)];
}

function uncalibratedLines(judged: readonly JudgedNumber[]): string[] {
  const others = judged.filter(({ calibration }) => calibration === null);
  return [...Map.groupBy(others, ({ judge }) => judge.model)].map(
    ([model, some]) =>
      `Not calibrated: ${[...new Set(some.map(({ judge }) => rubricOf(judge)))].join(", ")}, by ${model}.`,
  );
}

/** `overuse 3 (dc796235)`: a rubric with its version and the beginning of its hash. */
const rubricOf = ({ rubric, version, sha256 }: JudgeName) => `${rubric} ${version} (${sha256.slice(0, 8)})`;

const arrowOf = ({ estimates }: Summary, id: string) => {
  const direction = estimates.find(({ scorer }) => scorer === id)?.direction;
  return direction === undefined ? "" : ARROWS[direction];
};
