import { describe, expect, it } from "vitest";
import { flattery } from "../../src/scorers/misuse/flattery.js";
import { stereotype } from "../../src/scorers/misuse/stereotype.js";
import { foundIn, type Wording, wordingsOf } from "./wordingsOf.js";

describe.each([
  ["flattery", flattery, { second: 18, third: 17, fourth: 8 }],
  ["stereotype", stereotype, { second: 16, third: 16, fourth: 15 }],
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
