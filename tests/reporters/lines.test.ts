import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { unfold } from "../../src/core/fold.js";
import type { Reporter } from "../../src/core/reporter.js";
import { jsonReporter } from "../../src/reporters/json.js";
import { plainReporter } from "../../src/reporters/plain.js";
import { SCHEMAS } from "../../src/schema/registry.js";
import type { Summary } from "../../src/schema/score.js";
import type { Trial } from "../../src/schema/trial.js";
import { score } from "../datasets/records.js";
import { CONTROLLING, NASTY } from "../support/nasty.js";
import { played } from "../support/shipped.js";
import { SMALL } from "./summaries.js";

const TRIAL = await played({ persona: "mara-lindqvist", scenario: "dinner-lisbon", technique: "generic" });
const SCORES = [score("use.applied", 0.5), score("use.adherence", null)];
const state = (parts = {}) => ({ planned: 3, committed: 3, stopped: null, outcomes: {}, ...parts });

async function shown(
  make: (out: (line: string) => void, progress: (line: string) => void) => Reporter,
  play: (reporter: Reporter) => unknown,
) {
  const out: string[] = [];
  const progress: string[] = [];
  await play(
    make(
      (line) => out.push(line),
      (line) => progress.push(line),
    ),
  );
  return { out, progress };
}

const plain =
  (planned = 3, quiet = false) =>
  (out: (line: string) => void, progress: (line: string) => void) => {
    let clock = 0;
    return plainReporter(
      { out, progress, now: () => 1000 * clock++, width: 120, cwd: "/tmp", program: "npx dramatis" },
      planned,
      quiet,
    );
  };

const finish = (reporter: Reporter, summary: Summary | null = SMALL, parts = {}) =>
  reporter.finished({ summary, folder: "/tmp/transcripts/demo-1", state: state(parts), exitCode: 0 });

const json = (out: (line: string) => void) => jsonReporter(out, async () => {});

describe("plain lines", () => {
  it("are one for each finished trial: what came of it, its length and its main scores", async () => {
    const { out, progress } = await shown(plain(), (reporter) => reporter.committed(TRIAL, SCORES));
    const turns = TRIAL.sessions.flatMap((one) => one.turns).length;
    expect(out).toEqual([
      `mara-lindqvist.dinner-lisbon.generic.0  completed  ${turns} turns, ${TRIAL.probes.length} probes  applied 0.50  adherence -`,
    ]);
    expect(progress).toEqual([]);
  });

  it("say what went wrong, on one line", async () => {
    const failed: Trial = {
      ...TRIAL,
      outcome: "assistant_error",
      failure: { class: "server", message: "it said 500\nand more", raw: null },
    };
    const { out } = await shown(plain(), (reporter) => reporter.committed(failed, []));
    expect(out[0]).toMatch(/assistant_error .* applied - {2}adherence - {2}server: it said 500$/);
  });

  it("are nothing while it is quiet, and then the table alone", async () => {
    const { out } = await shown(plain(3, true), async (reporter) => {
      reporter.committed(TRIAL, SCORES);
      await finish(reporter);
    });
    expect(out).toHaveLength(1);
    expect(out[0]).toMatch(/^\n.*use/);
  });

  it("end with the table and what the numbers rest on; the folder and what comes next are progress", async () => {
    const { out, progress } = await shown(plain(), (reporter) => finish(reporter));
    expect(out[0]).toContain("user: rule-based; seed 1.");
    expect(progress[0]).toContain(
      "/tmp/transcripts/demo-1\n  next: npx dramatis show transcripts/demo-1   npx dramatis table transcripts/demo-1",
    );
  });

  it("say how much is left every fifty trials, from how long it took so far", async () => {
    const { progress } = await shown(plain(200), (reporter) => {
      for (let trial = 0; trial < 100; trial++) reporter.committed(TRIAL, SCORES);
    });
    expect(progress).toEqual(["50 of 200 trials, about 3 s left", "100 of 200 trials, about 2 s left"]);
  });

  it("say where a run was interrupted", async () => {
    const { out, progress } = await shown(plain(), (reporter) =>
      finish(reporter, null, { committed: 1, stopped: "interrupted" }),
    );
    expect(out).toEqual([]);
    expect(progress[0]).toBe("interrupted after 1 of 3 trials; what is finished is kept");
  });

  it("hold nobody back", async () => {
    await shown(plain(), (reporter) => reporter.gate(unfold(TRIAL)[0] as never));
  });
});

describe("lines of JSON", () => {
  it("have each a schema with a version, and are what that schema says", async () => {
    const { out, progress } = await shown(json, async (reporter) => {
      for (const event of unfold(TRIAL)) reporter.event(event);
      reporter.delta({ trial: TRIAL.id, speaker: "user", text: "lost" });
      reporter.committed(TRIAL, SCORES);
      await finish(reporter);
    });
    expect(progress).toEqual([]);
    const kinds = out.map((line) => {
      const value = JSON.parse(line) as { schema: string };
      const [, kind = ""] = /^dramatis\/(\w+)@1$/.exec(value.schema) ?? [];
      expect((SCHEMAS as Record<string, z.ZodType>)[kind]?.parse(value)).toEqual(value);
      return kind;
    });
    expect([...new Set(kinds)]).toEqual(["event", "score", "summary"]);
    expect(out).toHaveLength(unfold(TRIAL).length + SCORES.length + 1);
  });

  it("are none at the end where there is no summary", async () => {
    expect((await shown(json, (reporter) => finish(reporter, null))).out).toEqual([]);
  });
});

describe("what controls a terminal", () => {
  it.each(NASTY)("never passes a line: %j", async (text) => {
    const nasty: Trial = {
      ...TRIAL,
      outcome: "assistant_error",
      failure: { class: "server", message: text, raw: text },
    };
    const marked = { ...SMALL, players: text, label: text };
    const events = unfold({ ...nasty, label: text });
    for (const make of [plain(), json]) {
      const { out } = await shown(make, async (reporter) => {
        for (const event of events) reporter.event(event);
        reporter.committed(nasty, [{ ...(SCORES[0] as (typeof SCORES)[0]), reason: text }]);
        await finish(reporter, marked);
      });
      for (const line of out) expect(line).not.toMatch(CONTROLLING);
      if (make === json) for (const line of out) expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
    }
  });
});
