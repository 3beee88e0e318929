import type { Band } from "./style.js";
import { CASUAL } from "./wordings/casual.js";
import { FORMAL } from "./wordings/formal.js";
import { NEUTRAL } from "./wordings/neutral.js";

/**
 * Moves that have wordings of their own; what a person says about facts stands in the persona's file.
 * `correct`, `deny` and `remind` lead up to a fact and bring the mark that stands between; the others are whole.
 */
export type Move =
  | "correct"
  | "deny"
  | "remind"
  | "accept"
  | "accept-glad"
  | "accept-resigned"
  | "accept-returning"
  | "alternative"
  | "question"
  | "no-preference"
  | "nothing-there"
  | "decline"
  | "withhold"
  | "relax"
  | "affirm"
  | "restart"
  | "no-more"
  | "repeat"
  | "thank"
  | "bye"
  | "give-up"
  | "prompt";

/** Wordings by move. `{item}` is the name of the item in question. */
export type Wordings = Readonly<Record<Move, readonly string[]>>;

export const WORDINGS: Readonly<Record<Band, Wordings>> = { casual: CASUAL, neutral: NEUTRAL, formal: FORMAL };
