import type { Fork } from "../../schema/event.js";
import type { Scorer } from "../scorer.js";

/** The slope of the share of traits kept, over the person's turns: what a turn more costs. Asked off the record. */
export const drift: Scorer = {
  id: "simulator.drift",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "change of the share of the person's traits that a model keeps, per turn; below 0 it forgets whom it plays",
  cannotSee: "drift in what the persona file asserts nothing of",
  users: ["hybrid", "llm"],
  score({ trial: { forks = [] } }) {
    const judged = forks.filter(({ kept, broken }) => kept.length + broken.length > 0);
    const evidence = judged.flatMap(({ turn, answer, broken }) =>
      broken.length > 0 ? [{ turn, quote: answer, hit: false }] : [],
    );
    const slope = slopeOf(judged);
    if (slope === null) return { value: null, n: 0, reason: "asked at fewer than two places of a talk", evidence };
    return { value: slope, n: judged.length, evidence };
  },
};

/** By least squares. */
function slopeOf(forks: readonly Fork[]): number | null {
  const points = forks.map(({ said, kept, broken }) => ({
    at: said,
    share: kept.length / (kept.length + broken.length),
  }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, share] = [mean(points.map((point) => point.at)), mean(points.map((point) => point.share))];
  const spread = points.reduce((sum, point) => sum + (point.at - at) ** 2, 0);
  if (points.length < 2 || spread === 0) return null;
  return points.reduce((sum, point) => sum + (point.at - at) * (point.share - share), 0) / spread;
}
