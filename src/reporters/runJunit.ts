import { judgedCaption } from "./judgedTable.js";
import { type Case, junitXml } from "./junit.js";
import { askedOf, thresholdText } from "./thresholdWords.js";
import { type Ended, stoppedText, troubleText } from "./troubles.js";

/**
 * A run as a JUnit report: a case a threshold, that fails where it is missed; an error for each trial that infrastructure
 * failed; and apart from these, skipped, the trials that the simulated user failed, which say nothing of the assistant.
 */
export function runJunit(ended: Ended): string {
  const { run, state, troubles } = ended;
  const properties = {
    ...{ run: run.id, players: run.players, label: run.label, seed: String(run.suite.seed) },
    ...{ planned: String(state.planned), finished: String(state.committed) },
    ...(ended.summary?.judged ? { judged: judgedCaption(ended.summary).join(" ") } : {}),
    ...Object.fromEntries(Object.entries(state.outcomes).map(([outcome, count]) => [outcome, String(count)])),
  };
  const broken = (outcome: string, result: "error" | "skipped") =>
    troubles
      .filter((one) => one.outcome === outcome)
      .map((one): Case => ({ group: outcome, name: one.id, result, message: troubleText(one) }));
  const suites = [
    { name: "thresholds", properties, cases: thresholdCases(ended) },
    { name: "infrastructure", properties: {}, cases: broken("infrastructure_error", "error") },
    { name: "simulated users", properties: {}, cases: broken("simulator_error", "skipped") },
  ];
  return junitXml(
    "dramatis run",
    suites.filter(({ name, cases }) => name === "thresholds" || cases.length > 0),
  );
}

function thresholdCases({ run, summary, state }: Ended): Case[] {
  if (summary === null)
    return run.suite.thresholds.map(({ scorer, assistant, min = null, max = null }) => ({
      ...{ group: assistant, name: `${scorer} ${askedOf({ min, max })}` },
      ...{ result: "error", message: stoppedText(state) },
    }));
  return summary.thresholds.map((bound) => ({
    ...{ group: bound.assistant, name: `${bound.scorer} ${askedOf(bound)}` },
    ...{ result: bound.met ? "passed" : "failure", message: thresholdText(bound) },
  }));
}
