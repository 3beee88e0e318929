import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { dramatis, fileOf, NARROW, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { ARMS, environment, JUDGE, numberIn, playedOnce, probesIn, votesIn } from "../support/judgedRuns.js";
import { byWords, judging } from "../support/judging.js";
import { serving, silent } from "../support/server.js";

const { played } = playedOnce();

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
    const probes = probesIn(played()).length;
    expect(planned.stderr).toContain(`then at most ${2 * probes} calls to the judge openai:judge: overuse, better`);
    const estimate = await run("http://127.0.0.1:1", folder, ...JUDGE, "--judges", "overuse,better", "--estimate");
    expect(estimate.stdout).toContain(`to the judge   about ${2 * probes} (`);
    expect(existsSync(join(folder, "transcripts"))).toBe(false);
  });
});
