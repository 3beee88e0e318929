import type { JudgementLine } from "../schema/judgement.js";
import { bothOrders, type Judgement, settled, type Vote } from "./verdicts.js";

/** The value of a pair's verdict to the reply that stands first when asked `there`: a tie is half a win. */
const WON: Readonly<Record<string, number>> = { first: 1, tie: 0.5, second: 0 };

/** What came of all recorded votes of one judge on one reply. A vote on a pair in one order only does not count. */
export function judgementIn(lines: readonly JudgementLine[]): Judgement {
  if (lines.every(({ order }) => order === "alone")) {
    const values = new Map(lines.map(({ verdict, value }) => [verdict, value]));
    return settled([...lines], (verdict) => values.get(verdict) ?? null);
  }
  const votes = [...Map.groupBy(lines, ({ repeat }) => repeat).values()].map(inBothOrders);
  return settled(votes, (verdict) => WON[verdict] ?? null);
}

function inBothOrders(lines: readonly JudgementLine[]): Vote {
  const [there, back] = (["there", "back"] as const).map((order) => lines.find((line) => line.order === order));
  if (there && back) return bothOrders(there, back);
  return { verdict: null, quote: null, reason: "the pair was judged in one order only", outcome: "failed" };
}

/** Which judge counts, where several were asked by one rubric. */
export type Wanted = Pick<JudgementLine, "rubric" | "sha256" | "model">;

/**
 * Of all recorded votes those of one judge for each rubric: the one that is wanted, else the one that was asked last. Of votes
 * with one place the last counts.
 */
export function ofOneJudge(lines: readonly JudgementLine[], wanted: readonly Wanted[] = []): JudgementLine[] {
  const last = new Map<string, Wanted>(lines.map((line) => [line.rubric, line]));
  for (const one of wanted) last.set(one.rubric, one);
  const votes = new Map<string, JudgementLine>();
  for (const line of lines) {
    const { sha256, model } = last.get(line.rubric) as Wanted;
    if (line.sha256 === sha256 && line.model === model) votes.set(placeOf(line), line);
  }
  return [...votes.values()];
}

const placeOf = ({ rubric, trial, turn, order, repeat }: JudgementLine) =>
  `${rubric} ${trial} ${turn} ${order} ${repeat}`;
