import { expect, it, onTestFinished } from "vitest";
import { experienceIn } from "../../src/cli/experience.js";
import { newRun } from "../../src/cli/newRun.js";
import { rehearsed } from "../../src/cli/rehearsed.js";
import { takenOf } from "../../src/cli/tally.js";
import { planOf } from "../../src/core/plan.js";
import { oneCall } from "../../src/core/usage.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import { createRunFolder } from "../../src/store/runFolder.js";
import { ENDED, STARTED } from "../core/events.js";
import { temporaryFolder } from "../support/folders.js";
import { WORLD } from "../support/shipped.js";

const NAME = "assistant openai:m";
const suite = suiteSchema.parse({
  ...{ schema: "dramatis/suite@1", id: "t", personas: ["mara-lindqvist"], scenarios: ["dinner-lisbon"] },
  assistants: ["generic", "history"].map((technique) => ({ technique, model: "openai:m" })),
});
const arms = suite.assistants.map(assistantNameOf);
const plan = planOf(suite, WORLD);

/** Records a run whose trials take so many times the calls of a rehearsal, ten tokens read for each and ten seconds in all. */
async function recorded(out: string, times: number, { lost = false } = {}) {
  let now = Date.parse("2026-06-12T18:00:00Z");
  const clock = {
    ...{ wall: () => new Date(now).toISOString(), now: () => 0 },
    ...{ after: () => () => {}, every: () => () => {} },
  };
  const company = { user: "agenda", label: "rules" };
  const folder = createRunFolder(out, newRun({ suite, arms, plan, company, files: {}, started: new Date(now) }), clock);
  const foreseen: number[] = [];
  for (const planned of plan) {
    const { calls } = takenOf(await rehearsed({ suite, arms, world: WORLD }, [planned], "served"), NAME);
    foreseen.push(calls);
    await folder.record({ ...STARTED, trial: planned.id });
    for (let nth = 0; nth < calls * times; nth++)
      await folder.record({
        ...{ schema: "dramatis/event@1", trial: planned.id, type: "call" },
        call: {
          ...{ key: "k", nth, caller: "assistant", model: "openai:m", tries: [] },
          reply: { text: "", calls: [], usage: oneCall({ input: 10, output: 1 }) },
        },
      });
    now += 10_000;
    await folder.record({ ...ENDED, trial: planned.id, ...(lost ? { outcome: "infrastructure_error" } : {}) });
  }
  folder.close();
  return foreseen;
}

it("earlier runs tell how far rehearsals of their own trials are off, and what a call takes with all its waits", async () => {
  const out = temporaryFolder(onTestFinished);
  const foreseen = await recorded(out, 2);
  const { ratio, pace } = await experienceIn(out, WORLD, [NAME], 4);
  expect(ratio(NAME, "calls")).toEqual({ ratio: 2, error: 0 });
  expect(ratio(NAME, "input")?.ratio).toBeLessThan(1);
  expect(ratio("assistant openai:other", "calls")).toBeNull();
  const calls = 2 * foreseen.reduce((sum, one) => sum + one, 0);
  expect(pace).toEqual({ call: (10 * plan.length) / calls, longest: 10 });
});

it("trials that the line broke off tell nothing, and no more do other models", async () => {
  const out = temporaryFolder(onTestFinished);
  await recorded(out, 1, { lost: true });
  expect((await experienceIn(out, WORLD, [NAME], 4)).pace).toBeNull();
  await recorded(out, 1);
  expect((await experienceIn(out, WORLD, ["assistant openai:other"], 4)).pace).toBeNull();
  expect((await experienceIn(out, WORLD, [NAME], 4)).ratio(NAME, "calls")?.ratio).toBe(1);
});
