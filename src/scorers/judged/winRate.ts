import type { JudgedScorer } from "../scorer.js";
import { judgedReplies, meanVerdict } from "./replies.js";

/**
 * How often a judge finds the reply better than that of `generic` to the same probe of the same pair and seed, asked in both
 * orders; a tie, or two orders that disagree, is half a win. In [0, 1]; .5 is no better. Source: MT-Bench, Zheng et al. 2023,
 * arXiv 2306.05685, section 3.4.
 */
export const winRate: JudgedScorer = {
  id: "comparison.win-rate",
  rubric: "better",
  version: 1,
  tier: "judge",
  standing: "experimental",
  direction: "higher",
  meaning: "a judge finds the reply better than that of `generic` in both orders; a tie is half (.5: no better)",
  cannotSee: "how the person would feel about either; read it beside the length ratio, for judges prefer long replies",
  score(subject) {
    const found = meanVerdict(judgedReplies(subject, "better"));
    const alone = subject.baseline === null || subject.baseline.id === subject.trial.id;
    return found.value === null && alone ? { ...found, reason: "there is no generic reply to compare with" } : found;
  },
};
