import { describe, expect, it } from "vitest";
import { twinProbes } from "../../src/core/counterfactuals.js";
import { fold } from "../../src/core/fold.js";
import { planOf } from "../../src/core/plan.js";
import { playTrial } from "../../src/core/trial.js";
import { swapOf, twinOf } from "../../src/core/twin.js";
import type { Event } from "../../src/schema/event.js";
import type { Persona } from "../../src/schema/persona.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import { type Trial, trialResult } from "../../src/schema/trial.js";
import { DETERMINISTIC_SCORERS } from "../../src/scorers/registry.js";
import { scoring } from "../../src/scorers/scoring.js";
import { COMPANY } from "../support/shipped.js";
import { fact, item, person, probe, SLOTS, scenario, session, world } from "./makers.js";

const NOTE = { kind: "note", date: "2026-01-01", split: "given" as const };
const stated = (id: string, quote: string) => [{ fact: id, form: "stated" as const, quote }];

const ADA = person(
  [
    fact("diet", { is: "vegan", say: ["no beast for me"] }),
    fact("budget", { is: "low" }),
    fact("length", { max: 100 }),
    fact("tone", { is: "warm", later: [{ at: "s2", is: "direct" }] }),
    fact("contains", { not: "nuts" }),
    fact("naming", { is: "snake" }),
    fact("country", { is: "PT" }),
  ],
  {
    documents: [
      { ...NOTE, id: "d1", text: "Monday. write vegan, as ever.", evidence: stated("diet", "write vegan") },
      { ...NOTE, id: "d2", text: "write low and write vegan", evidence: stated("budget", "write low") },
      { ...NOTE, id: "d3", text: "in my very own words", evidence: stated("naming", "very own words") },
    ],
  },
);

const STOCK = { slots: SLOTS, personas: { ada: ADA } };

describe("a fact that can be swapped", () => {
  it("takes the next value it rules out, in the file and in the texts that tell it", () => {
    const swap = swapOf(ADA, "diet", STOCK);
    expect(swap).toEqual({ twin: { fact: "diet", is: "omnivore" } });
    const twin = twinOf(ADA, { fact: "diet", is: "omnivore" }, STOCK);
    expect(twin.id).toBe("ada");
    expect(twin.facts[0]).toMatchObject({ id: "diet", is: "omnivore", say: [] });
    expect(twin.documents[0]).toMatchObject({
      text: "Monday. write omnivore, as ever.",
      evidence: stated("diet", "write omnivore"),
    });
    expect(twin.facts.slice(1)).toEqual(ADA.facts.slice(1));
    expect(twin.documents.slice(1)).toEqual(ADA.documents.slice(1));
  });
});

describe("people of one population", () => {
  const made = { provenance: { source: "populated", license: "MIT", synthetic: true, population: "one" } };
  const note = (text: string, form: "stated" | "implied" | "negated" = "implied") => [
    { ...NOTE, id: "d1", text: `So. ${text} Well.`, evidence: [{ fact: "diet", form, quote: text }] },
  ];
  const cara = person([fact("diet", { is: "vegan" })], { id: "cara", ...made, documents: note("No beast, no egg.") });
  const dan = person([fact("diet", { is: "omnivore" })], { id: "dan", ...made, documents: note("A chop a day.") });

  it("lend each other their wordings of the same form", () => {
    const twin = twinOf(cara, { fact: "diet", is: "omnivore" }, { slots: SLOTS, personas: { cara, dan } });
    expect(twin.documents[0]).toMatchObject({
      text: "So. A chop a day. Well.",
      evidence: [{ quote: "A chop a day." }],
    });
  });

  it("cannot where nobody has any, or what is written denies a value", () => {
    const refusal = { refusal: "document 'd1' tells it in words of its own" };
    expect(swapOf(cara, "diet", { slots: SLOTS, personas: { cara } })).toEqual(refusal);
    const denies = { ...cara, documents: note("Never a chop.", "negated") } as Persona;
    expect(swapOf(denies, "diet", { slots: SLOTS, personas: { cara, dan } })).toEqual(refusal);
  });
});

describe("a fact that cannot be swapped", () => {
  it.each([
    ["tone", "it changes by itself later on"],
    ["contains", "it is no single value of a slot with another that excludes it"],
    ["length", "it is no single value of a slot with another that excludes it"],
    ["country", "it is no single value of a slot with another that excludes it"],
    ["naming", "document 'd3' tells it in words of its own"],
    ["nothing", "ada has no fact 'nothing' on a slot"],
  ])("%s: %s", (id, refusal) => {
    expect(swapOf(ADA, id, STOCK)).toEqual({ refusal });
  });

  it("where an interaction is evidence of it", () => {
    const rated = {
      item: "salad",
      action: "chose" as const,
      at: "2026-01-02",
      evidence: [{ fact: "diet", form: "implied" as const }],
    };
    const swap = swapOf({ ...ADA, interactions: [rated] } as Persona, "diet", STOCK);
    expect(swap).toEqual({ refusal: "interactions or pairs are evidence of it, and cannot be rendered again" });
  });

  it("throws where a twin is asked for all the same", () => {
    expect(() => twinOf(ADA, { fact: "naming", is: "camel" }, STOCK)).toThrow(/in words of its own/);
    expect(() => twinOf(ADA, { fact: "nothing", is: "camel" }, STOCK)).toThrow(/has no fact 'nothing'/);
  });
});

describe("twins in a run", () => {
  const asked = (id: string, slot: string) => probe([slot], { id });
  const script = scenario([session("s1", { probes: [asked("food", "diet"), asked("money", "budget")] })]);
  const dishes = [
    item("salad", { diet: "vegan", budget: "low" }),
    item("eggs", { diet: "vegetarian", budget: "medium" }),
    item("steak", { diet: "omnivore", budget: "medium" }),
  ];
  const everything = world([ADA], script, dishes);
  const suite = suiteSchema.parse({
    ...{ schema: "dramatis/suite@1", id: "t", known: { documents: true }, counterfactuals: 5 },
    assistants: [{ technique: "generic" }, { technique: "oracle" }, { technique: "mute" }],
  });
  const plan = planOf(suite, everything);

  async function trial(planned: (typeof plan)[number]): Promise<Trial> {
    const events: Event[] = [];
    const arm = suite.assistants.map(assistantNameOf).find(({ id }) => id === planned.assistant);
    if (!arm) throw new Error("no arm");
    await playTrial({
      ...{ planned, arm, suite, world: everything, company: COMPANY, before: [], stream: () => {} },
      record: async (event) => void events.push(event),
      signal: new AbortController().signal,
    });
    return fold(events);
  }

  it("come behind their pair, one for each fact that a probe asks for", () => {
    const facts = plan.map(({ twin }) => twin?.fact ?? "");
    expect(facts.slice(0, 3)).toEqual(["", "", ""]);
    expect(new Set(facts.slice(3))).toEqual(new Set(["diet", "budget"]));
    expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length);
    expect(planOf({ ...suite, counterfactuals: 1 }, everything)).toHaveLength(6);
    expect(planOf({ ...suite, counterfactuals: 0 }, everything)).toHaveLength(3);
  });

  it("are served by who knows the fact, and not by who knows nothing", async () => {
    const heads = await Promise.all(plan.map(async (planned) => trialResult.parse(await trial(planned))));
    const of = (arm: string) => twinProbes(heads.filter(({ assistant }) => assistant.id === arm));
    const moved = of("oracle").filter(({ moves }) => moves);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.every(({ right }) => right)).toBe(true);
    expect(
      of("generic")
        .filter(({ moves }) => moves)
        .some(({ right }) => right),
    ).toBe(false);
    expect(
      of("generic")
        .filter(({ moves }) => !moves)
        .every(({ right }) => right),
    ).toBe(true);
    expect(of("mute")).toEqual([]);
  });

  it("are scored as who they are", async () => {
    const planned = plan.find(({ twin, assistant }) => twin?.fact === "diet" && assistant === "oracle");
    const played = await trial(planned as (typeof plan)[number]);
    expect(played.truth.find(({ fact: id }) => id === "diet")?.condition).toEqual({ is: "omnivore" });
    const scores = scoring(everything, DETERMINISTIC_SCORERS)(played, null);
    expect(scores.find(({ scorer }) => scorer === "use.adherence")?.value).toBeGreaterThan(0.5);
  });
});
