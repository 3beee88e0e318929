import { headroomOf } from "../core/headroom.js";
import { remembered } from "../core/remembered.js";
import { isScored } from "../core/scored.js";
import { castOf, type World } from "../core/world.js";
import type { JudgementLine } from "../schema/judgement.js";
import type { Scenario } from "../schema/scenario.js";
import type { Score } from "../schema/score.js";
import type { Trial } from "../schema/trial.js";
import { lexiconOf } from "./lexicon.js";
import { isJudged, type Scorer } from "./scorer.js";
import { subjectOf } from "./subject.js";

/** Scores one trial, beside the baseline of its pair and with what judges said of it, where there is either. */
export type Scoring = (trial: Trial, baseline: Trial | null, judgements?: readonly JudgementLine[]) => Score[];

/** Scores trials of a world. A trial that someone else broke is scored by nobody. */
export function scoring(world: World, scorers: readonly Scorer[]): Scoring {
  const { lexicon, bestForAll, heldOut } = referencesOf(world);
  return (trial, baseline, judgements = []) => {
    const scored = isScored(trial.outcome);
    const usable = baseline && isScored(baseline.outcome) ? baseline : null;
    const cast = castOf(world, trial.persona, trial.scenario, trial.twin);
    const subject = subjectOf({
      trial,
      baseline: usable,
      cast,
      lexicon,
      heldOut,
      judgements,
      bestForAll: bestForAll(cast.scenario),
    });
    return scorers.map((scorer): Score => {
      const none = { value: null, n: 0, reason: `the trial ended as ${trial.outcome}`, evidence: [] };
      const { value, n, reason, undetermined, evidence } = scored
        ? scorer.score(subject)
        : { ...none, undetermined: 0 };
      const { id, version } = scorer;
      const judge = judgeOf(scorer, judgements);
      return {
        schema: "dramatis/score@1",
        trial: trial.id,
        scorer: id,
        version,
        value,
        n,
        reason: reason ?? null,
        ...(undetermined ? { undetermined } : {}),
        ...(judge ? { judge } : {}),
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

/** Which judge a score is of; undefined where it is of none. */
function judgeOf(scorer: Scorer, judgements: readonly JudgementLine[]): Score["judge"] {
  const line = isJudged(scorer) ? judgements.find(({ rubric }) => rubric === scorer.rubric) : undefined;
  return line && { rubric: line.rubric, version: line.version, sha256: line.sha256, model: line.model };
}
