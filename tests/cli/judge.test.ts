import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Score } from "../../src/schema/score.js";
import { JUDGED_SCORERS } from "../../src/scorers/registry.js";
import { dramatis, fileOf, jsonLines } from "../support/dramatis.js";
import {
  environment,
  JUDGE,
  numberIn,
  playedOnce,
  probesIn,
  votesIn,
  withReplies,
  withThreshold,
} from "../support/judgedRuns.js";
import { BAD, byWords, judging, type Put, quoteOf } from "../support/judging.js";
import { serving } from "../support/server.js";

const { copied, cwd, score } = playedOnce();

describe("a judge that goes by words", () => {
  it("is asked by every rubric about every first reply, and finds a bad transcript worse than a good one", async () => {
    const { url, received } = await serving(judging(byWords));
    const [good, bad] = [copied(), copied()];
    withReplies(bad, "oracle", () => BAD);
    for (const folder of [good, bad])
      withThreshold(folder, { scorer: "misuse.overuse", assistant: "oracle", max: 0.5 });
    expect((await score(good, url, ...JUDGE)).code).toBe(0);
    const { code, stdout } = await score(bad, url, ...JUDGE);
    expect(code).toBe(1);
    expect(stdout).toContain("missed: misuse.overuse of oracle is 1.00");
    const replies = probesIn(good).length;
    // Seven rubrics of replies; one of pairs, in both orders, for the arm that is not generic.
    expect(received.length).toBe(2 * (7 * replies + replies));
    for (const { id, direction } of JUDGED_SCORERS) {
      const [one, other] = [numberIn(good, id, "oracle"), numberIn(bad, id, "oracle")];
      expect(one.value, id).not.toBeNull();
      if (direction === "higher") expect(other.value, id).toBeLessThan(one.value as number);
      if (direction === "lower") expect(other.value, id).toBeGreaterThan(one.value as number);
    }
    expect(numberIn(good, "comparison.win-rate", "oracle").value).toBe(0.5);
    expect(numberIn(bad, "comparison.win-rate", "oracle").value).toBe(0);
    expect(numberIn(bad, "comparison.length-ratio", "oracle").value).toBeGreaterThan(
      numberIn(good, "comparison.length-ratio", "oracle").value as number,
    );
    expect(numberIn(good, "comparison.win-rate", "generic")).toMatchObject({ value: null, n: 0 });
  });

  it("leaves a number of each trial, with its judge, what it rests on, and nothing in the first table", async () => {
    const { url } = await serving(judging(byWords));
    const folder = copied();
    withReplies(folder, "oracle", () => BAD);
    const { stdout } = await score(folder, url, ...JUDGE, "--judges", "flattery,tone");
    const scores = jsonLines(fileOf(folder, "scores.jsonl")) as Score[];
    const flattery = scores.filter(({ scorer }) => scorer === "misuse.flattery.judged");
    expect(flattery.map(({ value }) => value)).toEqual([0, 1]);
    expect(flattery[1]?.judge).toMatchObject({ rubric: "flattery", version: 1, model: "openai:judge" });
    expect(flattery[1]?.evidence[0]).toMatchObject({ hit: true, quote: quoteOf(BAD) });
    expect(scores.map(({ scorer }) => scorer)).not.toContain("misuse.claims");
    const [first, rest] = stdout.split("Unit: persona");
    expect(first).not.toContain("flattery");
    expect(rest).toMatch(/misuse\.flattery\.judged ↓/);
    expect(rest).toContain("Not calibrated: flattery 1 (");
    expect(rest).toContain("by openai:judge.");
  });
});

describe("what counts as no verdict", () => {
  const only = (rule: (put: Put) => ReturnType<typeof byWords>) => serving(judging(rule));

  it("is a quote that does not stand in the reply: the vote is void", async () => {
    const { url } = await only(
      (put) => ({ ...(byWords(put) as object), quote: "nobody ever said these words" }) as never,
    );
    const folder = copied();
    expect((await score(folder, url, ...JUDGE, "--judges", "overuse")).code).toBe(0);
    const { votes, ...number } = numberIn(folder, "misuse.overuse", "oracle");
    expect(number).toMatchObject({ value: null, replies: 0, void: votes, unread: 0, undecided: votes });
    const [line] = (jsonLines(fileOf(folder, "scores.jsonl")) as Score[]).filter(
      ({ scorer }) => scorer === "misuse.overuse",
    );
    expect(line?.reason).toContain("does not stand in the reply");
  });

  it("is an answer that is none: it is missing, never a verdict", async () => {
    const { url } = await only(() => "I would rather not say.");
    const folder = copied();
    writeFileSync(join(cwd, "dramatis.config.yaml"), "schema: dramatis/config@1\nretry: {tries: 1}\n");
    expect((await score(folder, url, ...JUDGE, "--judges", "overuse")).code).toBe(0);
    writeFileSync(join(cwd, "dramatis.config.yaml"), "schema: dramatis/config@1\n");
    const { votes, ...number } = numberIn(folder, "misuse.overuse", "oracle");
    expect(number).toMatchObject({ value: null, replies: 0, void: 0, unread: votes });
  });

  it("is one order of a pair against the other: a tie", async () => {
    const { url, received } = await only(({ reply }) => ({ verdict: "first", quote: quoteOf(reply) }));
    const folder = copied();
    await score(folder, url, ...JUDGE, "--judges", "better");
    expect(numberIn(folder, "comparison.win-rate", "oracle").value).toBe(0.5);
    const orders = votesIn(folder).map(({ order }) => order);
    expect(orders.filter((order) => order === "there")).toHaveLength(received.length / 2);
    expect(orders.filter((order) => order === "back")).toHaveLength(received.length / 2);
  });

  it("is a question that does not arise: it is in no number, and counted apart", async () => {
    const { url } = await only((put) => ({ verdict: "not-in-question", quote: quoteOf(put.reply) }));
    const folder = copied();
    await score(folder, url, ...JUDGE, "--judges", "adherence");
    const { votes, ...number } = numberIn(folder, "use.adherence.judged", "oracle");
    expect(number).toMatchObject({ value: null, n: 0, not_in_question: votes, undecided: 0 });
  });
});

describe("a calibration", () => {
  it("corrects the rate that the judge reports, and is said; one of another judge is refused", async () => {
    // Finds half of what is there: of six in ten that people called so, three.
    const { url } = await serving(judging((put) => (put.known === "calibration" ? half(put) : byWords(put))));
    const half = ({ asked, reply }: Put) => ({
      verdict: asked.includes("caught") ? "needless" : "to-the-point",
      quote: reply,
    });
    const folder = copied();
    const label = (at: number) => ({
      ...{ id: `r${at}`, known: "calibration", reply: `The reply with the number ${at}.` },
      ...{ asked: at < 20 ? "caught" : "missed", label: at < 40 ? "needless" : "to-the-point" },
    });
    const labels = Array.from({ length: 80 }, (_, at) => `${JSON.stringify(label(at))}\n`);
    writeFileSync(join(folder, "labels.jsonl"), labels.join(""));
    const file = join(folder, "overuse.json");
    const measured = await dramatis(
      ["calibrate", "overuse", ...JUDGE, "--labels", join(folder, "labels.jsonl"), "--save", file],
      { cwd, env: environment(url) },
    );
    expect(measured.code, measured.stderr).toBe(0);
    let at = 0;
    withReplies(folder, "oracle", (reply) => (at++ % 3 === 0 ? BAD : reply));
    const { code, stdout, stderr } = await score(
      folder,
      url,
      ...JUDGE,
      "--judges",
      "overuse,tone",
      "--calibration",
      file,
    );
    expect(code, stderr).toBe(0);
    const { value, corrected, calibration } = numberIn(folder, "misuse.overuse", "oracle");
    expect(calibration).toMatchObject({ labelled: 80, sensitivity: 0.5, specificity: 1 });
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(0.5);
    expect(corrected?.value).toBeCloseTo(2 * (value as number), 9);
    expect(stdout).toMatch(
      /overuse 3 \(\w{8}\) by openai:judge: calibrated on 80 labelled replies; kappa \.50, sensitivity \.50, specificity 1\.00/,
    );
    expect(stdout).toContain("Not calibrated: tone 1");
    const other = await score(
      folder,
      url,
      "--judge-model",
      "openai:other",
      "--judges",
      "overuse",
      "--calibration",
      file,
    );
    expect(other.code).toBe(2);
    expect(other.stderr).toContain("no judge here is the one calibrated: openai:judge with overuse, version 3");
  });
});
