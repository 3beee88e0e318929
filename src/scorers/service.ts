import { artifactOf } from "../core/artifact.js";
import { hasPhrase } from "../core/phrases.js";
import type { ProbeRecord } from "../schema/event.js";
import { type Chance, type Scorer, share } from "./scorer.js";
import { type AskedProbe, isForOthers } from "./subject.js";

/** Of the demands that hold whoever asks, the share that the first reply meets. */
export const must: Scorer = {
  id: "service.must",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "demands on a text that hold whoever asks, met",
  cannotSee: "whether it is well said",
  score: ({ asked }) => share(asked.flatMap(demandsMet), "no text with demands was asked for"),
};

/** Whether what came out is worth as much to the person as the best that was on offer. */
function isBest(
  { options }: ProbeRecord,
  { utility, admissible }: Pick<ProbeRecord, "utility" | "admissible">,
): boolean {
  const best = Math.max(0, ...options.map((option) => (option.admissible ? (option.utility ?? 0) : 0)));
  return admissible === true && (utility ?? 0) > best - 1e-9;
}

/** The demands of a probe as chances. A demand is met by any of its phrases, word by word; for others only in what they read. */
export function demandsMet({ script, reply, record }: AskedProbe): Chance[] {
  const text = isForOthers(record) ? (artifactOf(reply.text) ?? reply.text) : reply.text;
  return script.must.map(({ id, match }) => ({
    hit: hasPhrase(text, match),
    evidence: { turn: reply.index, quote: id, probe: record.id },
  }));
}

/** Of the sessions with a goal, the share that ended with an item that meets what the person insisted on, and all requests answered. */
export const completed: Scorer = {
  id: "service.completed",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "sessions whose goal was reached",
  cannotSee: "goals that the person gave up wanting",
  score({ trial, turns }) {
    const goals = trial.sessions.filter(({ end }) => end?.goal);
    return share(
      goals.map(({ end, turns: within }) => ({
        hit: end?.goal?.complete ?? false,
        evidence: { turn: (within.at(-1) ?? turns.at(-1))?.index ?? 0, quote: end?.goal?.item ?? "" },
      })),
      "no session had a goal",
    );
  },
};

/** User turns in sessions with a goal. A count, 1 or more. */
export const effort: Scorer = {
  id: "service.effort",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "turns the person needed in the whole trial",
  cannotSee: "how hard a turn was to write",
  score: ({ userTurns }) => ({ value: userTurns.length, n: 1, evidence: [] }),
};

/** Of the probes answered worse than could be and corrected by the person, the share whose second answer is best. */
export const repair: Scorer = {
  id: "service.repair",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "after a correction or an answer, the best choice at last",
  cannotSee: "what the person let pass",
  score({ asked }) {
    const second = asked.filter(({ record }) => record.repair !== null && !isBest(record, record));
    return share(
      second.map(({ record }) => ({
        hit: record.repair !== null && isBest(record, record.repair),
        evidence: { turn: record.repair?.reply ?? 0, quote: record.repair?.chosen ?? "", probe: record.id },
      })),
      "no first answer was corrected",
    );
  },
};
