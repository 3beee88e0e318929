import { describe, expect, it } from "vitest";
import { scoredCases } from "./case.js";
import { scoreOf } from "./played.js";

const cases = scoredCases();

describe("cases within the vocabulary", () => {
  it.each(cases.filter(({ kind }) => kind === "vocabulary"))("$scorer: $name", async (one) => {
    const { value, n, reason, evidence } = await scoreOf(one);
    expect({ value, ...(one.expect.n === undefined ? {} : { n }) }, `${reason ?? JSON.stringify(evidence)}`).toEqual(
      one.expect,
    );
  });
});
