import type { Draws } from "../../src/core/draws.js";

/** What one function of `reference.py` is asked, and what we say to the same; null is undefined. */
export interface Comparison {
  of: string;
  input: Record<string, unknown>;
  ours: (number | null)[];
}

/** Makes one drawn comparison. */
export type Drawn = (draws: Draws) => Comparison;

/** One comparison: what is asked, and what we say to it. */
export const compared = <T extends Record<string, unknown>>(
  of: string,
  input: T,
  ours: (input: T) => (number | null)[],
) => ({
  of,
  input,
  ours: ours(input),
});

/** A comparison that is to be drawn: its name, the reference, and how an input is drawn. */
export type Parity = readonly [name: string, reference: string, drawn: Drawn];
