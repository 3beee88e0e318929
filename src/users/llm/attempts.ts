import { SimulatorError } from "../../core/errors.js";
import type { Completion, Model, Question } from "../../core/model.js";
import type { Stream } from "../../core/ports.js";
import { add, noUsage } from "../../core/usage.js";
import type { Usage } from "../../schema/usage.js";

/** A model that speaks for the person of a trial. */
export interface Voice {
  model: Model;
  stream: Stream;
  trial: string;
  signal: AbortSignal;
}

/** A wording that may not stand, and why. */
export interface Refused {
  text: string;
  faults: readonly string[];
}

/** What a model is told of a wording that may not stand; nothing where there was none. */
export const reproach = (refused: Refused | null) =>
  refused
    ? `You wrote “${refused.text.slice(0, 300)}”, which will not do (${refused.faults.join(", ")}). Write it anew.\n`
    : "";

/** What came of asking for a turn: null where no wording may stand, the faults on the way, and what it took. */
export interface Attempted {
  completion: Completion | null;
  guards: string[];
  usage: Usage;
}

/** Asks a model for a turn. Throws SimulatorError where too many turns running came to nothing. */
export type Attempts = (
  ask: (refused: Refused | null) => Question,
  faultsOf: (completion: Completion) => readonly string[],
) => Promise<Attempted>;

/** A wording that fails is made again once. */
const TRIES = 2;
/** Failed turns running after which the simulated user is at fault. */
const FAILURES = 3;

export function attemptsWith({ model, stream, trial, signal }: Voice): Attempts {
  const onText = (text: string) => stream({ trial, speaker: "user", text });
  let failures = 0;
  return async (ask, faultsOf) => {
    const guards = new Set<string>();
    const usage = noUsage();
    let refused: Refused | null = null;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const completion = await model.complete(ask(refused), { onText, signal });
      add(usage, completion.usage);
      const faults = faultsOf(completion);
      if (faults.length === 0) {
        failures = 0;
        return { completion, guards: [...guards], usage };
      }
      refused = { text: completion.text, faults };
      for (const fault of faults) guards.add(fault);
    }
    failures += 1;
    if (failures >= FAILURES)
      throw new SimulatorError(
        `the user's model failed its guards ${failures} turns running: ${[...guards].join(", ")}`,
      );
    return { completion: null, guards: [...guards], usage };
  };
}
