import type { ProbeRecord, ScoredOutcome } from "../schema/event.js";
import type { ScoreEvidence } from "../schema/score.js";
import type { AskedProbe } from "./subject.js";

/** Whether the choice at a probe can be better or worse for the person: something can be had that matters to them. */
export const isJudged = ({ record }: AskedProbe) =>
  !record.infeasible && record.options.some(({ utility }) => utility !== null);

/** Whether a reply came to anything: an item was chosen, or a text delivered whose slots can be measured. */
export const cameOut = ({ admissible }: Pick<ScoredOutcome, "admissible">) => admissible !== null;

/** The utility of what came out: of the item's tags, and of what is measured in a delivered text. In [0, 1]. */
export const achieved = ({ utility, admissible }: Pick<ScoredOutcome, "utility" | "admissible">) =>
  admissible ? (utility ?? 0) : 0;

/** The utility of one option of a probe; 0 for none and for what is inadmissible. */
export function utilityOf({ options }: ProbeRecord, chosen: string | null): number {
  const option = options.find(({ id }) => id === chosen);
  return option?.admissible ? (option.utility ?? 0) : 0;
}

/** The utility of the best that was on offer. */
export const bestUtility = (record: ProbeRecord) =>
  Math.max(0, ...record.options.map(({ id }) => utilityOf(record, id)));

/** Whether what came out is worth as much to the person as the best that was on offer. */
export const isBest = (record: ProbeRecord, outcome: Pick<ScoredOutcome, "utility" | "admissible">) =>
  outcome.admissible === true && achieved(outcome) > bestUtility(record) - 1e-9;

export const choiceEvidence = ({ record, reply }: AskedProbe): ScoreEvidence => ({
  turn: reply.index,
  quote: record.chosen ?? "",
  probe: record.id,
});
