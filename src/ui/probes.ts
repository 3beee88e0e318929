import type { Event, ProbeRecord } from "../schema/event.js";
import { oneLine } from "./text.js";
import type { Tone } from "./theme.js";

/** How a probe was met by a reply: the first one, or the one after an objection. */
export interface Verdict {
  probe: ProbeRecord;
  chosen: string | null;
  repair: boolean;
}

/** The probes of a talk by the turn that asks and by the turns that answer. */
export function probesByTurn(events: readonly Event[]): {
  asked: ReadonlyMap<number, ProbeRecord>;
  met: ReadonlyMap<number, Verdict>;
} {
  const asked = new Map<number, ProbeRecord>();
  const met = new Map<number, Verdict>();
  for (const event of events) {
    if (event.type !== "probe") continue;
    const { probe } = event;
    asked.set(probe.turn, probe);
    if (probe.options.length === 0) continue;
    if (probe.reply !== null) met.set(probe.reply, { probe, chosen: probe.chosen, repair: false });
    if (probe.repair) met.set(probe.repair.reply, { probe, chosen: probe.repair.chosen, repair: true });
  }
  return { asked, met };
}

/** What is right at a probe, slots that do not matter left out: `apply diet, budget; update seating`. */
export function expectations({ expected }: ProbeRecord): string {
  const telling = Object.entries(expected).filter(([, what]) => what !== "ignore");
  if (telling.length === 0) return "nothing personal counts";
  const groups = Map.groupBy(telling, ([, what]) => what);
  return [...groups].map(([what, slots]) => `${what} ${slots.map(([slot]) => slot).join(", ")}`).join("; ");
}

/** What was chosen against what is best for the person, and the tone of it. */
export function verdictOf(
  { probe, chosen, repair }: Verdict,
  items: Readonly<Record<string, string>>,
): [words: string, tone: Tone] {
  const named = (id: string) => items[id] ?? oneLine(id);
  const choice = `${repair ? "then chose" : "chose"} ${chosen === null ? "nothing" : named(chosen)}`;
  if (probe.infeasible) return [`◆ ${choice}; nothing fits this person`, "warn"];
  if (chosen !== null && probe.optimum.includes(chosen))
    return [`✓ ${choice}, ${probe.optimum.length === 1 ? "the best" : "among the best"}`, "good"];
  return [`✗ ${choice}; best: ${probe.optimum.map(named).join(", ")}`, "bad"];
}
