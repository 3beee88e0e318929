import { wordsOf } from "../../core/words.js";
import type { JudgedScorer } from "../scorer.js";
import { judgedReplies } from "./replies.js";

/**
 * Words of the replies that a judge found better, worse or even, over the words of the `generic` replies they were compared
 * with. A ratio above 0; 1 is as long. Judges prefer the longer reply (Dubois et al. 2024, arXiv 2404.04475).
 */
export const lengthRatio: JudgedScorer = {
  id: "comparison.length-ratio",
  rubric: "better",
  version: 1,
  tier: "judge",
  standing: "experimental",
  direction: "neither",
  meaning: "words of the reply over words of the `generic` reply it was compared with",
  cannotSee: "whether the words were needed",
  score(subject) {
    const turns = new Map(
      subject.baseline?.sessions.flatMap(({ turns: said }) => said.map((turn) => [turn.index, turn.text])),
    );
    const pairs = judgedReplies(subject, "better").flatMap(({ probe: { record, reply }, judgement }) => {
      const theirs = subject.baseline?.probes.find(({ session, id }) => session === record.session && id === record.id);
      const other = turns.get(theirs?.reply ?? -1);
      return judgement.verdict === null || other === undefined ? [] : [{ reply, other, probe: record.id }];
    });
    const own = pairs.reduce((sum, { reply }) => sum + wordsOf(reply.text).length, 0);
    const generic = pairs.reduce((sum, { other }) => sum + wordsOf(other).length, 0);
    if (generic === 0) return { value: null, n: 0, reason: "no pair of replies was judged", evidence: [] };
    const evidence = pairs.map(({ reply, probe }) => ({ turn: reply.index, quote: "", probe }));
    return { value: own / generic, n: pairs.length, evidence };
  },
};
