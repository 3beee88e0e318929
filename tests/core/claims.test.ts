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
    ["You eat plant-based.", { standing: "person", mood: "said", negated: false, past: false }],
    ["You don't eat plant-based.", { standing: "person", negated: true }],
    ["You said no. You eat plant-based.", { standing: "person", negated: false }],
    ["This one is plant-based.", { standing: "thing" }],
    ["Plant-based.", { standing: "open" }],
    ["Your sister eats plant-based.", { standing: "other" }],
    ["Your sister loves meat, but you eat plant-based.", { standing: "person" }],
    ["You eat plant-based; most people don't.", { standing: "person" }],
    ["If you eat plant-based, take this.", { mood: "supposed" }],
    ["I can't tell whether you eat plant-based.", { mood: "supposed" }],
    ["You never told me of anything plant-based.", { mood: "unknown" }],
    ["Do you eat plant-based?", { standing: "person", mood: "asked" }],
    ["Is it plant-based?", { standing: "thing", mood: "asked" }],
    ["Since you eat plant-based, how about the garden?", { standing: "person", mood: "said" }],
    ["You used to eat plant-based.", { standing: "person", past: true }],
    ["You used to eat meat; now you eat plant-based.", { past: false }],
    ["You don't eat meat, fish, anything not plant-based.", { negated: true }],
    ["You love meat, not plant-based food.", { negated: true }],
  ])("%s", (text, expected) => {
    expect(only(text)).toMatchObject(expected);
  });

  it("are not made by what somebody else is quoted with, but by the person's own words", () => {
    expect(values('The sign says "plant-based".')).toEqual([]);
    expect(values('You wrote "plant-based", so I looked for that.')).toEqual(["vegan"]);
    expect(claimsIn('I always say "plant-based".', LEXICON, [], "I").map(({ value }) => value)).toEqual(["vegan"]);
  });

  it("of a letter are about its writer", () => {
    const standing = (text: string) => claimsIn(text, LEXICON, [], "I").map((claim) => claim.standing);
    expect(standing("I eat plant-based.")).toEqual(["person"]);
    expect(standing("My neighbour eats plant-based.")).toEqual(["other"]);
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
