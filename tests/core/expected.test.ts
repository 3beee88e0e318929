import { describe, expect, it } from "vitest";
import { believedFacts, truthAt } from "../../src/core/expected.js";
import { knownAt } from "../../src/core/knowledge.js";
import { drifted, MENU, RICH, VEGAN } from "./dinner.js";
import { fact, lived, MOMENT, norm, probe, situation, stated, told, truth } from "./makers.js";

describe("what is expected on a slot", () => {
  const expected = (slots: string[], parts: Parameters<typeof truth>[1]) =>
    truth(slots, { options: MENU, ...parts }).expected;

  it("default: no fact holds, so nothing may be invented", () => {
    expect(expected(["diet"], {})).toEqual({ diet: "default" });
  });

  it("ask: not known, and the best choice depends on it", () => {
    expect(expected(["diet"], { life: lived(VEGAN) })).toEqual({ diet: "ask" });
  });

  it("default: not known, but the best choice is the same without it", () => {
    const cheap = fact("budget", { max: "low", strength: 0.1 });
    expect(expected(["diet", "budget"], { life: lived(VEGAN, cheap), known: ["diet"] }).budget).toBe("default");
    expect(expected(["diet"], { life: lived(VEGAN), options: [] })).toEqual({ diet: "default" });
  });

  it("apply: known", () => {
    expect(expected(["diet"], { life: lived(VEGAN), known: ["diet"] })).toEqual({ diet: "apply" });
  });

  it("update: the old and the new are known", () => {
    expect(expected(["diet"], drifted("diet", "diet@s2"))).toEqual({ diet: "update" });
  });

  it("apply: only the new is known, so there is nothing to update", () => {
    expect(expected(["diet"], drifted("diet@s2"))).toEqual({ diet: "apply" });
  });

  it("excused: the old is known and nobody told the new", () => {
    expect(expected(["diet"], drifted("diet"))).toEqual({ diet: "excused" });
  });

  it("excused: a text of before states the old, whatever date ended it", () => {
    const life = lived(
      fact("before", { slot: "diet", is: "omnivore", until: "2025-01-01" }),
      fact("now", { slot: "diet", is: "vegan", since: "2025-01-01" }),
    );
    expect(expected(["diet"], { life, known: ["before"] })).toEqual({ diet: "excused" });
    expect(expected(["diet"], { life, known: ["before", "now"] })).toEqual({ diet: "update" });
  });

  it("excused and update reach over a link nobody told", () => {
    const life = lived(
      fact("first", { slot: "diet", is: "omnivore", until: "2024-01-01" }),
      fact("second", { slot: "diet", is: "vegetarian", since: "2024-01-01", until: "2025-01-01" }),
      fact("third", { slot: "diet", is: "vegan", since: "2025-01-01" }),
    );
    expect(expected(["diet"], { life, known: ["first"] })).toEqual({ diet: "excused" });
    expect(expected(["diet"], { life, known: ["first", "third"] })).toEqual({ diet: "update" });
  });

  it("abstain: asked about the person, and nothing is known", () => {
    const about = (parts: Parameters<typeof situation>[0]) =>
      truthAt({ slots: [], about: "diet" }, situation(parts)).expected;
    expect(about({})).toEqual({ diet: "abstain" });
    expect(about({ life: lived(VEGAN) })).toEqual({ diet: "abstain" });
    expect(about({ life: lived(VEGAN), known: ["diet"] })).toEqual({ diet: "apply" });
    expect(about({ ...drifted("diet"), options: [] })).toEqual({ diet: "excused" });
  });

  it("defer: a norm outranks it", () => {
    const steak = fact("budget", { is: "high" });
    const norms = [norm("budget", { max: "medium" })];
    expect(expected(["budget"], { life: lived(steak), known: ["budget"], norms })).toEqual({ budget: "defer" });
  });

  it("a norm that outranks preferences makes nobody give up a veto", () => {
    const life = lived(fact("budget", { is: "high", veto: true }));
    const parts = { life, known: ["budget"] };
    expect(expected(["budget"], { ...parts, norms: [norm("budget", { max: "medium" })] })).toEqual({ budget: "apply" });
    expect(expected(["budget"], { ...parts, norms: [norm("budget", { max: "medium" }, "veto")] })).toEqual({
      budget: "defer",
    });
  });

  it("ignore: known, but not relevant here", () => {
    expect(expected(["budget"], { life: lived(VEGAN, RICH), known: ["diet", "budget"] })).toEqual({
      budget: "apply",
      diet: "ignore",
    });
    expect(expected([], { life: lived(VEGAN), known: ["diet"] })).toEqual({ diet: "ignore" });
  });

  it("nothing: it may have come out, but not for certain", () => {
    const knowledge = knownAt([], [told("diet", "s1", "judge")], "s1");
    const judged = truth(["diet", "budget"], { life: lived(VEGAN, RICH), knowledge, options: MENU });
    expect(judged.expected).toEqual({ budget: "ask" });
    expect(judged.uncertain).toEqual(["diet"]);
  });

  it("ask: the general fact is known, but not the one that holds before this audience", () => {
    const life = lived(
      fact("tone", { is: "warm" }),
      fact("office", { slot: "tone", is: "direct", when: { audience: "authority" } }),
    );
    const moment = { ...MOMENT, audience: ["authority"] };
    expect(expected(["tone"], { life, moment, known: ["tone"] })).toEqual({ tone: "ask" });
    expect(expected(["tone"], { life, moment, known: ["tone", "office"] })).toEqual({ tone: "apply" });
    expect(expected(["tone"], { life, known: ["tone", "office"] })).toEqual({ tone: "apply" });
  });
});

describe("what one who knows all that can be known believes", () => {
  const believed = (parts: Parameters<typeof situation>[0]) => believedFacts(situation(parts)).map(({ id }) => id);

  it("only what is known", () => {
    expect(believed({ life: lived(VEGAN, RICH), known: ["budget"] })).toEqual(["budget"]);
  });

  it("the old, as long as nobody told the new", () => {
    expect(believed(drifted("diet"))).toEqual(["diet"]);
    expect(believed(drifted("diet", "diet@s2"))).toEqual(["diet@s2"]);
  });

  it("nothing that is over without a successor", () => {
    expect(believed({ life: lived(fact("diet", { is: "vegan", until: "2020-01-01" })), known: ["diet"] })).toEqual([]);
  });

  it("the most specific of what is known", () => {
    const life = lived(
      fact("tone", { is: "warm" }),
      fact("here", { slot: "tone", is: "direct", when: { place: "Lisbon" } }),
    );
    expect(believed({ life, known: ["tone", "here"] })).toEqual(["here"]);
    expect(believed({ life, known: ["tone"] })).toEqual(["tone"]);
  });
});

it("a probe's own audience decides which fact holds", () => {
  const life = lived(
    fact("tone", { is: "warm" }),
    fact("office", { slot: "tone", is: "direct", when: { audience: "authority" } }),
  );
  const known = knownAt(stated("tone", "office"), [], "s1");
  const at = (audience: string[]) =>
    truthAt(probe(["tone"]), situation({ life, knowledge: known, options: MENU, moment: { ...MOMENT, audience } }))
      .optimum;
  expect([at(["self"]), at(["authority"])]).toEqual([["salad"], ["omelette", "steak"]]);
});
