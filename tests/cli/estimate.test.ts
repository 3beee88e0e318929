import { describe, expect, it } from "vitest";
import { rehearsed } from "../../src/cli/rehearsed.js";
import { rehearsedCalls } from "../../src/cli/rehearsedCalls.js";
import { pairsIn, sampledPairs, samplingError } from "../../src/cli/sampledPairs.js";
import { takenOf } from "../../src/cli/tally.js";
import { planOf } from "../../src/core/plan.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import { WORLD } from "../support/shipped.js";

function asked(technique: string, more: object = {}) {
  const suite = suiteSchema.parse({
    ...{ schema: "dramatis/suite@1", id: "t", personas: ["mara-lindqvist"], scenarios: ["dinner-lisbon"] },
    ...{ assistants: [{ technique, model: "openai:m" }], ...more },
  });
  return { suite, arms: suite.assistants.map(assistantNameOf), world: WORLD, plan: planOf(suite, WORLD) };
}

describe("a rehearsal", () => {
  it.each([["agenda", {}] as const, ["llm", { user_model: "openai:m" }] as const])(
    "takes least where nobody is understood and most where talks go on to their limit: %s",
    async (user, more) => {
      const { plan, ...parts } = asked("generic", { user, ...more });
      const callsIn = async (course: "lost" | "served" | "endless") =>
        takenOf(await rehearsed(parts, plan, course), "assistant openai:m").calls;
      const [lost, served, endless] = [await callsIn("lost"), await callsIn("served"), await callsIn("endless")];
      expect(lost).toBeGreaterThan(0);
      expect(lost).toBeLessThan(served);
      expect(served).toBeLessThan(endless);
      const { sessions, stop } = WORLD.scenarios["dinner-lisbon"] as (typeof WORLD.scenarios)[string];
      const goals = sessions.filter(({ goal }) => goal !== undefined).length;
      expect(endless).toBeGreaterThanOrEqual(goals * stop.max_turns);
    },
  );

  it("has every draft and every question that a technique asks beside the answers", async () => {
    const callsOf = async (technique: string) => {
      const { plan, ...parts } = asked(technique);
      return takenOf(await rehearsed(parts, plan, "served"), "assistant openai:m").calls;
    };
    const [plain, refining, drafting] = [await callsOf("history"), await callsOf("refine"), await callsOf("best-of-n")];
    // Trying no instruction, writing two, trying both: four calls before the first turn, and more after the first session.
    expect(refining).toBeGreaterThanOrEqual(plain + 4);
    expect(drafting).toBeGreaterThan(2 * plain);
  });
});

it("a call that is required is answered in its shape: free words twice, all other lists empty", () => {
  const tool = (items: object) => ({
    ...{ name: "list", description: "" },
    parameters: { type: "object", properties: { words: { type: "array", items } } },
  });
  const callsFor = (items: object) => rehearsedCalls({ messages: [], tools: [tool(items)], required: "list" });
  expect(callsFor({ type: "string" })[0]?.args.words).toHaveLength(2);
  expect(callsFor({ type: "string", enum: ["A"] })).toEqual([{ name: "list", args: { words: [] } }]);
  expect(callsFor({ type: "object" })).toEqual([{ name: "list", args: { words: [] } }]);
  expect(rehearsedCalls({ messages: [], tools: [tool({ type: "string" })] })).toEqual([]);
});

describe("the pairs that are rehearsed", () => {
  // Each person has the same four scenarios: taking every so-manieth in the order of people would miss some of them.
  const plan = Array.from({ length: 12 }, (_, person) =>
    ["a", "b", "c", "d"].map((scenario) => {
      const [persona, assistant] = [`p${person}`, "generic"];
      return { id: `${persona}.${scenario}`, persona, scenario, assistant, repeat: 0 };
    }),
  ).flat();

  it("have every scenario by its share", () => {
    const scenarios = sampledPairs(plan, 8).map(([trial]) => trial?.scenario);
    expect(scenarios).toEqual(["a", "a", "b", "b", "c", "c", "d", "d"]);
    expect(sampledPairs(plan, 100)).toEqual(pairsIn(plan));
  });

  it("leave an error by differences of neighbours, and none where all were taken", () => {
    // n = 4 of 8: (1 - 4/8) * (1 + 1 + 1) / (2 * 4 * 3) = 0.0625; its root 0.25; t(0.975, 3) = 3.1824.
    expect(samplingError([1, 2, 3, 4], 8)).toBeCloseTo(0.25 * 3.1824, 3);
    expect(samplingError([1, 2, 3, 4], 4)).toBe(0);
    expect(samplingError([3, 3, 3], 30)).toBe(0);
  });
});
