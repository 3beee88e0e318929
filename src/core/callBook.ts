import type { Caller, ModelCall } from "../schema/call.js";
import type { Event, Outcome } from "../schema/event.js";
import type { Usage } from "../schema/usage.js";
import type { Record } from "./ports.js";
import { addCall, noUsage } from "./usage.js";

/** The calls of one trial: those recorded before it is played again, and those to record. */
export interface CallBook {
  /** Tells this trial's questions from the same ones of another repeat. */
  repeat: number;
  /** What was recorded under a key, if anything. */
  recorded(key: string, nth: number): ModelCall | undefined;
  /** Written before a request goes out: one without an answer was in flight when the process died. */
  starts(key: string, nth: number, caller: Caller, model: string): Promise<void>;
  ended(call: ModelCall): Promise<void>;
  /** What the calls of this trial used, also where their replies were recorded before. */
  used(): Usage;
}

/**
 * The book of a trial, over what earlier attempts at it left in the journal. One that came to its end is played again
 * only because it failed: what failed is asked anew, for the same answers would end it in the same way.
 */
export function callBook(trial: string, repeat: number, before: readonly Event[], record: Record): CallBook {
  const place = (key: string, nth: number) => `${key} ${nth}`;
  const answered = new Map<string, ModelCall>();
  const begun = new Set<string>();
  for (const event of before) {
    if (event.type === "call.started") begun.add(place(event.key, event.nth));
    if (event.type === "call") {
      begun.delete(place(event.call.key, event.call.nth));
      answered.set(place(event.call.key, event.call.nth), event.call);
    }
    if (event.type === "trial.ended") forgetFault(answered, event.outcome);
  }
  const used = noUsage();
  const stamp = { schema: "dramatis/event@1", trial } as const;
  return {
    repeat,
    recorded(key, nth) {
      const call = answered.get(place(key, nth));
      if (call) addCall(used, call);
      return call;
    },
    starts(key, nth, caller, model) {
      const again = begun.delete(place(key, nth));
      return record({ ...stamp, type: "call.started", key, nth, caller, model, again });
    },
    ended(call) {
      addCall(used, call);
      return record({ ...stamp, type: "call", call });
    },
    used: () => used,
  };
}

/** Failed calls where the fault was a provider's; every answer where it was the simulated user's, whose words they are. */
function forgetFault(answered: Map<string, ModelCall>, outcome: Outcome): void {
  for (const [place, { reply }] of answered)
    if (reply === null || outcome === "simulator_error") answered.delete(place);
}
