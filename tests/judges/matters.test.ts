import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { castOf } from "../../src/core/world.js";
import { knownWords } from "../../src/judges/known.js";
import { callsFor, mattersOf } from "../../src/judges/matters.js";
import type { ProbeRecord } from "../../src/schema/event.js";
import { type Trial, trial as trialSchema } from "../../src/schema/trial.js";
import { findRubric, loadRubric } from "../../src/store/rubrics.js";
import { jsonLines } from "../support/dramatis.js";
import { REPOSITORY } from "../support/paths.js";
import { WORLD } from "../support/shipped.js";

const SAMPLE = readFileSync(join(REPOSITORY, "transcripts", "sample", "trials.jsonl"), "utf8");
const TRIALS = jsonLines(SAMPLE).map((line) => trialSchema.parse(line));
const armOf = (technique: string) => TRIALS.find(({ assistant }) => assistant.technique === technique) as Trial;
const ORACLE = armOf("oracle");
const GENERIC = armOf("generic");
const CAST = castOf(WORLD, ORACLE.persona, ORACLE.scenario);

function rubricNamed(name: string) {
  const read = loadRubric(findRubric([REPOSITORY], name) ?? "");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.data;
}

const judged = (trial: Trial, baseline: Trial | null = null) => ({ trial, baseline, cast: CAST });
const wordsAt = (probe: ProbeRecord, shows: "known" | "talk" | "truth" = "known", trial = ORACLE) =>
  knownWords(trial, probe, CAST, shows);

describe("what a judge is told of the person", () => {
  const probe = ORACLE.probes.at(-1) as ProbeRecord;

  it("is each fact that could be known, with what it comes from, and no other", () => {
    const lines = wordsAt(probe).split("\n");
    expect(lines).toHaveLength(probe.known.length + probe.uncertain.length);
    expect(probe.known.length).toBeGreaterThan(0);
    expect(probe.known.length).toBeLessThan(ORACLE.truth.length);
    for (const line of lines) expect(line).toMatch(/^- [\w-]+( \([^)]+\))?: .+ \[.*(said|stated|implied)/);
  });

  it("does not tell that something changed where nobody could know it", () => {
    const old = ORACLE.truth.find(({ to }) => to !== null);
    const newer = ORACLE.truth.find(({ slot, from }) => slot === old?.slot && from === old?.to);
    if (!old || !newer) throw new Error("nothing drifts in the sample");
    const known = (...facts: string[]) => ({
      ...probe,
      uncertain: [],
      known: facts.map((fact) => ({ fact, source: "past" as const })),
    });
    expect(wordsAt(known(old.fact))).not.toContain("no longer");
    expect(wordsAt(known(old.fact, newer.fact))).toMatch(/no longer so since \d{4}-\d\d-\d\d/);
  });

  it("says where a fact holds, who may learn it, and what is not certain", () => {
    const scoped = { ...probe, known: [{ fact: "register-office", source: "past" as const }], uncertain: ["diet"] };
    const [office, diet] = wordsAt(scoped).split("\n");
    expect(office).toBe(
      "- register (the manner of speech): formal [where audience is authority; said in an earlier session]",
    );
    expect(diet).toContain("it is not certain that this was said");
  });

  it("is more where the rubric asks for it: the person's own words before the probe, or all that is true", () => {
    const talk = wordsAt(probe, "talk");
    const said = ORACLE.sessions.flatMap(({ turns }) => turns).filter(({ speaker }) => speaker === "user");
    const before = said.filter(({ index }) => index < probe.turn);
    for (const { text } of before) expect(talk).toContain(text.replaceAll("\n", " "));
    for (const { text } of said.filter(({ index }) => index >= probe.turn)) expect(talk).not.toContain(`: ${text}`);
    expect(wordsAt(probe, "truth").split("\n")).toHaveLength(ORACLE.truth.length);
    expect(wordsAt(probe, "truth")).toContain("true, but not known");
  });
});

describe("what is put to a judge", () => {
  it("is each first reply to a probe, with the question and its readers", () => {
    const puts = mattersOf(rubricNamed("overuse"), judged(ORACLE));
    const turns = ORACLE.sessions.flatMap((session) => session.turns);
    expect(puts.map(({ probe }) => probe)).toEqual(ORACLE.probes.map(({ id }) => id));
    for (const { turn, matter, order } of puts) {
      expect(order).toBe("alone");
      expect(matter.reply).toBe(turns.find(({ index }) => index === turn)?.text);
    }
    const letter = { ...ORACLE, probes: ORACLE.probes.map((one) => ({ ...one, audience: ["self", "landlord"] })) };
    expect(mattersOf(rubricNamed("overuse"), judged(letter))[0]?.matter.asked).toContain("will be read by: landlord.");
  });

  it("is of a pair both orders, beside the generic reply to the same probe", () => {
    const [there, back] = mattersOf(rubricNamed("better"), judged(ORACLE, GENERIC));
    expect(there).toMatchObject({ order: "there", against: GENERIC.id, matter: { other: back?.matter.reply } });
    expect(back).toMatchObject({ order: "back", turn: there?.turn, matter: { other: there?.matter.reply } });
    expect(mattersOf(rubricNamed("better"), judged(GENERIC, GENERIC))).toEqual([]);
    expect(mattersOf(rubricNamed("better"), judged(ORACLE, null))).toEqual([]);
  });

  it("is nothing of twins, of trials that somebody else broke, and of probes without a reply", () => {
    const overuse = rubricNamed("overuse");
    expect(mattersOf(overuse, judged({ ...ORACLE, twin: { fact: "diet", is: "vegan" } }))).toEqual([]);
    for (const outcome of ["simulator_error", "infrastructure_error"] as const)
      expect(mattersOf(overuse, judged({ ...ORACLE, outcome }))).toEqual([]);
    const silent = { ...ORACLE, probes: ORACLE.probes.map((one) => ({ ...one, reply: null })) };
    expect(mattersOf(overuse, judged(silent))).toEqual([]);
  });

  it("is counted before it is asked", () => {
    expect(callsFor({ of: "reply" }, 6, 3)).toBe(18);
    expect(callsFor({ of: "pair" }, 6, 3)).toBe(36);
  });
});
