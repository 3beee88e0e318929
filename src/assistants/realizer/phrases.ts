import { CASUAL } from "./phrases/casual.js";
import { FORMAL } from "./phrases/formal.js";
import { NEUTRAL } from "./phrases/neutral.js";

/** The manners of speech of the realizer. It takes the one it believes the person likes. */
export type Band = "casual" | "neutral" | "formal";

/** What the realizer says around names, points and questions. */
export type Frame =
  | "propose"
  | "propose-known"
  | "instead"
  | "another"
  | "closest"
  | "nothing"
  | "nudge"
  | "artifact"
  | "artifact-again"
  | "first-question"
  | "settled"
  | "welcome"
  | "noted"
  | "unanswered"
  | "mistaken"
  | "kept"
  | "changed"
  | "stand"
  | "aside"
  | "aside-question"
  | "recall"
  /** Brings in what nobody asked for: noise put in on purpose. */
  | "beside-the-point"
  | "unknown"
  | "sorry"
  | "plain"
  /** Leads up to a detail that was told before. */
  | "as-before"
  | "no-detail"
  | "mute";

/** Frames of one band. `{item}`, `{pitch}` and `{tell}` are filled in. */
export type Frames = Readonly<Record<Frame, readonly string[]>>;

export const PHRASES: Readonly<Record<Band, Frames>> = { casual: CASUAL, neutral: NEUTRAL, formal: FORMAL };
