import { harmless } from "../core/harmless.js";
import type { Turn } from "../schema/event.js";
import type { Score } from "../schema/score.js";
import type { Trial } from "../schema/trial.js";

/** One trial as a page of text: the talk, what was right at each probe, and the scores. */
export function transcript(trial: Trial, scores: readonly Score[]): string {
  const head = `${trial.persona} in ${trial.scenario}, assistant ${trial.assistant.id} (${trial.outcome})\n${trial.label}; seed ${trial.seed}`;
  const sessions = trial.sessions.map(({ id, at, turns, drifted }) => {
    const changed = drifted.length > 0 ? `; changed since: ${drifted.join(", ")}` : "";
    return [`\n-- session ${id}, ${at}${changed}`, ...turns.map((turn) => line(trial, turn))].join("\n");
  });
  const known = scores
    .filter(({ value }) => value !== null)
    .map(({ scorer, value, n }) => `  ${scorer.padEnd(24)}${value?.toFixed(2)}  (n ${Number(n.toFixed(2))})`);
  return [head, ...sessions, "\nscores", ...known].join("\n");
}

function line({ probes, persona }: Trial, turn: Turn): string {
  const speaker = turn.speaker === "user" ? persona.split("-")[0] : "assistant";
  const probe = probes.find(({ reply, repair }) => reply === turn.index || repair?.reply === turn.index);
  const marks =
    turn.speaker === "user"
      ? [turn.beat && `beat: ${turn.beat}`, turn.probe && `probe ${turn.probe}`, turn.misheard && "misheard"]
      : [probe && judged(probe, turn.index)];
  const note = marks.filter(Boolean).join(", ");
  return `${`${speaker}:`.padEnd(11)}${harmless(turn.text)}${note ? `\n           [${note}]` : ""}`;
}

function judged(probe: Trial["probes"][number], index: number): string {
  const chosen = probe.reply === index ? probe.chosen : probe.repair?.chosen;
  if (probe.options.length === 0 || !chosen) return `probe ${probe.id}`;
  return probe.optimum.includes(chosen)
    ? `chose ${chosen}: among the best`
    : `chose ${chosen}; best: ${probe.optimum.slice(0, 3).join(", ")}`;
}
