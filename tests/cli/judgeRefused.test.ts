import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dramatis, fileOf } from "../support/dramatis.js";
import { environment, JUDGE, KEY, numberIn, playedOnce, probesIn, votesIn } from "../support/judgedRuns.js";
import { byWords, judging } from "../support/judging.js";
import { type Answer, plainly, serving } from "../support/server.js";

const { copied, cwd, score } = playedOnce();

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
