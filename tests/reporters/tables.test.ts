import { describe, expect, it } from "vitest";
import { latexTable } from "../../src/reporters/latex.js";
import { fullTable, headlineTable } from "../../src/reporters/table.js";
import { CONTROLLING, NASTY } from "../support/nasty.js";
import { estimate, SMALL, summary } from "./summaries.js";

const rows = (table: string) => table.split("\n").map((line) => line.trim().split(/ {2,}/));

describe("the first table", () => {
  it("has an arm a row and a score a column, with half the interval, unknown as a dash, and which way is better", () => {
    expect(rows(headlineTable(SMALL, 120))).toEqual([
      ["use", "misuse"],
      ["applied", "irrelevant"],
      ["↑", "↓"],
      ["generic", ".00 ±.10", ".03 ±.10"],
      ["oracle", "1.00", ".50 ±.10"],
      ["http", "-", ".25 ±.10"],
    ]);
  });

  it("stands in its width, use beside misuse however narrow", () => {
    const many = [
      "use.applied",
      "misuse.irrelevant",
      "use.adherence",
      "misuse.stale",
      "misuse.leak",
      "comparison.gain",
    ];
    const wide = summary(many.map((id) => estimate(id, "history+other-segment", 0.5)));
    for (const width of [60, 80, 100, 120, 200]) {
      const lines = headlineTable(wide, width).split("\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      for (const id of many) expect(lines.join("\n")).toContain(id.split(".")[1]);
    }
    expect(rows(headlineTable(wide, 10))[0]).toEqual(["use", "misuse"]);
  });

  it("says where nothing could be scored", () => {
    expect(headlineTable(summary([estimate("use.applied", "generic", null)]), 80)).toBe(
      "None of the main numbers is known in this run; `dramatis table` has the others,\nand the reasons.",
    );
  });
});

describe("the whole table", () => {
  it("has every number with its interval, its personas and trials, and why it is unknown", () => {
    const [head, ...body] = rows(fullTable(SMALL));
    expect(head).toEqual(["scorer", "assistant", "value", "95% interval", "personas", "trials", "better"]);
    expect(body).toHaveLength(SMALL.estimates.length);
    expect(body[0]).toEqual(["use.applied", "generic", "0.000", "-0.100 to 0.100", "12", "24", "higher"]);
    expect(body[1]).toEqual(["use.applied", "oracle", "1.000", "none", "12", "24", "higher"]);
    expect(body[2]).toEqual(["use.applied", "http", "-", "no fact was required", "12", "24", "higher"]);
  });
});

describe("a table for LaTeX", () => {
  it("has scorers down and arms across, and what is known of nobody is left out", () => {
    const unknown = estimate("voice.tone", "generic", null);
    expect(latexTable({ ...SMALL, estimates: [...SMALL.estimates, unknown] })).toBe(
      String.raw`% needs \usepackage{booktabs}
\begin{tabular}{lrrr}
\toprule
 & generic & oracle & http \\
\midrule
use.applied & $0.00 \pm 0.10$ & $1.00$ & -- \\
misuse.irrelevant & $0.03 \pm 0.10$ & $0.50 \pm 0.10$ & $0.25 \pm 0.10$ \\
service.effort & -- & $12.50 \pm 0.10$ & -- \\
\bottomrule
\end{tabular}
% exploratory; user: rule-based; seed 1; 95 % intervals over persons (t under 20, else bootstrap)
`,
    );
  });

  it.each([
    ["a_b", "a\\_b"],
    ["100 %", "100 \\%"],
    ["a & b", "a \\& b"],
    ["$x^2$", "\\$x\\textasciicircum{}2\\$"],
    ["#1 {x}", "\\#1 \\{x\\}"],
    ["~", "\\textasciitilde{}"],
    ["\\input{x}", "\\textbackslash{}input\\{x\\}"],
    ["a\nb", "a b"],
  ])("escapes what is a command: %s", (name, escaped) => {
    const made = latexTable(summary([estimate("use.applied", name, 0.5)]));
    expect(made.split("\n")[3]).toBe(` & ${escaped} \\\\`);
  });

  it("keeps its comments on their lines, whatever the players are called", () => {
    const made = latexTable(summary([estimate("use.applied", "generic", 0.5)], { players: "a\n\\input{x}\nb" }));
    const last = made.trimEnd().split("\n").at(-1);
    expect(last).toMatch(/^% .*\\input\{x\}/);
    expect(made.split("\n").filter((line) => line.includes("input"))).toHaveLength(1);
  });
});

describe("what controls a terminal", () => {
  it.each(NASTY)("never passes a table: %j", (text) => {
    const made = summary([estimate("use.applied", text, 0.5), estimate("use.applied", "b", null, { reason: text })], {
      players: text,
      label: text,
    });
    for (const table of [headlineTable(made, 120), fullTable(made), latexTable(made)])
      expect(table).not.toMatch(CONTROLLING);
  });
});
