import { describe, expect, it } from "vitest";
import { type Claim, claimsIn, lexiconFrom } from "../../src/core/claims.js";
import { remembered } from "../../src/core/remembered.js";

const LEXICON = lexiconFrom([
  { slot: "diet", value: "vegan", phrase: "plant-based" },
  { slot: "budget", value: "low", phrase: "tight budget" },
  { slot: "budget", value: "any", phrase: "budget" },
  { slot: "mood", value: "tense", phrase: "tight" },
  { slot: "none", value: "none", phrase: "…" },
]);
const values = (text: string, masked: string[] = []) => claimsIn(text, LEXICON, masked).map(({ value }) => value);
const only = (text: string): Partial<Claim> => {
  const [claim, ...others] = claimsIn(text, LEXICON);
  expect(others).toEqual([]);
  return claim ?? {};
};

describe("claims", () => {
  it("are found by whole phrases, the longest first, each word in one", () => {
    expect(values("A tight budget and a plant-based dinner.")).toEqual(["low", "vegan"]);
    expect(values("A budget, a tight one.")).toEqual(["any", "tense"]);
    expect(values("Budgets, planted.")).toEqual([]);
  });

  it("quote the sentence they stand in", () => {
    expect(only("Right. You like it plant-based. Fine.").quote).toBe("You like it plant-based.");
  });

  it.each<[string, Partial<Claim>]>([
    ["You eat plant-based.", { ofPerson: true, negated: false, past: false, asked: false }],
    ["You don't eat plant-based.", { ofPerson: true, negated: true }],
    ["You said no. You eat plant-based.", { ofPerson: true, negated: false }],
    ["This one is plant-based.", { ofPerson: false }],
    ["Your sister eats plant-based.", { ofPerson: false }],
    ["If you eat plant-based, take this.", { ofPerson: false }],
    ["Do you eat plant-based?", { ofPerson: false, asked: true }],
    ["Is it plant-based?", { ofPerson: false, asked: false }],
    ["You used to eat plant-based.", { ofPerson: true, past: true }],
  ])("%s", (text, expected) => {
    expect(only(text)).toMatchObject(expected);
  });

  it("leave out what describes an item", () => {
    expect(values("Take Green, a plant-based place. Your budget?", ["a plant-based place", ""])).toEqual(["any"]);
  });
});

describe("what is remembered", () => {
  it("is computed once for each object", () => {
    let computed = 0;
    const length = remembered((list: readonly string[]) => {
      computed += 1;
      return list.length;
    });
    const list = ["a", "b"];
    expect([length(list), length(list), length(["a", "b"])]).toEqual([2, 2, 2]);
    expect(computed).toBe(2);
  });
});
