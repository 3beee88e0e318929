import { describe, expect, it } from "vitest";
import { baselineFor, isBaseline, planOf } from "../../src/core/plan.js";
import { pairKey } from "../../src/core/setting.js";
import { assistantNameOf, type Suite, suite as suiteSchema } from "../../src/schema/suite.js";

const suite = (parts: Partial<Parameters<typeof suiteSchema.parse>[0] & object> = {}): Suite =>
  suiteSchema.parse({ schema: "dramatis/suite@1", id: "demo", assistants: [{ technique: "generic" }], ...parts });
const named = (prefix: string, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, {}])) as never;
const world = (personas: number, scenarios: number) => ({
  slots: {},
  personas: named("p", personas),
  scenarios: named("s", scenarios),
});
const counts = (list: readonly string[]) =>
  [...Map.groupBy(list, (entry) => entry).values()].map(({ length }) => length);

describe("the plan", () => {
  const arms = [{ technique: "oracle" }, { technique: "generic" }, { technique: "bm25" }];

  it("goes pair by pair, repeat by repeat, the baseline first", () => {
    const plan = planOf(suite({ assistants: arms, repeats: 2 }), world(1, 2));
    expect(plan.map(({ id }) => id)).toEqual([
      "p0.s0.generic.0",
      "p0.s0.oracle.0",
      "p0.s0.bm25.0",
      "p0.s0.generic.1",
      "p0.s0.oracle.1",
      "p0.s0.bm25.1",
      "p0.s1.generic.0",
      "p0.s1.oracle.0",
      "p0.s1.bm25.0",
      "p0.s1.generic.1",
      "p0.s1.oracle.1",
      "p0.s1.bm25.1",
    ]);
  });

  it("is every cell once", () => {
    const plan = planOf(suite({ assistants: arms, repeats: 3 }), world(4, 5));
    expect(new Set(plan.map(({ id }) => id)).size).toBe(4 * 5 * 3 * 3);
    expect(plan).toHaveLength(4 * 5 * 3 * 3);
  });

  it("deals scenarios out evenly: 12 persons with 4 of 8 play each scenario 6 times", () => {
    for (const seed of [1, 2, 3]) {
      const plan = planOf(suite({ seed, scenarios_per_persona: 4 }), world(12, 8));
      expect(counts(plan.map(({ scenario }) => scenario))).toEqual([6, 6, 6, 6, 6, 6, 6, 6]);
      expect(counts(plan.map(({ persona }) => persona))).toEqual(Array.from({ length: 12 }, () => 4));
      expect(new Set(plan.map(({ id }) => id)).size).toBe(48);
    }
  });

  it("differs by one at most where the numbers do not divide", () => {
    const shares = counts(planOf(suite({ scenarios_per_persona: 3 }), world(7, 5)).map(({ scenario }) => scenario));
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  });

  it("deals nobody more scenarios than there are", () => {
    expect(planOf(suite({ scenarios_per_persona: 9 }), world(2, 3))).toHaveLength(6);
  });

  it("is the same for the same seed, and dealt anew for another", () => {
    const dealt = (seed: number) => planOf(suite({ seed, scenarios_per_persona: 2 }), world(12, 8)).map(({ id }) => id);
    expect(dealt(5)).toEqual(dealt(5));
    expect(dealt(5)).not.toEqual(dealt(6));
  });

  describe("narrowed", () => {
    const dealing = suite({ assistants: arms, scenarios_per_persona: 3, repeats: 2 });
    const whole = planOf(dealing, world(12, 8));
    const people = ["p0", "p5", "p11"];

    it("to persons, is their part of the whole plan", () => {
      for (const persona of people)
        expect(planOf(dealing, world(12, 8), { personas: [persona] })).toEqual(
          whole.filter((planned) => planned.persona === persona),
        );
      expect(planOf(dealing, world(12, 8), { personas: people.toReversed() })).toEqual(
        whole.filter(({ persona }) => people.includes(persona)),
      );
    });

    it("to scenarios, plays them with every person chosen, dealt or not, each trial as it is in the whole plan", () => {
      const pairs = (only: Parameters<typeof planOf>[2]) => [
        ...new Set(planOf(dealing, world(12, 8), only).map(({ persona, scenario }) => `${persona} ${scenario}`)),
      ];
      expect(pairs({ scenarios: ["s7", "s2"] })).toHaveLength(24);
      expect(pairs({ personas: ["p3"], scenarios: ["s7", "s2"] })).toEqual(["p3 s2", "p3 s7"]);
      const alone = planOf(dealing, world(12, 8), { scenarios: ["s2"] });
      for (const planned of whole.filter(({ scenario }) => scenario === "s2")) expect(alone).toContainEqual(planned);
    });

    it("to somebody the suite does not name, plays all its scenarios", () => {
      const few = suite({ personas: ["p0", "p1"], scenarios: ["s0", "s1"], scenarios_per_persona: 1 });
      const plan = planOf(few, world(3, 4), { personas: ["p2"] });
      expect(plan.map(({ persona, scenario }) => [persona, scenario])).toEqual([
        ["p2", "s0"],
        ["p2", "s1"],
      ]);
    });
  });

  describe("of a suite with tasks", () => {
    const tasks = [
      { persona: "p1", scenario: "s0" },
      { persona: "p0", scenario: "s1" },
      { persona: "p1", scenario: "s2" },
    ];
    const met = (only?: Parameters<typeof planOf>[2]) =>
      planOf(suite({ tasks }), world(3, 3), only).map(({ persona, scenario }) => `${persona} ${scenario}`);

    it("has each of them, in their order, and no other pair", () => {
      expect(met()).toEqual(["p1 s0", "p0 s1", "p1 s2"]);
      const whole = planOf(suite({ tasks, assistants: arms, repeats: 2 }), world(3, 3));
      expect(whole).toHaveLength(3 * 3 * 2);
      expect(whole.slice(0, 3).map(({ id }) => id)).toEqual(["p1.s0.generic.0", "p1.s0.oracle.0", "p1.s0.bm25.0"]);
    });

    it("is narrowed to those that have whom and what is asked for", () => {
      expect(met({ personas: ["p1"] })).toEqual(["p1 s0", "p1 s2"]);
      expect(met({ scenarios: ["s1", "s2"] })).toEqual(["p0 s1", "p1 s2"]);
      expect(met({ personas: ["p1"], scenarios: ["s2"] })).toEqual(["p1 s2"]);
      expect(met({ personas: ["p2"] })).toEqual([]);
    });
  });

  it("keeps the order a suite names, and sorts where it says all", () => {
    const order = planOf(suite({ personas: ["p2", "p0"], scenarios: ["s1"] }), world(3, 2)).map(
      ({ persona }) => persona,
    );
    expect(order).toEqual(["p2", "p0"]);
    const all = planOf(suite(), { slots: {}, personas: { b: {}, a: {} } as never, scenarios: { s: {} } as never });
    expect(all.map(({ persona }) => persona)).toEqual(["a", "b"]);
  });
});

describe("arms", () => {
  const arm = (parts: object) => assistantNameOf(suite({ assistants: [parts] }).assistants[0] as never);

  it("are called by their id, or by what sets them apart", () => {
    expect(arm({ technique: "bm25" })).toMatchObject({ id: "bm25", model: "offline", memory: "given" });
    expect(arm({ technique: "bm25", model: "openai:gpt x/y" }).id).toBe("bm25@openai-gpt-x-y");
    expect(arm({ technique: "bm25", materials: "other-segment" }).id).toBe("bm25+other-segment");
    expect(arm({ id: "mine", technique: "bm25", materials: "other-segment" }).id).toBe("mine");
  });

  it("are measured against generic without anyone else's materials, on their own model where it is there", () => {
    const all = [
      arm({ technique: "generic" }),
      arm({ technique: "generic", model: "openai:m" }),
      arm({ technique: "generic", materials: "other-segment" }),
    ];
    expect(all.map(isBaseline)).toEqual([true, true, false]);
    expect(baselineFor(arm({ technique: "bm25", model: "openai:m" }), all)).toBe(all[1]);
    expect(baselineFor(arm({ technique: "bm25", model: "ollama:m" }), all)).toBe(all[0]);
    expect(baselineFor(arm({ technique: "bm25" }), [])).toBeUndefined();
  });

  it("do not enter the key of what the user draws", () => {
    const [one, other] = planOf(
      suite({ assistants: [{ technique: "oracle" }, { technique: "generic" }] }),
      world(1, 1),
    );
    expect(one?.assistant).not.toBe(other?.assistant);
    expect(one && pairKey(1, one)).toBe("1|p0|s0|0");
    expect(other && pairKey(1, other)).toBe("1|p0|s0|0");
  });
});
