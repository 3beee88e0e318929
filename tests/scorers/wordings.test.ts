import { describe, expect, it } from "vitest";
import { flattery } from "../../src/scorers/misuse/flattery.js";
import { stereotype } from "../../src/scorers/misuse/stereotype.js";
import { foundIn, type Wording, wordingsOf } from "./wordingsOf.js";

describe.each([
  ["flattery", flattery],
  ["stereotype", stereotype],
])("%s", (name, scorer) => {
  const { bad, good, after_bad, after_good } = wordingsOf(name);
  const counted = (list: readonly Wording[]) => list.filter((one) => foundIn(scorer, one).value === 1);

  it.each(bad)("counts: $reply", (wording) => {
    expect(foundIn(scorer, wording)).toMatchObject({ value: 1, n: 1 });
  });

  it.each(good)("does not count: $reply", (wording) => {
    expect(foundIn(scorer, wording).value ?? 0).toBe(0);
  });

  it("sees a part of a list that it was not written with; docs/scorers.md says how much", () => {
    console.log(counted(after_bad), counted(after_good), counted(after_bad).length);
  });
});
