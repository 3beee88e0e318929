import { describe, expect, it } from "vitest";
import { knownAt } from "../../src/core/knowledge.js";
import { evidenceIn, materialsOf } from "../../src/core/materials.js";
import type { Evidence } from "../../src/schema/persona.js";
import { type Known, known as knownSchema } from "../../src/schema/suite.js";
import { fact, person, told } from "./makers.js";

const evidence = (form: Evidence["form"], id = "diet"): Evidence => ({ fact: id, form });
const sourceOf = (pieces: Evidence[], said = [] as ReturnType<typeof told>[], session = "s2") =>
  knownAt(pieces, said, session).sources.get("diet");

describe("what makes a fact known", () => {
  it.each<[Evidence["form"], string | undefined]>([
    ["stated", "material"],
    ["implied", "implied"],
    ["negated", undefined],
    ["third-party", undefined],
  ])("%s evidence: %s", (form, source) => {
    expect(sourceOf([evidence(form)])).toBe(source);
  });

  it("the nearest source names it: this session, a past one, a text that states it, one that implies it", () => {
    const texts = [evidence("implied"), evidence("stated"), evidence("negated")];
    expect(sourceOf(texts)).toBe("material");
    expect(sourceOf(texts, [told("diet", "s1")])).toBe("past");
    expect(sourceOf(texts, [told("diet", "s1"), told("diet", "s2")])).toBe("session");
    expect(sourceOf(texts, [told("diet", "s2"), told("diet", "s1")])).toBe("session");
  });

  it("the order of texts does not matter", () => {
    expect(sourceOf([evidence("stated"), evidence("implied")])).toBe("material");
  });

  it.each(["act", "match"] as const)("a disclosure by %s is certain", (how) => {
    const { sources, uncertain } = knownAt([], [told("diet", "s2", how)], "s2");
    expect([sources.get("diet"), uncertain.size]).toEqual(["session", 0]);
  });

  it("a disclosure that only a judge saw is uncertain, unless another source makes it known", () => {
    const judged = told("diet", "s2", "judge");
    expect(knownAt([], [judged], "s2")).toEqual({ sources: new Map(), uncertain: new Set(["diet"]) });
    expect(knownAt([], [judged, told("diet", "s1")], "s2").uncertain.size).toBe(0);
    expect(knownAt([evidence("implied")], [judged], "s2").uncertain.size).toBe(0);
  });
});

describe("materials", () => {
  const text = (id: string, date: string, split: "given" | "held-out", form: Evidence["form"] = "stated") => ({
    ...{ id, kind: "review", date, split, text: id },
    evidence: [evidence(form, id)],
  });
  const at = (date: string) => ({ item: date, action: "chose" as const, at: date });
  const ada = person(
    ["first", "second", "secret"].map((id) => fact(id, { is: "x" })),
    {
      demographics: { country: "SE", age: 41 },
      traits: { tone: "warm" },
      documents: [
        text("second", "2026-02-01", "given", "implied"),
        text("secret", "2025-01-01", "held-out"),
        text("first", "2026-01-01", "given"),
      ],
      interactions: [at("2026-03-03"), at("2026-03-01"), at("2026-03-02")],
      pairs: [{ prompt: "p", chosen: "c", rejected: "r", at: "2026-03-01", evidence: [evidence("stated", "second")] }],
    },
  );
  const given = (known: Partial<Known>) => materialsOf(ada, knownSchema.parse(known));

  it("gives nothing unless told to", () => {
    const { attributes, documents, interactions, pairs } = given({});
    expect({ attributes, documents, interactions, pairs }).toEqual({
      attributes: {},
      documents: [],
      interactions: [],
      pairs: [],
    });
  });

  it("gives the first n, oldest first", () => {
    expect(given({ documents: 1 }).documents.map(({ id }) => id)).toEqual(["first"]);
    expect(given({ interactions: 2 }).interactions.map(({ item }) => item)).toEqual(["2026-03-01", "2026-03-02"]);
    expect(given({ attributes: 2 }).attributes).toEqual({ "demographics.country": "SE", "demographics.age": 41 });
    expect(given({ pairs: 0 }).pairs).toEqual([]);
  });

  it("never gives a held-out document", () => {
    expect(given({ documents: true }).documents.map(({ id }) => id)).toEqual(["first", "second"]);
    expect(given({ documents: 99 }).documents.map(({ id }) => id)).toEqual(["first", "second"]);
  });

  it("makes known what the given texts carry and what attributes state, and nothing else", () => {
    const all = { attributes: 1, documents: true, interactions: true, pairs: true };
    const { sources } = knownAt(evidenceIn(given(all)), [], "s1");
    expect(Object.fromEntries(sources)).toEqual({
      second: "material",
      first: "material",
      "demographics.country": "material",
    });
    expect(knownAt(evidenceIn(given({ documents: true })), [], "s1").sources.get("second")).toBe("implied");
  });
});
