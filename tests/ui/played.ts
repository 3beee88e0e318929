import { companyOf } from "../../src/cli/company.js";
import { newRun } from "../../src/cli/newRun.js";
import { planOf } from "../../src/core/plan.js";
import { performRun } from "../../src/core/run.js";
import type { World } from "../../src/core/world.js";
import type { Event } from "../../src/schema/event.js";
import type { Run } from "../../src/schema/run.js";
import type { Score } from "../../src/schema/score.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import type { Trial } from "../../src/schema/trial.js";
import { DETERMINISTIC_SCORERS } from "../../src/scorers/registry.js";
import { scoring } from "../../src/scorers/scoring.js";
import { loadWorld } from "../../src/store/world.js";
import { REPOSITORY } from "../support/paths.js";

/** What a run told its watchers, in order. */
export type Told = { event: Event } | { committed: Trial; scores: readonly Score[] };

/** A small run of shipped people, played offline, with all it told. */
export interface PlayedRun {
  head: Run;
  world: World;
  told: readonly Told[];
}

/** Plays people of the shipped files through one scenario. */
export async function playedRun(personas: string[], techniques: string[]): Promise<PlayedRun> {
  const { world } = loadWorld(REPOSITORY);
  const suite = suiteSchema.parse({
    ...{ schema: "dramatis/suite@1", id: "demo", personas, scenarios: ["dinner-lisbon"] },
    assistants: techniques.map((technique) => ({ technique })),
    known: { attributes: true, documents: true, interactions: true, pairs: true },
  });
  const arms = suite.assistants.map(assistantNameOf);
  const plan = planOf(suite, world);
  const company = await companyOf(suite, arms);
  const told: Told[] = [];
  const events = (id: string) => told.flatMap((one) => ("event" in one && one.event.trial === id ? [one.event] : []));
  await performRun({
    ...{ plan, arms, suite, world, company, concurrency: 2, signal: new AbortController().signal },
    ledger: {
      ...{ record: async () => {}, eventsOf: async (id: string) => events(id), commit: async () => {} },
      ...{ committed: 0, ended: () => false, before: () => [] },
    },
    score: scoring(world, DETERMINISTIC_SCORERS),
    watcher: {
      event: (event) => told.push({ event: structuredClone(event) }),
      delta() {},
      committed: (committed, scores) => told.push({ committed, scores }),
    },
    gate: async () => {},
  });
  return { head: newRun({ suite, arms, plan, company, files: {}, started: new Date(0) }), world, told };
}

/** The events of one trial of a played run. */
export function eventsOf({ told }: PlayedRun, trial: string): Event[] {
  return told.flatMap((one) => ("event" in one && one.event.trial === trial ? [one.event] : []));
}
