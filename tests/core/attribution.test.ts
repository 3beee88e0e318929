import { describe, expect, it } from "vitest";
import { type Attribution, attributionShare, attributionsOf } from "../../src/core/attribution.js";
import { assistantNameOf, assistantSpec } from "../../src/schema/suite.js";
import type { TrialResult } from "../../src/schema/trial.js";

/** What each person was given at one probe, and what would have been best. */
type Given = Record<string, [chosen: string | null, ...optimum: string[]]>;

const heads = (given: Given, scenario = "s"): TrialResult[] =>
  Object.entries(given).map(([persona, [chosen, ...optimum]]) => ({
    id: `${persona}.${scenario}.generic.0`,
    ...{ persona, scenario, repeat: 0, outcome: "completed" },
    assistant: assistantNameOf(assistantSpec.parse({ technique: "generic" })),
    probes: [{ id: "p", slots: ["diet"], optimum, chosen }],
  }));

const of = (list: readonly Attribution[], persona: string) => list.find((one) => one.persona === persona);
const share = (given: Given, persona: string) =>
  attributionShare(attributionsOf(heads(given)).filter((one) => one.persona === persona));

describe("whom a choice was made for", () => {
  it("is told where it is best for that person alone", () => {
    const told = attributionsOf(heads({ ida: ["tea", "tea"], otto: ["cake", "cake"] }));
    expect(of(told, "ida")).toEqual({ persona: "ida", credit: 1, chance: 0.5, ceiling: 1 });
    expect(share({ ida: ["tea", "tea"], otto: ["cake", "cake"] }, "ida")).toBe(1);
  });

  it("is not told by the right choices given to the wrong people", () => {
    const swapped: Given = { ida: ["cake", "tea"], otto: ["tea", "cake"] };
    expect(of(attributionsOf(heads(swapped)), "ida")?.credit).toBe(0);
    expect(share(swapped, "ida")).toBe(-1);
  });

  it("is a guess where all get the same", () => {
    const same: Given = { ida: ["tea", "tea"], otto: ["tea", "cake"] };
    expect([share(same, "ida"), share(same, "otto")]).toEqual([1, -1]);
  });

  it("is a guess among all where the choice is best for nobody", () => {
    const poor: Given = { ida: ["soup", "tea"], otto: ["soup", "cake"], uma: ["soup", "tea"] };
    expect(of(attributionsOf(heads(poor)), "ida")?.credit).toBeCloseTo(1 / 3, 12);
    expect(share(poor, "otto")).toBeCloseTo(0, 12);
  });

  it("has less to be told where others want the same", () => {
    const given: Given = { ida: ["tea", "tea"], otto: ["cake", "cake"], uma: ["tea", "tea"] };
    expect(of(attributionsOf(heads(given)), "ida")).toMatchObject({ credit: 0.5, ceiling: 0.5 });
    expect(share(given, "ida")).toBeCloseTo(1, 12);
  });

  it("is unknown where all want the same, one is asked alone, or nothing was chosen", () => {
    expect(share({ ida: ["tea", "tea"], otto: ["tea", "tea"] }, "ida")).toBeNull();
    expect(attributionsOf(heads({ ida: ["tea", "tea"] }))).toEqual([]);
    expect(of(attributionsOf(heads({ ida: [null, "tea"], otto: ["cake", "cake"] })), "ida")).toBeUndefined();
    expect(attributionsOf([...heads({ ida: ["tea", "tea"] }), ...heads({ otto: ["cake", "cake"] }, "other")])).toEqual(
      [],
    );
  });
});
