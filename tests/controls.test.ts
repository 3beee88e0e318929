import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Estimate, Score, Summary } from "../src/schema/score.js";
import type { Trial } from "../src/schema/trial.js";
import { dramatis, fileOf, jsonLines, onlyRun } from "./support/dramatis.js";
import { temporaryFolder } from "./support/folders.js";
import { REPOSITORY } from "./support/paths.js";

const PEOPLE = ["elena-marchetti", "hanne-visser", "mara-lindqvist", "yuki-tanabe"];
const folder = temporaryFolder(afterAll);

let estimates: Estimate[];
let scores: Score[];
let trials: Trial[];

beforeAll(async () => {
  const suite = join(REPOSITORY, "scenarios", "controls.suite.yaml");
  const people = PEOPLE.flatMap((person) => ["--persona", person]);
  const { code, stderr } = await dramatis(["run", suite, ...people, "--quiet"], { cwd: folder });
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  const run = onlyRun(folder);
  estimates = (JSON.parse(fileOf(run, "summary.json")) as Summary).estimates;
  scores = jsonLines(fileOf(run, "scores.jsonl")) as Score[];
  trials = jsonLines(fileOf(run, "trials.jsonl")) as Trial[];
});

/** A number of an arm; fails where it is unknown. */
function numberOf(scorer: string, assistant: string): number {
  const found = estimates.find((one) => one.scorer === scorer && one.assistant === assistant);
  if (found?.value == null) throw new Error(`${scorer} of ${assistant} is unknown: ${found?.reason}`);
  return found.value;
}

/** The known scores of the single trials of an arm. */
const scoresOf = (scorer: string, assistant: string) =>
  scores.filter((one) => one.scorer === scorer && one.trial.endsWith(`.${assistant}.0`) && one.value !== null);

const arms = () => [...new Set(trials.map(({ assistant }) => assistant.id))];
const highest = (scorer: string) =>
  arms()
    .filter((arm) => estimates.some((one) => one.scorer === scorer && one.assistant === arm && one.value !== null))
    .sort((one, other) => numberOf(scorer, other) - numberOf(scorer, one))[0];

describe("what must hold, for it is so by definition", () => {
  it("everything was played and nobody's simulator failed", () => {
    expect(arms().sort()).toEqual([
      "echo",
      "generic",
      "history",
      "history+other-segment",
      "history+same-segment",
      "mute",
      "oracle",
    ]);
    expect(trials).toHaveLength(PEOPLE.length * 2 * 7);
    expect(trials.filter(({ outcome }) => !["completed", "gave-up"].includes(outcome))).toEqual([]);
  });

  it("echo mentions most, of what matters and of what does not", () => {
    expect(highest("use.mentioned")).toBe("echo");
    expect(highest("misuse.irrelevant")).toBe("echo");
    for (const arm of arms().filter((one) => one !== "echo")) {
      expect(numberOf("use.mentioned", "echo")).toBeGreaterThan(numberOf("use.mentioned", arm));
      expect(numberOf("misuse.irrelevant", "echo")).toBeGreaterThan(numberOf("misuse.irrelevant", arm));
    }
  });

  it("mute mentions nothing, completes nothing and chooses nothing", () => {
    expect(scoresOf("use.mentioned", "mute").map(({ value }) => value)).toEqual(
      scoresOf("use.mentioned", "mute").map(() => 0),
    );
    expect(scoresOf("use.mentioned", "mute").length).toBeGreaterThan(0);
    expect(numberOf("service.completed", "mute")).toBe(0);
    expect(numberOf("misuse.irrelevant", "mute")).toBe(0);
    for (const { sessions } of trials.filter(({ assistant }) => assistant.id === "mute"))
      for (const turn of sessions.flatMap(({ turns }) => turns))
        if (turn.speaker === "assistant") expect(turn.choice).toBeNull();
  });

  it("neither of them serves: reciting is far from knowing", () => {
    expect(["echo", "mute"]).not.toContain(highest("use.applied"));
    expect(numberOf("use.applied", "mute")).toBe(0);
    expect(numberOf("use.applied", "echo")).toBeLessThan(numberOf("use.applied", "oracle") / 2);
    expect(numberOf("use.adherence", "echo")).toBeLessThan(numberOf("use.adherence", "oracle"));
  });

  it("the oracle applies all that is required, wherever that can be told", () => {
    const known = scoresOf("use.applied", "oracle");
    expect(known.length).toBeGreaterThan(PEOPLE.length / 2);
    expect(known.filter(({ value }) => value !== 1)).toEqual([]);
  });

  it("generic applies nothing of what came before its session", () => {
    for (const source of ["past", "material"]) {
      const known = scoresOf(`use.applied.${source}`, "generic");
      expect(known.length).toBeGreaterThan(0);
      expect(known.filter(({ value }) => value !== 0)).toEqual([]);
    }
  });
});
