import { describe, expect, it } from "vitest";
import { judge, meets, outranked, type Preference, utility } from "../../src/core/utility.js";
import { item, norm, SLOTS } from "./makers.js";

type Parts = Preference["condition"] & Partial<Pick<Preference, "strength" | "veto">>;

function wish(slot: string, { strength = 0.5, veto = false, ...condition }: Parts): Preference {
  return { slot, condition, strength, veto };
}

const SALAD = item("salad", { diet: "vegan", budget: "low", contains: ["nuts"] });
const OMELETTE = item("omelette", { diet: "vegetarian", budget: "medium", contains: ["milk"] });
const STEAK = item("steak", { diet: "omnivore", budget: "high", contains: [] });
const MENU = [SALAD, OMELETTE, STEAK];

describe("utility", () => {
  it("is the share of satisfied facts, weighted by strength", () => {
    const facts = [wish("diet", { is: "vegetarian", strength: 0.9 }), wish("budget", { min: "high", strength: 0.3 })];
    expect(utility(SLOTS, SALAD.attributes, facts, []).utility).toBeCloseTo(0.9 / 1.2);
    expect(utility(SLOTS, STEAK.attributes, facts, []).utility).toBeCloseTo(0.3 / 1.2);
  });

  it("is unknown, not zero, where nothing has weight", () => {
    expect(utility(SLOTS, SALAD.attributes, [], [])).toEqual({ utility: null, admissible: true });
    const age = wish("length", { is: 41, strength: 0 });
    expect(utility(SLOTS, SALAD.attributes, [age], []).utility).toBeNull();
  });

  it("leaves a fact without weight out of the mean", () => {
    const facts = [wish("diet", { is: "vegan" }), wish("length", { is: 41, strength: 0 })];
    expect(utility(SLOTS, SALAD.attributes, facts, []).utility).toBe(1);
  });

  it("rules out what breaks a veto, whatever else it satisfies", () => {
    const facts = [wish("contains", { not: "nuts", veto: true, strength: 0.1 }), wish("diet", { is: "vegan" })];
    expect(utility(SLOTS, SALAD.attributes, facts, []).admissible).toBe(false);
    expect(utility(SLOTS, STEAK.attributes, facts, []).admissible).toBe(true);
  });

  it("rules out what breaks a norm, and nothing that states nothing on its slot", () => {
    const frugal = norm("budget", { max: "medium" });
    expect(utility(SLOTS, STEAK.attributes, [], [frugal]).admissible).toBe(false);
    expect(utility(SLOTS, {}, [], [frugal]).admissible).toBe(true);
  });

  it("takes an attribute nobody states for one that satisfies nothing", () => {
    expect(meets(SLOTS, "diet", { is: "vegan" }, {})).toBe(false);
    expect(meets(SLOTS, "unheard-of", { not: "vegan" }, { "unheard-of": "x" })).toBe(false);
  });
});

describe("judge", () => {
  it("finds the best option", () => {
    const { optimum, infeasible } = judge(SLOTS, MENU, [wish("diet", { is: "vegan" })], []);
    expect({ optimum, infeasible }).toEqual({ optimum: ["salad"], infeasible: false });
  });

  it("keeps ties as a set", () => {
    expect(judge(SLOTS, MENU, [wish("diet", { is: "vegetarian" })], []).optimum).toEqual(["salad", "omelette"]);
    expect(judge(SLOTS, MENU, [], []).optimum).toEqual(["salad", "omelette", "steak"]);
  });

  it("ties options whose sums differ in the last bit only", () => {
    const one = item("one", { diet: "vegan", budget: "low", tone: "warm" });
    const other = item("other", { naming: "snake", contains: ["nuts"], length: 5 });
    const facts = [
      wish("diet", { is: "vegan", strength: 0.1 }),
      wish("budget", { is: "low", strength: 0.2 }),
      wish("tone", { is: "warm", strength: 0.3 }),
      wish("naming", { is: "snake", strength: 0.3 }),
      wish("contains", { is: "nuts", strength: 0.2 }),
      wish("length", { is: 5, strength: 0.1 }),
    ];
    expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
    expect(judge(SLOTS, [one, other], facts, []).optimum).toEqual(["one", "other"]);
  });

  it("lets the stronger fact decide", () => {
    const facts = [wish("diet", { is: "vegan", strength: 0.4 }), wish("budget", { is: "high", strength: 0.6 })];
    expect(judge(SLOTS, MENU, facts, []).optimum).toEqual(["steak"]);
  });

  it("prefers nothing that is ruled out", () => {
    const facts = [wish("contains", { not: "nuts", veto: true }), wish("diet", { is: "vegan", strength: 1 })];
    expect(judge(SLOTS, MENU, facts, []).optimum).toEqual(["omelette", "steak"]);
  });

  it("is infeasible where vetoes leave nothing", () => {
    const facts = [wish("diet", { is: "vegan", veto: true }), wish("contains", { not: "nuts", veto: true })];
    expect(judge(SLOTS, MENU, facts, [])).toMatchObject({ optimum: [], infeasible: true });
  });

  it("is not infeasible where nothing is to be chosen", () => {
    expect(judge(SLOTS, [], [wish("diet", { is: "vegan" })], [])).toEqual({
      options: [],
      optimum: [],
      infeasible: false,
    });
  });
});

describe("norms and vetoes", () => {
  const costly = wish("budget", { is: "high", veto: true });

  it("a veto stands against a norm that outranks preferences only", () => {
    expect(judge(SLOTS, MENU, [costly], [norm("budget", { max: "medium" })]).infeasible).toBe(true);
  });

  it("a veto gives way to a norm that outranks vetoes", () => {
    const judged = judge(SLOTS, MENU, [costly], [norm("budget", { max: "medium" }, "veto")]);
    expect(judged).toMatchObject({ optimum: ["salad", "omelette"], infeasible: false });
  });

  it("a veto that the norm has nothing to do with does not give way", () => {
    const facts = [costly, wish("contains", { not: "milk", veto: true })];
    expect(judge(SLOTS, MENU, facts, [norm("budget", { max: "medium" }, "veto")]).optimum).toEqual(["salad"]);
  });

  it("a veto that nothing on offer keeps is no norm's doing", () => {
    const allergic = wish("contains", { is: "gluten", veto: true });
    expect(judge(SLOTS, MENU, [allergic], [norm("budget", { max: "medium" }, "veto")]).infeasible).toBe(true);
  });

  it("a wish is outranked where a norm forbids all that serves it", () => {
    const pricey = wish("diet", { is: "omnivore" });
    expect(outranked(SLOTS, MENU, pricey, [norm("budget", { max: "medium" })])).toBe(true);
    expect(outranked(SLOTS, MENU, pricey, [norm("budget", { min: "medium" })])).toBe(false);
  });

  it("a wish that goes against a norm is outranked even if nothing serves it", () => {
    const camel = wish("naming", { is: "camel" });
    const files = [item("file", { naming: "snake" })];
    expect(outranked(SLOTS, files, camel, [norm("naming", { is: "snake" })])).toBe(true);
    expect(outranked(SLOTS, files, wish("tone", { is: "warm" }), [norm("naming", { is: "snake" })])).toBe(false);
    expect(outranked(SLOTS, [], camel, [norm("naming", { is: "snake" })])).toBe(false);
  });

  it("each norm counts, not the first on the slot alone", () => {
    const norms = [norm("budget", { min: "low" }), norm("budget", { max: "medium" })];
    expect(outranked(SLOTS, MENU, wish("budget", { is: "high" }), norms)).toBe(true);
  });
});
