import { describe, expect, it } from "vitest";
import { headroomOf } from "../../src/core/headroom.js";
import type { Fact } from "../../src/schema/persona.js";
import { fact, item, norm, person, probe, scenario, session, world } from "./makers.js";

const DISHES = [
  item("salad", { diet: "vegan", budget: "low" }),
  item("omelette", { diet: "vegetarian", budget: "medium" }),
  item("steak", { diet: "omnivore", budget: "high" }),
];
const eater = (id: string, segment: string, ...facts: Fact[]) => person(facts, { id, segment });
const wants = (diet: string, max: string) => [
  fact("diet", { is: diet, strength: 0.6 }),
  fact("budget", { max, strength: 0.4 }),
];

describe("headroom", () => {
  // Utilities by hand, salad / omelette / steak:
  //   ann  vegan .6, low .4         1    0    0      planners
  //   ben  vegetarian .6, low .4    1   .6    0      planners
  //   cy   omnivore .6, high .4    .4   .4    1      explorers
  //   dee  omnivore .6, low .4     .4    0   .6      explorers
  const people = [
    eater("ann", "planner", ...wants("vegan", "low")),
    eater("ben", "planner", ...wants("vegetarian", "low")),
    eater("cy", "explorer", ...wants("omnivore", "high")),
    eater("dee", "explorer", ...wants("omnivore", "low")),
  ];
  const script = scenario([session("s1", { probes: [probe(["diet", "budget"])] })]);
  const [found] = headroomOf(world(people, script, DISHES), script);

  it("is what a person by hand would compute", () => {
    expect(found?.random).toBeCloseTo((2.8 + 1 + 1.6) / 12);
    expect(found?.bestForAll).toBeCloseTo(2.8 / 4);
    expect(found?.bestPerSegment).toBeCloseTo((1 + 1 + 1 + 0.6) / 4);
    expect(found?.bestPerPerson).toBeCloseTo((1 + 1 + 1 + 0.6) / 4);
    expect(found?.common).toBe("salad");
    expect(found?.optimal).toEqual({ salad: 0.5, omelette: 0, steak: 0.5 });
  });

  it("rises from random over best for all and per segment to best per person", () => {
    const ladder = [found?.random, found?.bestForAll, found?.bestPerSegment, found?.bestPerPerson].map(Number);
    expect([...ladder].sort((one, other) => one - other)).toEqual(ladder);
  });

  it("counts an option as best for everyone it ties for", () => {
    const tied = [eater("ann", "planner", fact("diet", { is: "vegetarian" }))];
    expect(headroomOf(world(tied, script, DISHES), script)[0]?.optimal).toEqual({ salad: 1, omelette: 1, steak: 0 });
  });

  it("counts what is ruled out as worth nothing", () => {
    const ruled = { ...script, norms: [norm("budget", { max: "medium" })] };
    const [left] = headroomOf(world(people.slice(2), ruled, DISHES), ruled);
    expect(left?.bestPerPerson).toBeCloseTo((0.4 + 0.4) / 2);
    expect(left?.optimal.steak).toBe(0);
  });

  it("looks at each session's own facts", () => {
    const changing = eater("ann", "planner", fact("diet", { is: "omnivore", later: [{ at: "s2", is: "vegan" }] }));
    const twice = scenario([
      session("s1", { probes: [probe(["diet"])] }),
      session("s2", { after: "1d", drift: [{ slot: "diet", told: "never" }], probes: [probe(["diet"], { id: "p2" })] }),
    ]);
    const rows = headroomOf(world([changing], twice, DISHES), twice);
    expect(rows.map(({ common }) => common)).toEqual(["steak", "salad"]);
  });

  it("has no row for probes where nothing personal is relevant or nothing is to be chosen", () => {
    const idle = scenario([session("s1", { probes: [probe([]), probe(["diet"], { id: "p2", kind: "wine" })] })]);
    expect(headroomOf(world(people, idle, DISHES), idle)).toEqual([]);
    expect(headroomOf(world([], script, DISHES), script)).toEqual([]);
  });
});
