import type { Outcome } from "../schema/event.js";
import type { Tone } from "./theme.js";

/** Where a trial stands. */
export type TrialState = "waiting" | "playing" | Outcome;

/** How a state is drawn: a symbol always, a word where there is room. Three kinds of trouble have three symbols. */
export const STATES: Readonly<Record<TrialState, { symbol: string; word: string; tone: Tone }>> = {
  waiting: { symbol: "·", word: "waiting", tone: "faint" },
  playing: { symbol: "▸", word: "playing", tone: "active" },
  completed: { symbol: "✓", word: "completed", tone: "good" },
  "gave-up": { symbol: "○", word: "gave up", tone: "warn" },
  assistant_error: { symbol: "✗", word: "assistant failed", tone: "bad" },
  simulator_error: { symbol: "?", word: "simulated user failed", tone: "bad" },
  infrastructure_error: { symbol: "!", word: "infrastructure failed", tone: "bad" },
};

/** Every state, in the order of a trial's life. */
export const STATE_NAMES = Object.keys(STATES) as readonly TrialState[];
