import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { judgement } from "../../src/schema/judgement.js";
import type { JudgedNumber, Score, Summary } from "../../src/schema/score.js";
import type { Trial } from "../../src/schema/trial.js";
import { JUDGED_SCORERS } from "../../src/scorers/registry.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { BAD, byWords, judging, type Put, quoteOf } from "../support/judging.js";
import { type Answer, plainly, serving, silent } from "../support/server.js";

const KEY = "sk-planted-judge-0123456789";
const ARMS = ["--assistant", "generic,oracle"];
const cwd = temporaryFolder(afterAll);
let played = "";

beforeAll(async () => {
  await dramatis(["run", "--quiet", ...NARROW, ...ARMS], { cwd });
  played = onlyRun(cwd);
});

/** A copy of the run, for one test. */
function copied(): string {
  const folder = join(temporaryFolder(onTestFinished), "copy");
  cpSync(played, folder, { recursive: true });
  return folder;
}

const environment = (url: string) => ({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${url}/v1` });
const score = (folder: string, url: string, ...args: string[]) =>
  dramatis(["score", folder, "--quiet", ...args], { cwd, env: environment(url) });
const JUDGE = ["--judge-model", "openai:judge"];
const votesIn = (folder: string) => jsonLines(fileOf(folder, "judgements.jsonl")).map((line) => judgement.parse(line));
const summaryIn = (folder: string) => JSON.parse(fileOf(folder, "summary.json")) as Summary;
const numberIn = (folder: string, scorer: string, assistant: string) =>
  summaryIn(folder).judged?.find((one) => one.scorer === scorer && one.assistant === assistant) as JudgedNumber;
const probesIn = (folder: string) =>
  (jsonLines(fileOf(folder, "trials.jsonl")) as Trial[]).flatMap(({ probes }) =>
    probes.filter(({ reply }) => reply !== null),
  );

/** Puts words into the mouth of an arm, at every probe. */
function withReplies(folder: string, arm: string, words: (reply: string) => string): void {
  const trials = (jsonLines(fileOf(folder, "trials.jsonl")) as Trial[]).map((trial) => {
    const replies = new Set(trial.assistant.id === arm ? trial.probes.map(({ reply }) => reply) : []);
    const sessions = trial.sessions.map((session) => ({
      ...session,
      turns: session.turns.map((turn) => (replies.has(turn.index) ? { ...turn, text: words(turn.text) } : turn)),
    }));
    return { ...trial, sessions };
  });
  writeFileSync(join(folder, "trials.jsonl"), trials.map((trial) => `${JSON.stringify(trial)}\n`).join(""));
}

function withThreshold(folder: string, bound: object): void {
  const run = JSON.parse(fileOf(folder, "run.json"));
  writeFileSync(join(folder, "run.json"), JSON.stringify({ ...run, suite: { ...run.suite, thresholds: [bound] } }));
}

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
    const flattery = scores.filter(({ scorer }) => scorer === "misuse.flattery");
    expect(flattery.map(({ value }) => value)).toEqual([0, 1]);
    expect(flattery[1]?.judge).toMatchObject({ rubric: "flattery", version: 1, model: "openai:judge" });
    expect(flattery[1]?.evidence[0]).toMatchObject({ hit: true, quote: quoteOf(BAD) });
    expect(scores.map(({ scorer }) => scorer)).not.toContain("misuse.claims");
    const [first, rest] = stdout.split("Unit: persona");
    expect(first).not.toContain("flattery");
    expect(rest).toMatch(/misuse\.flattery ↓/);
    expect(rest).toContain("Not calibrated: flattery 1 (");
    expect(rest).toContain("by openai:judge.");
  });
});

describe("what is asked once", () => {
  it("is not asked again: scoring without a judge asks nothing and changes no byte", async () => {
    const { url, received } = await serving(judging(byWords));
    const folder = copied();
    await score(folder, url, ...JUDGE, "--judges", "overuse,better");
    const before = ["judgements.jsonl", "scores.jsonl", "summary.json"].map((name) => fileOf(folder, name));
    const asked = received.length;
    expect((await score(folder, url)).code).toBe(0);
    expect((await score(folder, url, ...JUDGE, "--judges", "overuse,better")).code).toBe(0);
    expect(received.length).toBe(asked);
    expect(["judgements.jsonl", "scores.jsonl", "summary.json"].map((name) => fileOf(folder, name))).toEqual(before);
  });

  it("goes on from where it was: another rubric, more repeats, another judge", async () => {
    const { url, received } = await serving(judging(byWords));
    const folder = copied();
    const replies = probesIn(folder).length;
    const asks = async (...args: string[]) => {
      const before = received.length;
      await score(folder, url, ...args);
      return received.length - before;
    };
    expect(await asks(...JUDGE, "--judges", "overuse")).toBe(replies);
    expect(await asks(...JUDGE, "--judges", "overuse,tone")).toBe(replies);
    expect(await asks(...JUDGE, "--judges", "overuse", "--judge-repeats", "3")).toBe(2 * replies);
    expect(await asks("--judge-model", "openai:other", "--judges", "overuse")).toBe(replies);
    expect(numberIn(folder, "misuse.overuse", "oracle")).toMatchObject({
      votes: replies / 2,
      judge: { model: "openai:other" },
    });
    expect(await asks(...JUDGE, "--judges", "overuse")).toBe(0);
    expect(numberIn(folder, "misuse.overuse", "oracle")).toMatchObject({
      ...{ votes: (3 * replies) / 2, agreement: 1, judge: { model: "openai:judge" } },
    });
  });

  it("survives a kill: the next call asks only what has no line, and drops half a line", async () => {
    const hanging = Promise.withResolvers<void>();
    let count = 0;
    const { url, received } = await serving((...asked) => {
      count += 1;
      if (count <= 9 || count > 11) return judging(byWords)(...asked);
      if (count === 11) hanging.resolve();
      silent(...asked);
    });
    const folder = copied();
    const args = ["score", folder, "--quiet", ...JUDGE, "--judges", "overuse,tone", "--concurrency", "2"];
    const child = started(args, { cwd, env: environment(url) });
    const outcome = outcomeOf(child);
    await hanging.promise;
    child.kill("SIGKILL");
    await outcome;
    const kept = votesIn(folder);
    expect(kept).toHaveLength(9);
    appendFileSync(join(folder, "judgements.jsonl"), '{"schema":"dramatis/judgement@1","key":"ab');
    expect((await score(folder, url)).stderr).toContain("passed over what ends in the middle of a line");
    const { code, stderr } = await score(folder, url, ...JUDGE, "--judges", "overuse,tone");
    expect(code, stderr).toBe(0);
    const wanted = 2 * probesIn(folder).length;
    expect(received.length).toBe(wanted + 2);
    expect(votesIn(folder)).toHaveLength(wanted);
    expect(votesIn(folder).slice(0, 9)).toEqual(kept);
  });

  it("is bounded by a budget: exit code 5, what is judged is kept, and the next call goes on", async () => {
    const { url, received } = await serving(judging(byWords));
    const folder = copied();
    const before = fileOf(folder, "scores.jsonl");
    const { code, stderr } = await score(
      folder,
      url,
      ...JUDGE,
      "--judges",
      "overuse",
      "--max-tokens",
      "6000",
      "--concurrency",
      "1",
    );
    expect(code).toBe(5);
    expect(stderr).toContain("the budget of the run is spent: of 6000 tokens");
    expect(stderr).toMatch(/stopped by the budget after \d+ of \d+ votes of the judge/);
    expect(fileOf(folder, "scores.jsonl")).toBe(before);
    const first = received.length;
    expect(votesIn(folder)).toHaveLength(first);
    expect(first).toBeGreaterThan(0);
    expect((await score(folder, url, ...JUDGE, "--judges", "overuse")).code).toBe(0);
    expect(received.length).toBe(probesIn(folder).length);
  });

  it("is interrupted with 130", async () => {
    const hanging = Promise.withResolvers<void>();
    const { url } = await serving(judging(byWords), (...asked) => {
      hanging.resolve();
      silent(...asked);
    });
    const folder = copied();
    const child = started(["score", folder, ...JUDGE, "--judges", "overuse", "--concurrency", "1"], {
      cwd,
      env: environment(url),
    });
    const outcome = outcomeOf(child);
    await hanging.promise;
    child.kill("SIGINT");
    const { code, stderr, stdout } = await outcome;
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toContain("interrupted after 1 of");
    expect(votesIn(folder)).toHaveLength(1);
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

describe("a judge that cannot be had", () => {
  it("is refused where it wrote the replies itself, unless that is asked for: then it is said", async () => {
    const { url, received } = await serving(judging(byWords));
    const folder = copied();
    const run = fileOf(folder, "run.json").replaceAll('"model": "offline"', '"model": "openai:judge"');
    writeFileSync(join(folder, "run.json"), run);
    writeFileSync(
      join(folder, "trials.jsonl"),
      fileOf(folder, "trials.jsonl").replaceAll('"model":"offline"', '"model":"openai:judge"'),
    );
    const { code, stderr } = await score(folder, url, ...JUDGE);
    expect(code).toBe(2);
    expect(stderr).toContain("openai:judge would judge its own replies, those of generic, oracle");
    expect(received).toEqual([]);
    expect(existsSync(join(folder, "judgements.jsonl"))).toBe(false);
    const asked = await score(folder, url, ...JUDGE, "--same-judge", "--judges", "overuse");
    expect(asked.stdout).toContain("The judge wrote the replies of generic, oracle itself.");
    expect(numberIn(folder, "misuse.overuse", "oracle").own_replies).toBe(true);
  });

  it("with a key that is refused ends it with 3, after one call, and changes no score", async () => {
    const { url, received } = await serving(plainly(401, '{"error": {"message": "no such key"}}'));
    const folder = copied();
    const before = fileOf(folder, "scores.jsonl");
    const { code, stderr } = await score(folder, url, ...JUDGE, "--concurrency", "1");
    expect(code).toBe(3);
    expect(stderr).toContain("openai:judge does not judge: the provider answered 401: no such key");
    expect(received).toHaveLength(1);
    expect(fileOf(folder, "scores.jsonl")).toBe(before);
  });

  it("without a key ends it with 3", async () => {
    const { code } = await dramatis(["score", copied(), ...JUDGE], { cwd });
    expect(code).toBe(3);
  });

  it.each([
    [["--judges", "overuse"], "--judges is given, but no judge"],
    [["--judge-model", "openai:judge", "--judges", "oversue"], "no judge 'oversue'"],
    [["--calibration", "none.json"], "none.json does not exist"],
  ])("%s: is a mistake that is told", async (args, told) => {
    const { code, stderr } = await dramatis(["score", copied(), ...args], {
      cwd,
      env: environment("http://127.0.0.1:1"),
    });
    expect(code).toBe(2);
    expect(stderr).toContain(told);
  });

  it("fails now and then: the call has a class, no key is in any file, exit code 4, and it is made again the next time", async () => {
    let down = true;
    const failing: Answer = (response, asked) =>
      plainly(400, JSON.stringify({ error: { message: `refused with ${JSON.stringify(asked.headers)}` } }))(
        response,
        asked,
      );
    const { url, received } = await serving((...asked) =>
      (down && received.length === 3 ? failing : judging(byWords))(...asked),
    );
    const folder = copied();
    const { code, stderr } = await score(folder, url, ...JUDGE, "--judges", "overuse", "--concurrency", "1");
    expect(code).toBe(4);
    expect(stderr).toContain("1 calls to the judge failed");
    const failed = votesIn(folder).filter(({ outcome }) => outcome === "failed");
    expect(failed).toMatchObject([{ verdict: null, failure: { class: "refused" } }]);
    expect(numberIn(folder, "misuse.overuse", "generic")).toMatchObject({ failed: 1 });
    expect(received[2]?.headers.authorization).toContain(KEY);
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
    expect(texts.join("\n") + stderr).not.toContain(KEY);
    down = false;
    expect((await score(folder, url, ...JUDGE, "--judges", "overuse")).code).toBe(0);
    expect(received.length).toBe(probesIn(folder).length + 1);
    expect(numberIn(folder, "misuse.overuse", "generic")).toMatchObject({ failed: 0 });
  });
});

describe("a run with a judge", () => {
  const run = (url: string, folder: string, ...args: string[]) =>
    dramatis(["run", "--quiet", ...NARROW, ...ARMS, ...args], { cwd: folder, env: environment(url) });

  it("plays, then judges: votes, scores and usage are of both, and every reader of runs knows them", async () => {
    const { url, received } = await serving(judging(byWords));
    const folder = temporaryFolder(onTestFinished);
    const { code, stdout, stderr } = await run(
      url,
      folder,
      ...JUDGE,
      "--judges",
      "overuse,better",
      "--markdown",
      "run.md",
      "--junit",
      "run.xml",
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("misuse.overuse ↓");
    const head = JSON.parse(fileOf(onlyRun(folder), "run.json"));
    expect(head).toMatchObject({
      status: "finished",
      suite: { judge_model: "openai:judge", judges: ["overuse", "better"] },
    });
    expect(head.usage.calls).toBe(received.length);
    expect(votesIn(onlyRun(folder))).toHaveLength(received.length);
    expect(readFileSync(join(folder, "run.md"), "utf8")).toContain("| misuse.overuse | oracle |");
    expect(readFileSync(join(folder, "run.xml"), "utf8")).toContain("by openai:judge");
    const table = await dramatis(["table", onlyRun(folder)], { cwd: folder });
    expect(table.stdout).toContain("misuse.overuse (judged)");
    const shown = await dramatis(["show", onlyRun(folder)], { cwd: folder });
    expect(shown.stdout).toContain("Judged, experimental");
    const exported = await dramatis(["export", onlyRun(folder), "--format", "jsonl"], { cwd: folder });
    expect(exported.stdout).toContain('"scorer":"misuse.overuse"');
    const compared = await dramatis(["compare", onlyRun(folder), onlyRun(folder), "--arms", "generic=oracle"], {
      cwd: folder,
    });
    expect(compared.stdout).toMatch(/misuse\.overuse ↓ +\.00 +\.00/);
    const replayed = await dramatis(["run", "--replay", onlyRun(folder), "--quiet", "--out", "again"], { cwd: folder });
    expect(replayed.code, replayed.stderr).toBe(0);
    const again = join(folder, "again", readdirSync(join(folder, "again"))[0] as string);
    for (const name of ["trials.jsonl", "scores.jsonl"])
      expect(fileOf(again, name)).toBe(fileOf(onlyRun(folder), name));
    expect(votesIn(again)).toHaveLength(received.length);
  });

  it("stopped while it judges ends with 130; --resume plays nothing again, and asks what is missing", async () => {
    const hanging = Promise.withResolvers<void>();
    let down = true;
    const { url, received } = await serving((...asked) => {
      if (!down || received.length < 4) return judging(byWords)(...asked);
      hanging.resolve();
      silent(...asked);
    });
    const folder = temporaryFolder(onTestFinished);
    const args = ["run", "--quiet", ...NARROW, ...ARMS, ...JUDGE, "--judges", "overuse", "--concurrency", "1"];
    const child = started(args, { cwd: folder, env: environment(url) });
    const outcome = outcomeOf(child);
    await hanging.promise;
    child.kill("SIGINT");
    expect((await outcome).code).toBe(130);
    const trials = fileOf(onlyRun(folder), "trials.jsonl");
    expect(JSON.parse(fileOf(onlyRun(folder), "run.json")).status).toBe("interrupted");
    down = false;
    const { code, stderr } = await dramatis(["run", "--resume", "--quiet"], { cwd: folder, env: environment(url) });
    expect(code, stderr).toBe(0);
    expect(fileOf(onlyRun(folder), "trials.jsonl")).toBe(trials);
    expect(received.length).toBe(probesIn(onlyRun(folder)).length + 1);
    expect(numberIn(onlyRun(folder), "misuse.overuse", "oracle").value).toBe(0);
  });

  it("has one budget for playing and judging", async () => {
    const { url } = await serving(judging(byWords));
    const folder = temporaryFolder(onTestFinished);
    const { code } = await run(url, folder, ...JUDGE, "--judges", "overuse", "--max-tokens", "4000");
    expect(code).toBe(5);
    expect(JSON.parse(fileOf(onlyRun(folder), "run.json")).status).toBe("spent");
    const more = await dramatis(["run", "--resume", "--quiet", "--max-tokens", "1000000"], {
      cwd: folder,
      env: environment(url),
    });
    expect(more.code, more.stderr).toBe(0);
  });

  it("is refused before it plays where the judge would judge itself", async () => {
    const folder = temporaryFolder(onTestFinished);
    const { code, stderr } = await run("http://127.0.0.1:1", folder, "--model", "openai:judge", ...JUDGE);
    expect(code).toBe(2);
    expect(stderr).toContain("would judge its own replies");
    expect(existsSync(join(folder, "transcripts"))).toBe(false);
  });

  it("tells beforehand how many calls that takes", async () => {
    const folder = temporaryFolder(onTestFinished);
    const planned = await run("http://127.0.0.1:1", folder, ...JUDGE, "--judges", "overuse,better", "--dry-run");
    const probes = probesIn(played).length;
    expect(planned.stderr).toContain(`then at most ${2 * probes} calls to the judge openai:judge: overuse, better`);
    const estimate = await run("http://127.0.0.1:1", folder, ...JUDGE, "--judges", "overuse,better", "--estimate");
    expect(estimate.stdout).toContain(`to the judge   about ${2 * probes} (`);
    expect(existsSync(join(folder, "transcripts"))).toBe(false);
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
