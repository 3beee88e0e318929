import { describe, expect, it } from "vitest";
import { truthAt } from "../../src/core/expected.js";
import { knownAt } from "../../src/core/knowledge.js";
import type { Fact } from "../../src/schema/persona.js";
import { drifted, MENU, RICH, VEGAN } from "./dinner.js";
import { fact, lived, MOMENT, situation, stated, told, truth } from "./makers.js";

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
