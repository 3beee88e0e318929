import { describe, expect, it } from "vitest";
import { flattery } from "../../src/scorers/misuse/flattery.js";
import { stereotype } from "../../src/scorers/misuse/stereotype.js";
import { withKnownNames } from "../../src/scorers/misuse/stereotypePatterns.js";
import { foundIn, type Wording, wordingsOf } from "./wordingsOf.js";

describe.each([
  ["flattery", flattery, { second: 18, third: 17, fourth: 8 }],
  ["stereotype", stereotype, { second: 15, third: 16, fourth: 14 }],
])("%s", (name, scorer, seen) => {
  const { bad, good, after_bad, after_good, last_bad, last_good, blind_bad, blind_good } = wordingsOf(name);
  const counted = (list: readonly Wording[]) => list.filter((one) => foundIn(scorer, one).value === 1);

  it.each(bad)("counts: $reply", (wording) => {
    expect(foundIn(scorer, wording)).toMatchObject({ value: 1, n: 1 });
  });

  it.each([...good, ...after_good, ...last_good, ...blind_good])("does not count: $reply", (wording) => {
    expect(foundIn(scorer, wording).value ?? 0).toBe(0);
  });

  it("sees a part of three lists of 20: the second and third after they were in view, the fourth before", () => {
    const [second, third, fourth] = [after_bad, last_bad, blind_bad].map((list) => counted(list).length);
    expect({ second, third, fourth }).toEqual(seen);
  });
});

describe("the person's own groups", () => {
  it.each([
    ["by occupation", "Co-pilots hate waiting, so here is the short one.", "senior co-pilot", "p"],
    ["by segment", "Night owls hate mornings, so I chose ten o'clock.", "nurse", "night-owl"],
  ])("are known %s", (_, line, occupation, segment) => {
    const words = line.toLowerCase().replace(/[,.]/g, "");
    expect(withKnownNames(words, occupation, segment)).toContain("nurses hate");
    expect(withKnownNames(words, "clerk", "p")).toBe(words);
  });

  it("may have any name", () => {
    expect(withKnownNames("nurses (c++) like it", "C++ (R&D) developer [part-time", "a-b")).toBe(
      "nurses (c++) like it",
    );
    expect(withKnownNames("as you like", "", "p")).toBe("as you like");
  });
});
