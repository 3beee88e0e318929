import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Score, score } from "../src/schema/score.js";
import { dramatis, fileOf, jsonLines, NARROW, type Outcome, onlyRun } from "./support/dramatis.js";
import { temporaryFolder } from "./support/folders.js";
import { REPOSITORY } from "./support/paths.js";

const python = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);
const example = (name: string) => join(REPOSITORY, "examples", name);

describe("examples/assistant.py", () => {
  const cwd = temporaryFolder(afterAll);
  let played: Outcome;

  beforeAll(async () => {
    if (!python) return;
    const server = spawn(python, [example("assistant.py"), "0"], { stdio: ["ignore", "pipe", "pipe"] });
    let complaints = "";
    server.stderr.on("data", (piece) => {
      complaints += piece;
    });
    const [said] = await once(server.stdout, "data");
    const address = /http:\S+/.exec(String(said))?.[0] ?? "";
    const arms = ["--assistant", address, "--assistant", "generic", "--assistant", "oracle"];
    played = await dramatis(["run", "--plain", ...NARROW, "--repeats", "2", ...arms], { cwd });
    server.kill();
    await once(server, "close");
    expect(complaints).toBe("");
  });

  it("plays the same pairs as the others, and stands in every table", async ({ skip }) => {
    if (!python) skip("python3 is not installed");
    expect(played.code, played.stderr).toBe(0);
    const trials = jsonLines(fileOf(onlyRun(cwd), "trials.jsonl")) as Record<string, unknown>[];
    const pairsOf = (arm: string) =>
      trials
        .filter(({ assistant }) => (assistant as { id: string }).id === arm)
        .map(({ persona, scenario, repeat }) => [persona, scenario, repeat]);
    const pairs = [0, 1].map((repeat) => ["mara-lindqvist", "dinner-lisbon", repeat]);
    for (const { outcome } of trials) expect(["completed", "gave-up"]).toContain(outcome);
    for (const arm of ["http", "generic", "oracle"]) expect(pairsOf(arm)).toEqual(pairs);

    const id = onlyRun(cwd).split("/").at(-1) as string;
    const table = async (format: string) => (await dramatis(["table", id, "--format", format], { cwd })).stdout;
    const rows: Record<string, string>[] = parse(await table("csv"), { columns: true });
    for (const arm of ["http", "generic", "oracle"]) {
      expect(played.stdout).toMatch(new RegExp(`^ ${arm} `, "m"));
      expect(await table("text")).toMatch(new RegExp(`use\\.adherence +${arm} +\\d`));
      expect(rows.find(({ scorer, assistant }) => scorer === "use.adherence" && assistant === arm)?.trials).toBe("2");
    }
    expect(await table("latex")).toMatch(/^ & generic & http & oracle \\\\$/m);
  });

  it("remembers across sessions, by person, until it is reset", async ({ skip }) => {
    if (!python) return skip("python3 is not installed");
    const server = spawn(python, [example("assistant.py"), "0"], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void server.kill());
    const [said] = await once(server.stdout, "data");
    const address = /http:\S+/.exec(String(said))?.[0] ?? "";
    const post = async (body: object) => {
      const response = await fetch(address, { method: "POST", body: JSON.stringify(body) });
      return (await response.json()) as { text: string; choice?: string };
    };
    const turn = (user_id: string, session_id: string, content: string, options: object[] = []) =>
      post({ user_id, session_id, now: "2026-06-10", messages: [{ role: "user", content }], options });
    const options = [
      { id: "grill", name: "The Grill", pitch: "meat over charcoal", points: ["loud music"] },
      { id: "garden", name: "The Garden", pitch: "vegetables only", points: ["quiet corners"] },
    ];

    await turn("ann", "s1", "I like quiet vegetables");
    await post({ user_id: "ann", session_id: "s1", end_session: true });
    expect(await turn("ann", "s2", "Which one?", options)).toMatchObject({ choice: "garden" });
    expect(await turn("bob", "s2", "Which charcoal one?", options)).toMatchObject({ choice: "grill" });
    expect((await turn("ann", "s2", "What vegetables did I like?")).text).toContain("I like quiet vegetables");
    await post({ user_id: "ann", reset: true });
    expect((await turn("ann", "s3", "What vegetables did I like?")).text).not.toContain("I like quiet vegetables");
  });
});

describe("what an assistant behind an address is sent", () => {
  it("is the contract, without what ties materials to facts", async () => {
    const bodies: Record<string, unknown>[] = [];
    const server = createServer(async (request, response) => {
      const pieces = await request.toArray();
      bodies.push(JSON.parse(Buffer.concat(pieces).toString()));
      response.end('{"text": "Osteria Melro, perhaps."}');
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const cwd = temporaryFolder(onTestFinished);
    await dramatis(["run", "--quiet", ...NARROW, "--assistant", address], { cwd });

    const turns = bodies.filter(({ messages }) => messages !== undefined);
    expect(Object.keys(turns[0] ?? {}).sort()).toEqual([
      ...["materials", "messages", "now", "options", "session_id", "user_id"],
    ]);
    expect(turns.slice(1).filter(({ materials }) => materials !== undefined)).toEqual([]);
    expect(Object.keys(turns[0]?.materials as object).sort()).toEqual([
      ...["attributes", "documents", "interactions", "pairs"],
    ]);
    expect(JSON.stringify(bodies)).not.toMatch(/"(evidence|match|fact|utility|held-out)"/);
    expect(bodies.filter(({ end_session }) => end_session)).not.toHaveLength(0);
    expect(bodies.at(-1)).toEqual({ user_id: turns[0]?.user_id, reset: true });
  });
});

describe("examples/recompute.py", () => {
  it("finds the same numbers as scores.jsonl", async ({ skip }) => {
    if (!python) return skip("python3 is not installed");
    const cwd = temporaryFolder(onTestFinished);
    const wide = ["--scenario", "dinner-lisbon,savings-plan", "--persona", "mara-lindqvist,leo-brandt,kofi-mensah"];
    await dramatis(["run", "--quiet", ...wide, "--assistant", "generic,history,oracle,mute"], { cwd });
    const { stdout } = await promisify(execFile)(python, [example("recompute.py"), onlyRun(cwd)]);
    const found = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" "));
    const scores: Score[] = jsonLines(fileOf(onlyRun(cwd), "scores.jsonl")).map((line) => score.parse(line));
    for (const [trial, scorer, value] of found) {
      const ours = scores.find((one) => one.trial === trial && one.scorer === scorer)?.value ?? null;
      if (value === "null" || ours === null) expect([trial, scorer, value]).toEqual([trial, scorer, String(ours)]);
      else expect(Math.abs(Number(value) - ours), `${trial} ${scorer}`).toBeLessThan(1e-9);
    }
    expect(found).toHaveLength(3 * 3 * 2 * 4);
    expect(new Set(found.map(([, , value]) => value)).size).toBeGreaterThan(5);
  });
});
