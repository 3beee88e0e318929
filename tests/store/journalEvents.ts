import { oneCall } from "../../src/core/usage.js";
import type { Event } from "../../src/schema/event.js";
import { ENDED, STARTED, userTurn } from "../core/events.js";

export const of = (trial: string, event: Event): Event => ({ ...event, trial });

export const said = (trial: string, text: string): Event => ({
  ...{ schema: "dramatis/event@1", type: "turn", trial, session: "s1" },
  turn: userTurn(0, { text }),
});

const begins = (trial: string, key: string, again = false): Event => ({
  ...{ schema: "dramatis/event@1", type: "call.started", trial, key, nth: 0, caller: "user", model: "m", again },
});

const answers = (trial: string, key: string): Event => ({
  ...{ schema: "dramatis/event@1", type: "call", trial },
  call: {
    ...{ key, nth: 0, caller: "user", model: "m", tries: [] },
    reply: { text: "olá 👋", calls: [], usage: { ...oneCall({ input: 3, output: 2 }), usd: 1 } },
  },
});

/** Two trials side by side; one of them is played a second time. */
export const EVENTS: readonly Event[] = [
  ...[of("a", STARTED), begins("a", "k1"), of("b", STARTED), answers("a", "k1"), said("a", "one\ntwo 👩‍🔬")],
  ...[of("b", ENDED), begins("a", "k2"), of("a", STARTED), begins("a", "k2", true), answers("a", "k2")],
  ...[said("a", "three"), of("a", { ...ENDED, outcome: "infrastructure_error" } as Event)],
];

/** A journal as it was before lines had numbers. */
export const withoutNumbers = (journal: string) =>
  journal.replaceAll(/"line":\d+,"step":\d+,/g, "").replaceAll(/,"sum":\d+\}$/gm, "}");
