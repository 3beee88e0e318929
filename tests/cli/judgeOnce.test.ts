import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileOf, outcomeOf, started } from "../support/dramatis.js";
import { environment, JUDGE, numberIn, playedOnce, probesIn, votesIn } from "../support/judgedRuns.js";
import { byWords, judging } from "../support/judging.js";
import { serving, silent } from "../support/server.js";

const { copied, cwd, score } = playedOnce();

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
