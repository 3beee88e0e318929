import { isBaseline } from "../../core/plan.js";
import type { World } from "../../core/world.js";
import { callsFor } from "../../judges/matters.js";
import type { AssistantName } from "../../schema/event.js";
import type { PlannedTrial } from "../../schema/run.js";
import type { Bench } from "./bench.js";

/** How many calls to the judge a plan leads to at most, in a line: as many as its probes would take if all got a reply. */
export function plannedJudging(
  { model, rubrics, repeats }: Bench,
  plan: readonly PlannedTrial[],
  arms: readonly AssistantName[],
  { scenarios }: World,
): string {
  const trials = plan.filter(({ twin }) => !twin);
  const compared = arms.some(isBaseline) ? trials.filter((one) => !isBaseline(armOf(one, arms))) : [];
  const probes = (some: readonly PlannedTrial[]) =>
    some.reduce(
      (sum, { scenario }) => sum + (scenarios[scenario]?.sessions.flatMap((one) => one.probes).length ?? 0),
      0,
    );
  const calls = rubrics.map(({ rubric }) =>
    callsFor(rubric, probes(rubric.of === "pair" ? compared : trials), repeats),
  );
  const sum = calls.reduce((total, one) => total + one, 0);
  return `then at most ${sum.toLocaleString("en-GB")} calls to the judge ${model}: ${rubrics.map(({ rubric }) => rubric.id).join(", ")}`;
}

const armOf = ({ assistant }: PlannedTrial, arms: readonly AssistantName[]) =>
  arms.find(({ id }) => id === assistant) as AssistantName;
