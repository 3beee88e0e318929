import { drawsFor } from "../../src/core/draws.js";
import { castOf } from "../../src/core/world.js";
import type { Context, Mutant, Mutation } from "../../src/mutations/mutation.js";
import type { ProbeRecord } from "../../src/schema/event.js";
import type { Trial } from "../../src/schema/trial.js";
import { PERSONAS, played, SCENARIOS, WORLD } from "../support/shipped.js";

/** How many people play each scenario here. */
const PEOPLE = 4;

/** Every scenario with some people, everybody in some scenario; of the technique that replies rightly. */
export const TRIALS: readonly Trial[] = await Promise.all(
  SCENARIOS.flatMap((scenario, index) =>
    Array.from({ length: PEOPLE }, (_, step) => PERSONAS[(index * PEOPLE + step) % PERSONAS.length] as string).map(
      (persona) => played({ persona, scenario, technique: "oracle" }),
    ),
  ),
);

export function contextOf({ id, persona, scenario }: Trial, kind: string, seed = 1): Context {
  const others = Object.values(WORLD.personas).filter((other) => other.id !== persona);
  return { ...castOf(WORLD, persona, scenario), others, draws: drawsFor(`${seed}|${id}|${kind}`) };
}

/** A mutant beside the trial it was made from. */
export interface Pair {
  before: Trial;
  mutant: Mutant;
  /** The probe that the changed reply answers, as it was recorded and as it is now. */
  was: ProbeRecord;
  is: ProbeRecord;
}

/** Everything that an operator can plant in the corpus. */
export function pairsOf(operator: Mutation, seed = 1): Pair[] {
  return TRIALS.flatMap((before) => {
    const mutant = operator.plant(before, contextOf(before, operator.kind, seed));
    if (!mutant) return [];
    const answered = ({ reply }: ProbeRecord) => reply === mutant.turn;
    const [was, is] = [before.probes.find(answered), mutant.trial.probes.find(answered)];
    if (!was || !is)
      throw new Error(`${operator.kind} changed turn ${mutant.turn} of ${before.id}, which answers no probe`);
    return [{ before, mutant, was, is }];
  });
}

/** The text of a turn. */
export function textAt(trial: Trial, index: number): string {
  const turn = trial.sessions.flatMap(({ turns }) => turns).find((one) => one.index === index);
  return turn?.text ?? "";
}
