import { judgementIn } from "../../core/judgedReply.js";
import type { Judgement } from "../../core/verdicts.js";
import type { ScoreEvidence } from "../../schema/score.js";
import type { Finding } from "../scorer.js";
import type { AskedProbe, Subject } from "../subject.js";

/** A first reply to a probe with what its judge made of it. */
export interface JudgedReply {
  probe: AskedProbe;
  judgement: Judgement;
}

/** The replies of a trial about which a judge was asked by a rubric. */
export function judgedReplies({ asked, judgements }: Subject, rubric: string): JudgedReply[] {
  return asked.flatMap((probe) => {
    const lines = judgements.filter((line) => line.rubric === rubric && line.turn === probe.reply.index);
    return lines.length === 0 ? [] : [{ probe, judgement: judgementIn(lines) }];
  });
}

/**
 * The mean value of what was judged. Replies without a verdict are undetermined; those on which the question does not arise
 * are in no number.
 */
export function meanVerdict(replies: readonly JudgedReply[]): Finding {
  const counted = replies.flatMap(({ probe, judgement }) =>
    judgement.value === null ? [] : [{ probe, judgement, value: judgement.value }],
  );
  const undetermined = replies.filter(({ judgement }) => judgement.verdict === null).length;
  const evidence = counted.map(({ probe, judgement, value }) => evidenceOf(probe, judgement, value));
  if (counted.length === 0) return { value: null, n: 0, reason: whyNone(replies), undetermined, evidence };
  const value = counted.reduce((sum, one) => sum + one.value, 0) / counted.length;
  return { value, n: counted.length, undetermined, evidence };
}

function whyNone(replies: readonly JudgedReply[]): string {
  if (replies.length === 0) return "no judge was asked about a reply of it";
  const without = replies.find(({ judgement }) => judgement.verdict === null);
  return without ? `no verdict: ${without.judgement.reason}` : "at every probe the question did not arise";
}

/** A verdict between the ends of the scale counts neither in nor out of a share. */
function evidenceOf({ reply, record }: AskedProbe, { quote }: Judgement, value: number): ScoreEvidence {
  const hit = value === 1 ? { hit: true } : value === 0 ? { hit: false } : {};
  return { turn: reply.index, quote: quote ?? "", probe: record.id, ...hit };
}
