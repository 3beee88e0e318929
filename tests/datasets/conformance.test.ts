import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/core/fold.js";
import { EXPORTERS } from "../../src/datasets/registry.js";
import type { Trial } from "../../src/schema/trial.js";
import { trial as trialSchema } from "../../src/schema/trial.js";
import { assistantTurn, ENDED, STARTED, userTurn } from "../core/events.js";
import { CONTROLLING, NASTY } from "../support/nasty.js";
import { played } from "../support/shipped.js";
import { READERS, RUN, score } from "./records.js";

const STAMPED = { schema: "dramatis/event@1" as const, trial: "ada.dinner.generic.0" };

const nasty: Trial = fold([
  STARTED,
  ...["s1", "s2"].flatMap((session, sitting) => [
    { ...STAMPED, type: "session.opened" as const, session, at: `2026-06-1${sitting}T18:00`, drifted: [] },
    ...NASTY.map((text, at) => {
      const index = sitting * NASTY.length + at;
      const turn = at % 2 === 0 ? userTurn(index, { text }) : assistantTurn(index, { text });
      return { ...STAMPED, type: "turn" as const, session, turn };
    }),
    { ...STAMPED, type: "session.closed" as const, session, end: { ended: "done" as const, goal: null } },
  ]),
  ENDED,
]);

describe.each(Object.entries(EXPORTERS))("the format %s", (name, exporter) => {
  const read = READERS[name];
  const written = (...trials: Trial[]) => {
    const { head, record } = exporter(RUN);
    return head + trials.map((one) => record(one, [score("use.applied", 0.5), score("use.asked", null)])).join("");
  };
  const reread = (...trials: Trial[]) => read?.(written(...trials)) ?? [];

  it("has a reader here", () => {
    expect(read).toBeDefined();
  });

  it("gives one record for each conversation, whole, in order, its sessions marked", async () => {
    const trials = await Promise.all(
      ["generic", "oracle"].map((technique) =>
        played({ persona: "mara-lindqvist", scenario: "dinner-lisbon", technique }),
      ),
    );
    const records = reread(...trials);
    expect(records.map(({ metadata }) => metadata.trial)).toEqual(trials.map(({ id }) => id));
    for (const [at, { sessions }] of trials.entries()) {
      const expected = sessions.flatMap(({ id, at: when, turns }) => [
        { who: "session", text: `Session ${id}, ${when}` },
        ...turns.map(({ speaker, text }) => ({ who: speaker, text })),
      ]);
      expect(records[at]?.said).toEqual(expected);
    }
  });

  it("says with each who played, how it ended and what the players are", () => {
    expect(reread(nasty)[0]?.metadata).toEqual({
      ...{ trial: nasty.id, persona: "ada", assistant: "generic", seed: 1, outcome: "completed" },
      players: "rule-based players",
    });
  });

  it("gives the scores that are known", () => {
    const [record] = reread(nasty);
    expect(record?.scores).toEqual({ "use.applied": 0.5 });
  });

  it("keeps every text, whatever is in it", () => {
    const said = reread(nasty)[0]?.said.filter(({ who }) => who !== "session") ?? [];
    expect(said.map(({ text }) => text)).toEqual([...NASTY, ...NASTY]);
  });

  it("lets nothing through that controls a terminal or breaks a line", () => {
    expect(written(nasty)).not.toMatch(CONTROLLING);
    expect(written(nasty)).not.toMatch(/[\u2028\u2029\r]/);
    expect(written(nasty, nasty).trimEnd().split("\n")).toHaveLength(exporter(RUN).head === "" ? 2 : 3);
  });

  it("can be written a trial at a time: a record is the same wherever it stands", () => {
    const other = { ...nasty, id: "other" };
    const { head, record } = exporter(RUN);
    expect(written(nasty, other)).toBe(
      head + record(nasty, [score("use.applied", 0.5), score("use.asked", null)]) + written(other).slice(head.length),
    );
    expect(written()).toBe(head);
  });

  it("takes a trial that somebody broke, and one without a word", () => {
    const silent: Trial = { ...nasty, id: "silent", sessions: [], outcome: "infrastructure_error" };
    const cut = {
      ...nasty,
      id: "cut",
      outcome: "simulator_error" as const,
      sessions: nasty.sessions.map((one) => ({ ...one, end: null })),
    };
    const ids = reread(nasty, silent, cut).map(({ metadata }) => metadata.trial);
    expect(ids).toEqual([nasty.id, "silent", "cut"]);
  });
});

describe("what is particular to a format", () => {
  const only = (name: string) => EXPORTERS[name]?.(RUN).record(nasty, []) ?? "";

  it("jsonl is the whole trial, and more", () => {
    const { scores, metadata, ...trial } = JSON.parse(only("jsonl"));
    expect(trialSchema.parse(trial)).toEqual(nasty);
    expect(scores).toEqual([]);
    expect(metadata).toMatchObject({
      run: RUN.id,
      provenance: { tool: "dramatis", synthetic: true, versions: RUN.versions },
    });
  });

  it("openai, sharegpt and csv say what was true of the person", () => {
    expect(JSON.parse((parse(EXPORTERS.csv?.(RUN).record(nasty, []) ?? "")[0] as string[])[10] ?? "")).toEqual(
      nasty.truth,
    );
    for (const name of ["openai", "sharegpt"])
      expect(JSON.parse(only(name)).metadata).toMatchObject({ truth: nasty.truth, user: "agenda" });
  });

  it("openai has roles that its readers know", () => {
    const roles = JSON.parse(only("openai")).messages.map(({ role }: { role: string }) => role);
    expect(new Set(roles)).toEqual(new Set(["system", "user", "assistant"]));
    expect(roles[0]).toBe("system");
  });

  it("csv has a head, a row a conversation, and no cell that a sheet would run", () => {
    const { head, record } = EXPORTERS.csv?.(RUN) ?? { head: "", record: () => "" };
    expect(head.split(",").slice(0, 4)).toEqual(["trial", "persona", "scenario", "user"]);
    expect(record(nasty, []).trimEnd().split("\n")).toHaveLength(1);
    expect(record({ ...nasty, persona: "=1+1" }, [])).toContain(",'=1+1,");
  });
});
