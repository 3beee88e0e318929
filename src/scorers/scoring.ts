import { headroomOf } from "../core/headroom.js";
import { remembered } from "../core/remembered.js";
import { castOf, type World } from "../core/world.js";
import type { Scenario } from "../schema/scenario.js";
import type { Score } from "../schema/score.js";
import type { Trial } from "../schema/trial.js";
import { lexiconOf } from "./lexicon.js";
import type { Scorer } from "./scorer.js";
import { subjectOf } from "./subject.js";

/** Outcomes that say something of the assistant. */
const SCORED = new Set(["completed", "gave-up", "assistant_error"]);

/** Scores trials of a world. A trial that someone else broke is scored by nobody. */
export function scoring(world: World, scorers: readonly Scorer[]): (trial: Trial, baseline: Trial | null) => Score[] {
  const { lexicon, bestForAll, heldOut } = referencesOf(world);
  return (trial, baseline) => {
    const scored = SCORED.has(trial.outcome);
    const usable = baseline && SCORED.has(baseline.outcome) ? baseline : null;
    const cast = castOf(world, trial.persona, trial.scenario, trial.twin);
    const subject = subjectOf({
      trial,
      baseline: usable,
      cast,
      lexicon,
      heldOut,
      bestForAll: bestForAll(cast.scenario),
    });
    return scorers.map((scorer): Score => {
      const none = { value: null, n: 0, reason: `the trial ended as ${trial.outcome}`, evidence: [] };
      const { value, n, reason, undetermined, evidence } = scored
        ? scorer.score(subject)
        : { ...none, undetermined: 0 };
      const { id, version } = scorer;
      return {
        schema: "dramatis/score@1",
        trial: trial.id,
        scorer: id,
        version,
        value,
        n,
        reason: reason ?? null,
        ...(undetermined ? { undetermined } : {}),
        evidence,
      };
    });
  };
}

/** What trials of a world are scored against. */
const referencesOf = remembered((world: World) => ({
  lexicon: lexiconOf(world),
  heldOut: new Map(
    Object.values(world.personas).map(({ id, documents }) => [
      id,
      documents.filter(({ split }) => split === "held-out").map(({ text }) => text),
    ]),
  ),
  bestForAll: remembered(
    (scenario: Scenario) => new Map(headroomOf(world, scenario).map(({ probe, common }) => [probe, common])),
  ),
}));
