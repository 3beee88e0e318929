import type { z } from "zod";
import type { Draws } from "../core/draws.js";
import type { behaviour as knobs, style } from "../schema/persona.js";
import type { Manner, PopulationSegment } from "../schema/population.js";
import { hundredths } from "./facts.js";
import { weighed } from "./weighing.js";

/** How many of a manner's openers, closers and examples one person has. */
const SMALL_WORDS = 4;
const EXAMPLES = 4;

/** How one person of this manner writes. */
export function styleOf(manner: Manner, draws: Draws): z.input<typeof style> {
  const [least, most] = manner.words_per_turn.map((range) => Math.round(draws.within("words", range))) as [
    number,
    number,
  ];
  const some = (stream: string, list: readonly string[], count: number) => draws.shuffled(stream, list).slice(0, count);
  return {
    words_per_turn: [least, Math.max(least, most)],
    formality: hundredths(draws.within("formality", manner.formality)),
    emoji: hundredths(draws.within("emoji", manner.emoji)),
    punctuation: weighed(draws, "punctuation", entries(manner.punctuation)),
    casing: weighed(draws, "casing", entries(manner.casing)),
    typos: hundredths(draws.within("typos", manner.typos)),
    openers: some("openers", manner.openers, SMALL_WORDS),
    closers: some("closers", manner.closers, SMALL_WORDS),
    examples: some("examples", manner.examples, EXAMPLES),
  };
}

/** The knobs of one person, within those of the segment. Patience counts turns. */
export function behaviourOf({ behaviour }: PopulationSegment, draws: Draws): z.input<typeof knobs> {
  const drawn = entries(behaviour).map(([knob, range]) => {
    const number = draws.within(knob, range);
    return [knob, knob === "patience" ? Math.round(number) : hundredths(number)] as const;
  });
  return Object.fromEntries(drawn);
}

function entries<Key extends string, Thing>(record: Partial<Record<Key, Thing>>): [Key, Thing][] {
  return Object.entries(record).filter(([, thing]) => thing !== undefined) as [Key, Thing][];
}
