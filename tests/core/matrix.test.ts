import { describe, expect, it } from "vitest";
import { matrixOf } from "../../src/core/matrix.js";
import type { Session } from "../../src/schema/scenario.js";
import { fact, item, person, probe, scenario, session, world } from "./makers.js";

const DISHES = [item("salad", { diet: "vegan" }), item("steak", { diet: "omnivore" })];
const document = (id: string, split: "given" | "held-out" = "given") => ({
  ...{ id: `d-${id}`, kind: "note", date: "2026-01-01", split, text: "…" },
  evidence: [{ fact: id, form: "stated" as const }],
});
const expected = (ada: ReturnType<typeof person>, sessions: Session[]) => {
  const script = scenario(sessions);
  return matrixOf(world([ada], script, DISHES), script.id).map((cell) => cell.expected.diet);
};
const VEGAN = fact("diet", { is: "vegan" });
const asks = (id: string, more: Partial<Session> = {}) =>
  session(id, { probes: [probe(["diet"], { id: `p-${id}` })], ...more });

describe("the expectation matrix", () => {
  it("knows what all given materials carry", () => {
    expect(expected(person([VEGAN], { documents: [document("diet")] }), [asks("s1")])).toEqual(["apply"]);
    expect(expected(person([VEGAN], { documents: [document("diet", "held-out")] }), [asks("s1")])).toEqual(["ask"]);
  });

  it("knows what beats have told by then", () => {
    const tells = { beats: [{ turn: 1, disclose: "diet", say: ["by the way"] }] };
    expect(expected(person([VEGAN]), [asks("s1"), asks("s2", { after: "1d", ...tells })])).toEqual(["ask", "apply"]);
  });

  it.each([
    ["s2", "update", "update"],
    ["s3", "excused", "update"],
    ["never", "excused", "excused"],
    ["by-behaviour", "excused", "excused"],
  ])("a change told %s is %s at once and %s later", (told, atOnce, afterwards) => {
    const ada = person([fact("diet", { is: "omnivore", later: [{ at: "s2", is: "vegan" }] })], {
      documents: [document("diet")],
    });
    const change = { beats: [{ turn: 1, change: "diet", say: ["things are different now"] }] };
    const drift = [{ slot: "diet", told }];
    const sessions = [
      asks("s1"),
      asks("s2", { after: "1d", drift, ...change }),
      asks("s3", { after: "1d", ...change }),
    ];
    expect(expected(ada, sessions)).toEqual(["apply", atOnce, afterwards]);
  });

  it("has a row for each person and a cell for each probe", () => {
    const script = scenario([asks("s1"), asks("s2", { after: "1d" })]);
    const cells = matrixOf(world([person([], { id: "zoe" }), person([VEGAN])], script, DISHES), script.id);
    expect(cells.map(({ persona, probe: asked }) => `${persona} ${asked}`)).toEqual([
      "ada p-s1",
      "ada p-s2",
      "zoe p-s1",
      "zoe p-s2",
    ]);
    expect(cells.map(({ expected: right }) => right.diet)).toEqual(["ask", "ask", "default", "default"]);
  });

  it("says where nothing is admissible", () => {
    const picky = person([fact("diet", { is: "vegetarian", veto: true })]);
    const script = scenario([asks("s1")]);
    const menu = [item("steak", { diet: "omnivore" })];
    expect(matrixOf(world([picky], script, menu), script.id)[0]).toMatchObject({ infeasible: true, required: 0 });
  });
});
