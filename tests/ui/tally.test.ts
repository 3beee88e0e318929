import fc from "fast-check";
import { expect, it } from "vitest";
import { summaryOf } from "../../src/core/summary.js";
import type { Outcome } from "../../src/schema/event.js";
import type { Score } from "../../src/schema/score.js";
import type { TrialResult } from "../../src/schema/trial.js";
import { EMPTY_TALLY, runningMean, tallied } from "../../src/ui/tally.js";

const SCALES = ["use.applied", "use.adherence"].map((id) => ({
  ...{ id, version: 1, direction: "higher" as const, cannotSee: "" },
}));
const ARMS = ["generic", "generic@m", "history", "oracle@m"];
const BASELINES = { generic: "generic", "generic@m": "generic@m", history: "generic", "oracle@m": "generic@m" };

const known = fc.record({ value: fc.option(fc.double({ min: 0, max: 1, noNaN: true })), n: fc.nat(4) });
const cell = fc.record({
  outcome: fc.constantFrom<Outcome>("completed", "completed", "completed", "gave-up", "simulator_error"),
  scores: fc.tuple(known, known),
});
const run = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 });

it("shows, when all is committed, the means of the summary: by person, gains paired, broken pairs in no arm", () => {
  fc.assert(
    fc.property(run, (pairs) => {
      const heads: TrialResult[] = [];
      const scores: Score[] = [];
      let tally = EMPTY_TALLY;
      for (const [place, cells] of pairs.entries())
        for (const [index, { outcome, scores: values }] of cells.entries()) {
          const arm = ARMS[index] as string;
          const persona = `p${Math.floor(place / 3)}`;
          const scenario = `s${place % 3}`;
          const id = `${persona}.${scenario}.${arm}`;
          const [technique = "", model = "offline"] = arm.split("@");
          const assistant = { id: arm, technique, model, materials: "own", memory: "given" } as const;
          heads.push({ id, persona, scenario, repeat: 0, assistant, outcome, probes: [] });
          const own = SCALES.map(({ id: scorer }, which) => scoreOf(id, scorer, outcome, values[which] as Known));
          scores.push(...own);
          tally = tallied(tally, { persona, scenario, repeat: 0, assistant: arm, outcome, scores: own }, BASELINES);
        }
      const suite = { seed: 1, thresholds: [], repeats: 1 };
      const summary = summaryOf({ run: { id: "r", label: "", players: "", suite }, scales: SCALES, heads, scores });
      for (const { scorer, assistant, value, n } of summary.estimates) {
        const mean = runningMean(tally, scorer, assistant);
        expect(mean.persons).toBe(n);
        if (value === null) expect(mean.value).toBeNull();
        else expect(mean.value).toBeCloseTo(value, 9);
      }
    }),
  );
});

type Known = { value: number | null; n: number };

function scoreOf(trial: string, scorer: string, outcome: Outcome, { value, n }: Known): Score {
  const told = outcome === "simulator_error" ? null : value;
  return {
    ...{ schema: "dramatis/score@1", trial, scorer, version: 1, value: told, n: told === null ? 0 : n },
    ...{ reason: null, evidence: [] },
  };
}
