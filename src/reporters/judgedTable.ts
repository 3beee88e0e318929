import wrapAnsi from "wrap-ansi";
import { harmless } from "../core/harmless.js";
import { ARROWS, shortValue } from "../core/headline.js";
import type { JudgedNumber, Summary } from "../schema/score.js";
import { borderless } from "./borderless.js";
import { short } from "./numbers.js";

const COLUMNS = ["", "value", "corrected", "persons", "replies", "no verdict", "void", "unread", "failed", "repeats"];

/** What judges said, apart from the first table; empty where nobody judged. */
export function judgedText(summary: Summary, width: number): string {
  const { judged = [] } = summary;
  if (judged.length === 0) return "";
  const shown = COLUMNS.filter((_, at) => at !== 2 || judged.some(({ corrected }) => corrected !== null));
  const table = borderless(shown.map((title) => title.replace(" ", "\n")));
  for (const [scorer, numbers] of Map.groupBy(judged, ({ scorer: id }) => id)) {
    table.push([`${scorer} ${arrowOf(summary, scorer)}`.trim(), ...shown.slice(1).map(() => "")]);
    for (const one of numbers) {
      const cells = judgedCells(one);
      table.push(
        cells
          .filter((_, at) => shown.includes(COLUMNS[at] as string))
          .map((cell, at) => (at === 0 ? `  ${cell}` : cell)),
      );
    }
  }
  return `${table.toString()}\n\n${judgedCaption(summary)
    .map((line) => wrapAnsi(harmless(line), width))
    .join("\n")}`;
}

/** The cells of one number, in the order of the columns. */
function judgedCells(one: JudgedNumber): string[] {
  return [
    ...[harmless(one.assistant), shortValue(one), one.corrected ? shortValue(one.corrected) : "-", String(one.n)],
    ...[one.replies, one.undecided, one.void, one.unread, one.failed].map(String),
    short(one.agreement),
  ];
}

/** The same as rows with a heading, for pages. */
export function judgedRows({ judged = [] }: Summary): { columns: string[]; rows: string[][] } {
  return {
    columns: ["judged", "assistant", ...COLUMNS.slice(1)],
    rows: judged.map((one) => [one.scorer, ...judgedCells(one)]),
  };
}

/** Who judged by what, how far that can be trusted, and what the columns count. */
export function judgedCaption({ judged = [] }: Summary): string[] {
  const judges = new Map(judged.map((one) => [`${one.judge.rubric} ${one.judge.sha256} ${one.judge.model}`, one]));
  const own = [...new Set(judged.filter(({ own_replies }) => own_replies).map(({ assistant }) => assistant))];
  return [
    "Judged, experimental: no number here is one of the first table. Means of verdicts over first replies to probes, with 95 % intervals over persons.",
    ...[...judges.values()].map(({ judge: { rubric, version, sha256, model }, calibration }) => {
      const trust = calibration
        ? `calibrated on ${calibration.labelled} labelled replies: kappa ${short(calibration.kappa)}, sensitivity ${short(calibration.sensitivity)}, specificity ${short(calibration.specificity)}`
        : "not calibrated";
      return `${rubric}, version ${version} (${sha256.slice(0, 8)}), by ${model}: ${trust}.`;
    }),
    ...(own.length > 0 ? [`The judge wrote the replies of ${own.join(", ")} itself.`] : []),
    ...(judged.some(({ corrected }) => corrected)
      ? ["Corrected: by sensitivity and specificity (Rogan and Gladen 1978)."]
      : []),
    "Void: votes that quote what does not stand in the reply; unread: answers that are no verdict; repeats: how far votes on one reply agree.",
  ];
}

const arrowOf = ({ estimates }: Summary, id: string) => {
  const direction = estimates.find(({ scorer }) => scorer === id)?.direction;
  return direction === undefined ? "" : ARROWS[direction];
};
