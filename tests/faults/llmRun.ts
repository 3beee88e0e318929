import { vi } from "vitest";
import { companyOf } from "../../src/cli/company.js";
import { openModels } from "../../src/cli/models.js";
import { systemClock } from "../../src/cli/systemClock.js";
import type { Clock } from "../../src/core/clock.js";
import { planOf } from "../../src/core/plan.js";
import { type Performed, performRun } from "../../src/core/run.js";
import { noUsage } from "../../src/core/usage.js";
import type { Budget } from "../../src/models/budget.js";
import { config as configSchema } from "../../src/schema/config.js";
import type { Event } from "../../src/schema/event.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import type { Trial } from "../../src/schema/trial.js";
import { WORLD } from "../support/shipped.js";

/** What an in-memory run with models left. */
export interface LlmRun extends Performed {
  events: Event[];
  trials: Trial[];
}

/** Waits are there, but short: what is tested is what is done, not how long it takes. */
const hurried: Clock = { ...systemClock, after: (wait, work) => systemClock.after(Math.min(wait, 1), work) };
const NO_BUDGET: Budget = { usd: null, tokens: null, seconds: null };

/** Plays a person of a model with two assistants of a model, all of them behind one server. */
export async function llmRun(url: string, { budget = NO_BUDGET, tries = 3, timeout = 1 } = {}): Promise<LlmRun> {
  vi.stubEnv("OPENAI_API_KEY", "a key");
  vi.stubEnv("OPENAI_BASE_URL", `${url}/v1`);
  const suite = suiteSchema.parse({
    ...{ schema: "dramatis/suite@1", id: "t", personas: ["mara-lindqvist"], scenarios: ["dinner-lisbon"] },
    ...{ user: "llm", user_model: "openai:m" },
    assistants: ["generic", "history"].map((technique) => ({ technique, model: "openai:m" })),
  });
  const arms = suite.assistants.map(assistantNameOf);
  const config = {
    ...configSchema.parse({ schema: "dramatis/config@1", retry: { tries } }),
    timeout,
  };
  const opening = { suite, arms, config, budget, concurrency: 2, spent: noUsage(), clock: hurried };
  const company = await companyOf(suite, arms, () => openModels(opening));
  const events: Event[] = [];
  const trials: Trial[] = [];
  const performed = await performRun({
    ...{ plan: planOf(suite, WORLD), arms, suite, world: WORLD, company, concurrency: 2 },
    ledger: {
      ...{ committed: 0, ended: () => false, before: () => [] },
      record: async (event) => void events.push(event),
      eventsOf: async (id) =>
        events.filter(({ trial, type }) => trial === id && type !== "call" && type !== "call.started"),
      commit: async (trial) => void trials.push(trial),
    },
    score: () => [],
    watcher: { event() {}, delta() {}, committed() {} },
    signal: new AbortController().signal,
    gate: async () => {},
  });
  vi.unstubAllEnvs();
  return { ...performed, events, trials };
}

/** The numbers of a run that must agree with each other. */
export function tallyOf(events: readonly Event[]) {
  const calls = events.flatMap((event) => (event.type === "call" ? [event.call] : []));
  return {
    started: events.filter(({ type }) => type === "call.started").length,
    calls: calls.length,
    replies: calls.filter(({ reply }) => reply !== null).length,
    failures: calls.filter(({ reply }) => reply === null).length,
    tries: calls.reduce((sum, { tries }) => sum + tries.length, 0),
    timeouts: calls.flatMap(({ tries }) => tries).filter((one) => one.class === "timeout").length,
    classes: [...new Set(calls.flatMap(({ tries }) => tries.map((one) => one.class)))],
  };
}
