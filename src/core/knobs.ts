import type { Behaviour } from "../schema/persona.js";
import type { Draws } from "./draws.js";

/** The behaviour of a person as drawn for one trial: each knob a number. */
export type Knobs = { [knob in keyof Behaviour]: number };

/** Draws each knob that is a range, once, from a stream of its own. */
export function knobsOf(behaviour: Behaviour, draws: Draws): Knobs {
  const drawn = Object.entries(behaviour).map(([knob, range]) => [knob, draws.within(`knob.${knob}`, range)]);
  return Object.fromEntries(drawn) as Knobs;
}
