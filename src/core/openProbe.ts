import type { AssistantTurn, ProbeRecord } from "../schema/event.js";
import type { Probe } from "../schema/scenario.js";
import { type Situation, truthAt } from "./expected.js";
import { outcomeOf, worthOf } from "./outcome.js";
import type { Task } from "./ports.js";

/** A probe that was asked and may still be answered, or answered better. */
export interface OpenProbe {
  record: ProbeRecord;
  situation: Situation;
}

/** A probe as it is asked, with what is right then. */
export function openProbe(probe: Probe, situation: Situation, place: Pick<ProbeRecord, "session" | "turn">): OpenProbe {
  const { id, slots, audience } = probe;
  const nothing = { reply: null, chosen: null, attributes: {}, utility: null, admissible: null, repair: null };
  return { record: { id, ...place, slots, audience, ...truthAt(probe, situation), ...nothing }, situation };
}

/** Writes down what a reply comes to: the first as the answer, the second as its repair. */
export function answer({ record, situation }: OpenProbe, task: Task, { index, choice, text }: AssistantTurn): void {
  const chosen = situation.options.find(({ id }) => id === choice);
  const attributes = outcomeOf(situation.slots, task, chosen, text);
  const outcome = { reply: index, chosen: choice, attributes, ...worthOf(situation, record.slots, choice, attributes) };
  if (record.reply === null) Object.assign(record, outcome);
  else record.repair = outcome;
}

/** The slots on which the person may insist at a probe: all but those that a norm or evidence outranks there. */
export const insistedSlots = ({ record: { slots, expected } }: OpenProbe): string[] =>
  slots.filter((slot) => expected[slot] !== "defer");
