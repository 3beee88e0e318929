import { ARROWS, HEADLINE, shortNumber } from "../core/headline.js";
import { type Line, span } from "./line.js";
import type { Playbill, Scale } from "./playbill.js";
import { runningMean, type Tally } from "./tally.js";
import { aligned, padded, widthOf } from "./text.js";

/** In which order scorers get a place where not all fit: use and misuse alternate, a leak never without its coverage. */
const CHOICE: readonly (readonly string[])[] = [
  ["use.applied"],
  ["misuse.stale"],
  ["use.adherence"],
  ["misuse.irrelevant"],
  ["comparison.gain"],
  ["service.completed"],
  ["misuse.leak", "misuse.leak.coverage"],
];
const OTHERS = HEADLINE.filter((id) => !CHOICE.flat().includes(id)).map((id) => [id]);

/** The running scores: a heading, then an assistant a row; the last row counts those that have no place. */
export function scoreLines(tally: Tally, playbill: Playbill, columns: number, height: number): Line[] {
  const name = Math.min(columns >= ROOMY ? 24 : 12, playbill.widest.assistant);
  const scales = fittingScales(playbill, columns - name - 2);
  const rows = playbill.arms.length <= height - 1 ? playbill.arms : playbill.arms.slice(0, Math.max(0, height - 2));
  const left = playbill.arms.length - rows.length;
  const heading: Line = [span(" ".repeat(name + 2)), ...scales.map((scale) => span(headingOf(scale), "faint"))];
  return [
    heading,
    ...rows.map(
      (arm): Line => [
        span("  "),
        span(padded(playbill.short[arm] ?? arm, name)),
        ...scales.map((scale) => cell(tally, scale, arm)),
      ],
    ),
    ...(left > 0 ? [[span(`  … ${left} more`, "faint")]] : []),
  ];
}

/** How many persons the scores rest on so far. */
export function personsSoFar(tally: Tally, { arms }: Playbill): number {
  return Math.max(0, ...arms.flatMap((arm) => HEADLINE.map((scorer) => runningMean(tally, scorer, arm).persons)));
}

const ROOMY = 64;

/** The scorers that fit, in the order of the headline. */
function fittingScales({ scales, arms, baselines }: Playbill, columns: number): Scale[] {
  const known = new Map<string, Scale>(scales.map((scale) => [scale.id, scale]));
  const compared = arms.some((arm) => baselines[arm] !== undefined && baselines[arm] !== arm);
  if (compared && known.has("use.adherence"))
    known.set("comparison.gain", { id: "comparison.gain", direction: "higher" });
  let left = columns;
  const chosen = new Set<string>();
  for (const group of [...CHOICE, ...OTHERS]) {
    const present = group.flatMap((id) => known.get(id) ?? []);
    const width = present.reduce((sum, scale) => sum + widthOf(headingOf(scale)), 0);
    if (width > left) break;
    left -= width;
    for (const { id } of present) chosen.add(id);
  }
  return HEADLINE.flatMap((id) => (chosen.has(id) ? (known.get(id) ?? []) : []));
}

function headingOf({ id, direction }: Scale): string {
  const name = id.split(".").at(-1) ?? id;
  return ` ${name}${ARROWS[direction]}`;
}

function cell(tally: Tally, scale: Scale, arm: string) {
  const { value } = runningMean(tally, scale.id, arm);
  const width = widthOf(headingOf(scale));
  const number = value === null ? "- " : `${shortNumber(value)} `;
  return span(aligned(number, width), value === null ? "faint" : "plain");
}
