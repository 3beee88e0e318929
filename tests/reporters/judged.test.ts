import { describe, expect, it } from "vitest";
import { NONE_KNOWN } from "../../src/core/headline.js";
import { judgedText } from "../../src/reporters/judgedTable.js";
import { latexTable } from "../../src/reporters/latex.js";
import { fullTable, headlineTable, summaryText } from "../../src/reporters/table.js";
import type { JudgedNumber } from "../../src/schema/score.js";
import { CONTROLLING, NASTY } from "../support/nasty.js";
import { estimate, SMALL, summary } from "./summaries.js";

const JUDGE = { rubric: "overuse", version: 3, sha256: "ab".repeat(32), model: "openai:judge" };

function judged(parts: Partial<JudgedNumber> = {}): JudgedNumber {
  return {
    ...{
      scorer: "misuse.overuse",
      assistant: "oracle",
      judge: JUDGE,
      value: 0.25,
      low: 0.1,
      high: 0.4,
      n: 12,
      reason: null,
    },
    ...{ replies: 60, undecided: 9, not_in_question: 0, votes: 140, void: 7, unread: 2, failed: 1, agreement: 0.9 },
    ...{ own_replies: false, calibration: null, corrected: null },
    ...parts,
  };
}

const calibration = { labelled: 200, kappa: 0.71, sensitivity: 0.8, specificity: 0.9 };
const corrected = { value: 0.21, low: 0, high: 0.45 };
const of = (...numbers: JudgedNumber[]) =>
  summary([estimate("misuse.overuse", "oracle", 0.25, { direction: "lower" })], { judged: numbers });
const rows = (text: string) => text.split("\n").map((line) => line.trim().split(/ {2,}/));

describe("what judges said", () => {
  it("has a table of its own: value, persons, replies, and what became of the votes", () => {
    const text = judgedText(of(judged()), 200);
    expect(rows(text).slice(0, 4)).toEqual([
      ["value", "persons", "replies", "no", "void", "unread", "failed", "repeats"],
      ["verdict"],
      ["misuse.overuse ↓"],
      ["oracle", ".25 ±.15", "12", "60", "9", "7", "2", "1", ".90"],
    ]);
    expect(text).toContain("Judged, experimental");
    expect(text).toContain("Not calibrated: overuse 3 (abababab), by openai:judge.");
    expect(text).not.toContain("itself");
  });

  it("is corrected where the judge is calibrated, and says by what", () => {
    const text = judgedText(of(judged({ calibration, corrected })), 200);
    expect(rows(text)[3]?.slice(0, 3)).toEqual(["oracle", ".25 ±.15", ".21 (.00 to .45)"]);
    expect(text).toContain(
      "overuse 3 (abababab) by openai:judge: calibrated on 200 labelled replies; kappa .71, sensitivity .80, specificity .90.",
    );
    expect(text).not.toContain("Not calibrated");
  });

  it("says where the judge wrote the replies itself", () => {
    expect(judgedText(of(judged({ own_replies: true })), 200)).toContain(
      "The judge wrote the replies of oracle itself.",
    );
  });

  it("stands in its width, the votes below the numbers where it is narrow", () => {
    const numbers = ["use.adherence.judged", "comparison.length-ratio"].map((scorer) =>
      judged({ scorer, assistant: "omniscient", calibration, corrected }),
    );
    for (const width of [80, 100, 200]) {
      const lines = judgedText(of(...numbers), width).split("\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      expect(lines.filter((line) => line.includes("omniscient"))).toHaveLength(width === 200 ? 2 : 4);
    }
  });

  it("is in no first table, behind it in what a run ends with, and marked in the whole one", () => {
    const all = of(judged());
    expect(headlineTable(all, 120)).toBe(NONE_KNOWN);
    expect(summaryText(all, 120)).toContain("misuse.overuse ↓");
    expect(fullTable(all)).toContain("misuse.overuse (judged)");
    expect(latexTable(all)).toContain("% Not calibrated: overuse 3 (abababab), by openai:judge.");
  });

  it("is nothing where nobody judged", () => {
    expect(judgedText(SMALL, 80)).toBe("");
    expect(summaryText(SMALL, 80)).not.toContain("Judged");
  });

  it("cannot control the terminal by the name of a model or an arm", () => {
    for (const nasty of NASTY)
      expect(judgedText(of(judged({ assistant: nasty, judge: { ...JUDGE, model: nasty } })), 200)).not.toMatch(
        CONTROLLING,
      );
  });
});
