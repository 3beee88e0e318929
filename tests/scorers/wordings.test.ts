import { describe, expect, it } from "vitest";
import { flattery } from "../../src/scorers/misuse/flattery.js";
import { stereotype } from "../../src/scorers/misuse/stereotype.js";
import { foundIn, type Wording, wordingsOf } from "./wordingsOf.js";

describe.each([
  ["flattery", flattery, { second: 18, third: 17 }],
  ["stereotype", stereotype, { second: 16, third: 16 }],
])("%s", (name, scorer, seen) => {
  const { bad, good, after_bad, after_good, last_bad, last_good } = wordingsOf(name);
  const counted = (list: readonly Wording[]) => list.filter((one) => foundIn(scorer, one).value === 1);

  it.each(bad)("counts: $reply", (wording) => {
    expect(foundIn(scorer, wording)).toMatchObject({ value: 1, n: 1 });
  });

  it.each([...good, ...after_good, ...last_good])("does not count: $reply", (wording) => {
    expect(foundIn(scorer, wording).value ?? 0).toBe(0);
  });

  it("sees a part of two lists of 20; docs/scorers.md says how few of them before they were in view", () => {
    expect({ second: counted(after_bad).length, third: counted(last_bad).length }).toEqual(seen);
  });
});
