import { describe, expect, it } from "vitest";
import { believedFacts, truthAt } from "../../src/core/expected.js";
import { knownAt } from "../../src/core/knowledge.js";
import { type LivedFact, lifeOf } from "../../src/core/life.js";
import type { Fact } from "../../src/schema/persona.js";
import {
  fact,
  item,
  lived,
  MOMENT,
  norm,
  person,
  probe,
  scenario,
  session,
  situation,
  stated,
  told,
  truth,
} from "./makers.js";

const MENU = [
  item("salad", { diet: "vegan", budget: "low", tone: "warm" }),
  item("omelette", { diet: "vegetarian", budget: "medium", tone: "direct" }),
  item("steak", { diet: "omnivore", budget: "high", tone: "direct" }),
];
const VEGAN = fact("diet", { is: "vegan", strength: 0.9 });
const RICH = fact("budget", { min: "medium", strength: 0.4 });

/** A diet that changes at the second session, looked at after it; `names` are known. */
const drifted = (...names: string[]) => ({
  life: lifeOf(
    person([fact("diet", { is: "omnivore", later: [{ at: "s2", is: "vegan" }] })]),
    scenario([session("s1"), session("s2", { after: "30d", drift: [{ slot: "diet", told: "never" }] })]),
  ),
  moment: { ...MOMENT, at: "2026-07-12T18:00" },
  options: MENU,
  known: names,
});

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

describe("required, permitted, forbidden", () => {
  it("required: known and satisfied by all that is best by what is known", () => {
    const both = truth(["diet", "budget"], { life: lived(VEGAN, RICH), known: ["diet", "budget"], options: MENU });
    expect(both).toMatchObject({ required: ["diet"], permitted: ["budget"], optimum: ["salad"] });
    expect(both.applicable).toEqual({ diet: ["salad"] });
  });

  it("required goes by what is known, the optimum by what is true", () => {
    const one = truth(["diet", "budget"], { life: lived(VEGAN, RICH), known: ["budget"], options: MENU });
    expect(one).toMatchObject({ required: ["budget"], optimum: ["salad"] });
    expect(one.applicable).toEqual({ budget: ["omelette", "steak"] });
  });

  it("not required: one of the best options does not satisfy it", () => {
    const torn = [fact("diet", { is: "vegan", strength: 0.5 }), fact("budget", { is: "high", strength: 0.5 })];
    const { required, permitted } = truth(["diet", "budget"], {
      life: lived(...torn),
      known: ["diet", "budget"],
      options: MENU,
    });
    expect({ required, permitted }).toEqual({ required: [], permitted: ["diet", "budget"] });
  });

  it.each<[string, Fact, string[]]>([
    ["without weight", fact("diet", { is: "vegan", strength: 0 }), []],
    ["a veto, even without weight", fact("diet", { is: "vegan", strength: 0, veto: true }), ["diet"]],
  ])("%s", (_, known, required) => {
    expect(truth(["diet"], { life: lived(known), known: ["diet"], options: MENU }).required).toEqual(required);
  });

  it("nothing is required where nothing is to be chosen; what is asked about is permitted", () => {
    const { required, permitted } = truthAt(
      { slots: [], about: "diet" },
      situation({ life: lived(VEGAN, RICH), known: ["diet", "budget"] }),
    );
    expect({ required, permitted }).toEqual({ required: [], permitted: ["diet"] });
  });

  it("forbidden: what the audience may not learn, known or not", () => {
    const secret = fact("secret", { slot: "tone", is: "warm", share_with: ["doctor"] });
    const readBy = (audience: string[], known: string[]) =>
      truth(["diet"], { life: lived(VEGAN, secret), known, options: MENU, moment: { ...MOMENT, audience } }).forbidden;
    expect(readBy(["landlord"], ["diet", "secret"])).toEqual(["secret"]);
    expect(readBy(["landlord"], [])).toEqual(["secret"]);
    expect(readBy(["doctor"], ["secret"])).toEqual([]);
    expect(readBy(["self"], ["secret"])).toEqual([]);
  });

  it("what the audience may not learn can still be what to choose by, in silence", () => {
    const quiet = fact("diet", { is: "vegan", share_with: ["self"] });
    const { required, permitted, forbidden } = truth(["diet"], {
      ...{ life: lived(quiet), known: ["diet"], options: MENU },
      moment: { ...MOMENT, audience: ["landlord"] },
    });
    expect({ required, permitted, forbidden }).toEqual({ required: ["diet"], permitted: [], forbidden: ["diet"] });
  });

  it("forbidden: superseded, and the newer one is known", () => {
    expect(truth(["diet"], drifted("diet", "diet@s2"))).toMatchObject({ required: ["diet@s2"], forbidden: ["diet"] });
    expect(truth(["diet"], drifted("diet")).forbidden).toEqual([]);
  });

  it("not forbidden: what takes its place is known already, but has not begun", () => {
    const life = lived(
      fact("now", { slot: "diet", is: "vegan", until: "2026-07-01" }),
      fact("soon", { slot: "diet", is: "omnivore", since: "2026-07-01" }),
    );
    const today = truth(["diet"], { life, known: ["now", "soon"], options: MENU });
    expect(today).toMatchObject({ required: ["now"], forbidden: [], expected: { diet: "apply" } });
  });

  it("known: each fact with its source, in the order of the person's life", () => {
    const knowledge = knownAt(stated("budget"), [told("diet")], "s2");
    expect(truth(["diet"], { life: lived(VEGAN, RICH), knowledge }).known).toEqual([
      { fact: "diet", source: "past" },
      { fact: "budget", source: "material" },
    ]);
  });

  it("infeasible: nothing on offer keeps the vetoes, and nothing is required", () => {
    const life = lived(fact("diet", { is: "vegan", veto: true }), fact("budget", { is: "high", veto: true }));
    const { infeasible, optimum, required } = truth(["diet", "budget"], {
      ...{ life, options: MENU },
      known: ["diet", "budget"],
    });
    expect({ infeasible, optimum, required }).toEqual({ infeasible: true, optimum: [], required: [] });
  });

  it("nothing relevant: utility is unknown and every option as good as the next", () => {
    const { options, optimum } = truth([], { life: lived(VEGAN), known: ["diet"], options: MENU });
    expect(options.map(({ utility }) => utility)).toEqual([null, null, null]);
    expect(optimum).toEqual(["salad", "omelette", "steak"]);
  });
});

describe("what one who knows all that can be known believes", () => {
  const believed = (parts: Parameters<typeof situation>[0]) =>
    believedFacts(situation(parts)).map(({ id }: LivedFact) => id);

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
