import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { thresholdOf } from "../../src/core/threshold.js";
import { type Case, junitXml } from "../../src/reporters/junit.js";
import { plainText } from "../../src/reporters/markdown.js";
import { runJunit } from "../../src/reporters/runJunit.js";
import { runMarkdown } from "../../src/reporters/runMarkdown.js";
import { summaryText } from "../../src/reporters/table.js";
import { thresholdLines } from "../../src/reporters/thresholdWords.js";
import type { Ended, Trouble } from "../../src/reporters/troubles.js";
import { NASTY } from "../support/nasty.js";
import { estimate, SMALL, summary } from "./summaries.js";

const BOUNDS = [
  { scorer: "use.applied", assistant: "oracle", min: 0.5 },
  { scorer: "misuse.irrelevant", assistant: "oracle", max: 0.05 },
  { scorer: "use.applied", assistant: "http", min: 0 },
  { scorer: "voice.tone", assistant: "oracle", min: 0.2, max: 0.4 },
];
const thresholds = BOUNDS.map((bound) => thresholdOf(bound, SMALL.estimates));
const trouble = (id: string, outcome: Trouble["outcome"], message: string): Trouble => ({
  ...{ id, outcome },
  failure: { class: "server", message, raw: null },
});

function ended(parts: Partial<Ended> = {}): Ended {
  const run = {
    id: "demo-1",
    label: "exploratory",
    players: "user: rule-based",
    suite: { seed: 1, thresholds: BOUNDS },
  };
  const state = { planned: 3, committed: 3, stopped: null, outcomes: { completed: 1 } };
  return { run, summary: { ...SMALL, thresholds }, state, troubles: [], ...parts };
}

interface Node {
  [name: string]: string | Node | Node[];
}
const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseAttributeValue: false,
  trimValues: false,
});

/** The suites of a report, each with its cases. */
function read(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites } = PARSER.parse(xml) as { testsuites: Node };
  const suites = [testsuites.testsuite].flat().filter((one): one is Node => typeof one === "object");
  return {
    totals: testsuites,
    suites: suites.map((suite) => ({ name: suite.name, cases: [suite.testcase ?? []].flat() as Node[] })),
  };
}

describe("the thresholds of a run", () => {
  it("are told with value, interval and n where they were missed, and why they are unknown", () => {
    expect(thresholdLines(thresholds)).toEqual([
      "1 of 4 thresholds kept",
      "missed: misuse.irrelevant of oracle is .50 (95 % .40 to .60, 12 persons); at most .05 is asked",
      "missed: use.applied of http is unknown (no fact was required); at least 0 is asked",
      "missed: voice.tone of oracle is unknown (the run has no voice.tone of oracle); from .2 to .4 is asked",
    ]);
    expect(thresholdLines([])).toEqual([]);
  });

  it("stand below the table", () => {
    expect(summaryText({ ...SMALL, thresholds }, 120)).toMatch(
      /\n\n1 of 4 thresholds kept\nmissed: misuse\.irrelevant/,
    );
    expect(summaryText(SMALL, 120)).not.toContain("threshold");
  });

  it("are read from summaries that were written before intervals were kept", () => {
    const old = { scorer: "use.applied", assistant: "oracle", min: 0.5, max: null, value: 0.4, met: false };
    const [bound] = summary([], { thresholds: [old as (typeof thresholds)[number]] }).thresholds;
    expect(thresholdLines(bound ? [bound] : [])[1]).toBe("missed: use.applied of oracle is .40; at least .5 is asked");
  });
});

describe("a JUnit report of a run", () => {
  it("has a case a threshold, which fails where it is missed, unknown ones too", () => {
    const { totals, suites } = read(runJunit(ended()));
    expect(totals).toMatchObject({ tests: "4", failures: "3", errors: "0", skipped: "0" });
    expect(suites[0]?.cases.map((one) => [one.classname, one.name, "failure" in one])).toEqual([
      ["oracle", "use.applied at least .5", false],
      ["oracle", "misuse.irrelevant at most .05", true],
      ["http", "use.applied at least 0", true],
      ["oracle", "voice.tone from .2 to .4", true],
    ]);
    expect(suites[0]?.cases[2]?.failure).toMatchObject({ message: expect.stringContaining("no fact was required") });
  });

  it("has an error for each trial that infrastructure failed, and apart, skipped, those of the simulated user", () => {
    const troubles = [
      trouble("a.s.http.0", "infrastructure_error", "cannot be reached"),
      trouble("b.s.http.0", "simulator_error", "misheard twice"),
      trouble("c.s.http.0", "assistant_error", "it said nothing"),
    ];
    const { totals, suites } = read(runJunit(ended({ troubles })));
    expect(totals).toMatchObject({ tests: "6", failures: "3", errors: "1", skipped: "1" });
    expect(suites.map(({ name, cases }) => [name, cases.length])).toEqual([
      ["thresholds", 4],
      ["infrastructure", 1],
      ["simulated users", 1],
    ]);
    expect(suites[1]?.cases[0]).toMatchObject({ name: "a.s.http.0", error: { message: "server: cannot be reached" } });
    expect(suites[2]?.cases[0]).toMatchObject({ name: "b.s.http.0", skipped: { message: "server: misheard twice" } });
  });

  it("passes no threshold of a run that was stopped", () => {
    const state = { planned: 3, committed: 1, stopped: "spent" as const, outcomes: {} };
    const { totals, suites } = read(runJunit(ended({ summary: null, state })));
    expect(totals).toMatchObject({ tests: "4", failures: "0", errors: "4" });
    expect(suites[0]?.cases[0]?.error).toMatchObject({ message: expect.stringContaining("(spent) after 1 of 3") });
  });

  it("says who plays", () => {
    expect(runJunit(ended())).toContain('name="players" value="user: rule-based"');
  });
});

describe("a JUnit report", () => {
  const HOSTILE = [
    ...NASTY,
    "]]> <failure/> &amp; &#0; <!-- -->",
    "half \ud800 a pair",
    "\ufffe\uffff",
    "true",
    "1e3",
    "",
  ];

  it.each(HOSTILE)("holds any text: %j", (text) => {
    const cases = (["passed", "failure", "error", "skipped"] as const).map(
      (result): Case => ({ group: text, name: text, result, message: text }),
    );
    const xml = junitXml(text, [{ name: text, properties: { players: text }, cases }]);
    expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    const { totals, suites } = read(xml);
    expect(totals).toMatchObject({ tests: "4", failures: "1", errors: "1", skipped: "1" });
    expect(suites).toHaveLength(1);
    expect(suites[0]?.cases).toHaveLength(4);
  });

  it("keeps what a text says", () => {
    const message = 'is <b>"1" & 2</b>; more';
    const { suites } = read(
      junitXml("a", [{ name: "b", properties: {}, cases: [{ group: "c", name: "d", result: "failure", message }] }]),
    );
    expect(suites[0]?.cases[0]?.failure).toEqual({ message, type: "failure", "#text": message });
  });
});

describe("a page of a run", () => {
  it("has the table, the thresholds with what they rest on, and the trials that somebody broke", () => {
    const troubles = [trouble("a.s.http.0", "infrastructure_error", "cannot be | reached")];
    const page = runMarkdown(ended({ troubles }));
    expect(page).toContain("| oracle | 1.00 | .50 ±.10 |");
    expect(page).toContain("| missed | misuse.irrelevant | oracle | at most .05 | .50 | .40 to .60 | 12 |");
    expect(page).toContain("| missed | use.applied | http | at least 0 | unknown: no fact was required | - | 12 |");
    expect(page).toContain("| a.s.http.0 | infrastructure\\_error | server: cannot be \\| reached |");
    expect(page).toContain("user: rule-based; seed 1.");
  });

  it("says of a run that was stopped that nothing was looked at", () => {
    const state = { planned: 3, committed: 1, stopped: "interrupted" as const, outcomes: {} };
    expect(runMarkdown(ended({ summary: null, state }))).toContain("not looked at: the run ended early (interrupted)");
  });

  it("names twenty broken trials and counts the others", () => {
    const troubles = Array.from({ length: 23 }, (_, at) => trouble(`t${at}`, "simulator_error", "no"));
    const page = runMarkdown(ended({ troubles }));
    expect(page.match(/^\| t\d+ /gm)).toHaveLength(20);
    expect(page).toContain("and 3 more");
  });

  it.each([
    ["a | b", "a \\| b"],
    ["<script>", "&lt;script&gt;"],
    ["[x](http://198.51.100.7)", "\\[x\\](http://198.51.100.7)"],
    ["@team", "&#64;team"],
    ["two\nlines", "two lines"],
    ["back\\slash `code` **bold**", "back\\\\slash \\`code\\` \\*\\*bold\\*\\*"],
  ])("shows %j as text", (text, shown) => {
    expect(plainText(text)).toBe(shown);
  });

  it("is unknown in the table where it is unknown", () => {
    const none = summary([estimate("use.applied", "generic", null)]);
    expect(runMarkdown(ended({ summary: none }))).toContain("None of the main numbers is known");
  });
});
