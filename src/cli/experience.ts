import { type Ratio, ratioOf } from "../core/statistics/ratio.js";
import type { World } from "../core/world.js";
import { type EarlierTrial, earlierTrials } from "./earlierTrials.js";
import { rehearsed } from "./rehearsed.js";
import { sampledPairs } from "./sampledPairs.js";
import { type Taken, type Tally, takenOf } from "./tally.js";

/** What earlier runs tell of how far rehearsals are off. */
export interface Experience {
  /** What is really taken under a name for what a rehearsal foresees. Null where too few trials tell. */
  ratio(name: string, of: keyof Taken): Ratio | null;
  /** Seconds that a trial takes for each of its calls, waits and all, and seconds of the longest. Null where nobody measured. */
  pace: { call: number; longest: number } | null;
}

/** Compares trials of earlier runs that called some of the same models with rehearsals of the same trials, at most so many pairs. */
export async function experienceIn(
  out: string,
  world: World,
  names: readonly string[],
  most: number,
): Promise<Experience> {
  const trials = (await earlierTrials(out)).filter(
    ({ taken, planned: { persona, scenario } }) =>
      names.some((name) => taken.has(name)) && world.personas[persona] && world.scenarios[scenario],
  );
  const sample = sampledPairs(
    trials.map((trial) => ({ ...trial.planned, trial })),
    most,
  ).flat();
  const compared = await Promise.all(sample.map(async ({ trial }) => ({ trial, foreseen: await again(trial, world) })));
  return {
    ratio: (name, of) =>
      ratioOf(
        compared
          .filter(({ trial, foreseen }) => trial.taken.has(name) || foreseen.has(name))
          .map(({ trial, foreseen }) => ({ value: takenOf(trial.taken, name)[of], to: takenOf(foreseen, name)[of] })),
      ),
    pace: paceOf(trials),
  };
}

const again = ({ head, planned }: EarlierTrial, world: World): Promise<Tally> =>
  rehearsed({ suite: head.suite, arms: head.assistants, world }, [planned], "served");

function paceOf(trials: readonly EarlierTrial[]): Experience["pace"] {
  if (trials.length === 0) return null;
  const calls = trials.flatMap(({ taken }) => [...taken.values()]).reduce((sum, one) => sum + one.calls, 0);
  const seconds = trials.reduce((sum, trial) => sum + trial.seconds, 0);
  return { call: seconds / calls, longest: Math.max(...trials.map((trial) => trial.seconds)) };
}
