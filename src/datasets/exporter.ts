import type { Run } from "../schema/run.js";
import type { Score } from "../schema/score.js";
import type { Trial } from "../schema/trial.js";

/** Writes trials as records of a data set. */
export type Exporter = (run: Run) => { head: string; record(trial: Trial, scores: readonly Score[]): string };

/** What goes with every conversation: who, how, what was true, and how it was scored. */
export function metadataOf(run: Run, trial: Trial, scores: readonly Score[]) {
  const { id, persona, scenario, assistant, user, label, seed, repeat, outcome, truth } = trial;
  return {
    ...{ run: run.id, trial: id, persona, scenario, assistant, user, players: label, seed, repeat, outcome, truth },
    scores: Object.fromEntries(
      scores.filter(({ value }) => value !== null).map(({ scorer, value }) => [scorer, value]),
    ),
    provenance: { tool: "dramatis", versions: run.versions, synthetic: true, label: run.label },
  };
}
