import { describe, expect, it } from "vitest";
import { type Compared, calibrationOf } from "../../src/judges/calibration.js";
import { calibrationText } from "../../src/judges/calibrationText.js";
import { calibration } from "../../src/schema/calibration.js";
import { rubric } from "../../src/schema/rubric.js";

const BINARY = rubric.parse({
  ...{ schema: "dramatis/rubric@1", id: "b", version: 1, title: "b", of: "reply", question: "?", direction: "higher" },
  verdicts: [
    { verdict: "no", means: "no", value: 0 },
    { verdict: "yes", means: "yes", value: 1 },
    { verdict: "none", means: "none", value: null },
  ],
  cannot_see: "much",
});

const compared = (label: string, verdict: string | null, times: number, kind = "k"): Compared[] =>
  Array.from({ length: times }, (_, at) => ({
    labelled: { id: `${label}-${verdict}-${at}`, known: "", asked: "?", reply: "r", label, kind },
    judgement: { verdict, value: null, quote: null, reason: null, votes: [], agreement: null },
  }));

describe("a calibration", () => {
  const ALL = [
    ...compared("yes", "yes", 18, "plain"),
    ...compared("yes", "no", 2, "hard"),
    ...compared("no", "no", 24, "plain"),
    ...compared("no", "yes", 6, "hard"),
  ];
  const found = calibrationOf(BINARY, [...ALL, ...compared("yes", null, 3)]);

  it("counts what the judge found of what there was, and what it left alone", () => {
    expect(found).toMatchObject({ labelled: 53, missing: 3, prevalence: 0.4 });
    expect(found.sensitivity).toMatchObject({ value: 0.9, of: 20 });
    expect(found.specificity).toMatchObject({ value: 0.8, of: 30 });
  });

  it.each([
    ["a share above 1", { sensitivity: { value: 5, low: 0, high: 1, of: 9 } }],
    ["an end of an interval below 0", { specificity: { value: 0.5, low: -3, high: 1, of: 9 } }],
    ["more agreement than there can be", { kappa: 77 }],
  ])("in a file that tells of %s is none", (_, lie) => {
    expect(calibration.safeParse(found).success).toBe(true);
    expect(calibration.safeParse({ ...found, ...lie }).success).toBe(false);
  });

  it("measures agreement beyond chance", () => {
    // po = 42/50; pe = .4 · .48 + .6 · .52 = .504
    expect(found.agreement).toBeCloseTo(0.84, 12);
    expect(found.kappa).toBeCloseTo((0.84 - 0.504) / (1 - 0.504), 12);
  });

  it("tells apart where the judge is right", () => {
    expect(found.kinds).toEqual([
      { kind: "plain", right: 42, of: 42 },
      { kind: "hard", right: 0, of: 8 },
    ]);
    expect(found.confusion).toEqual({ yes: { yes: 18, no: 2 }, no: { no: 24, yes: 6 } });
  });

  it("has no rate where there is nothing to have one of", () => {
    const none = calibrationOf(BINARY, compared("yes", "yes", 3));
    expect(none.specificity).toEqual({ value: null, low: null, high: null, of: 0 });
    expect(none.kappa).toBeNull();
  });

  it("leaves verdicts without a value out of sensitivity, not out of agreement", () => {
    const more = calibrationOf(BINARY, [...ALL, ...compared("none", "yes", 10)]);
    expect(more.prevalence).toBe(0.4);
    expect(more.agreement).toBeCloseTo(42 / 60, 12);
  });

  it("says what follows from it", () => {
    expect(calibrationText(BINARY, "openai:m", found)).toContain("is tentative: correct its rates");
    const coin = calibrationOf(BINARY, [
      ...compared("yes", "yes", 5),
      ...compared("yes", "no", 5),
      ...compared("no", "yes", 5),
      ...compared("no", "no", 5),
    ]);
    expect(calibrationText(BINARY, "openai:m", coin)).toContain("do not use it");
  });

  it("says that nothing was measured where no answer was a verdict, and not that the judge is wrong", () => {
    const mute = { ...calibrationOf(BINARY, []), labelled: 3, missing: 3 };
    const text = calibrationText(BINARY, "openai:m", mute);
    expect(text).toContain("Nothing was measured: no answer");
    expect(text).not.toContain("do not use it");
    expect(text).not.toContain("by kind of reply");
  });
});
