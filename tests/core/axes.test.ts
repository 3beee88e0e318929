import { describe, expect, it } from "vitest";
import { TECHNIQUES } from "../../src/assistants/techniques/registry.js";
import { drawsFor } from "../../src/core/draws.js";
import { givenTo } from "../../src/core/given.js";
import { haystack } from "../../src/core/haystack.js";
import { evidenceIn, materialsOf } from "../../src/core/materials.js";
import { takingTurns } from "../../src/core/neighbour.js";
import type { Event } from "../../src/schema/event.js";
import type { Persona } from "../../src/schema/persona.js";
import { assistantNameOf, assistantSpec, known } from "../../src/schema/suite.js";
import { crossed } from "../../src/scorers/misuse/crossed.js";
import { ALL, PERSONAS, played, WORLD } from "../support/shipped.js";

const PERSON = WORLD.personas["mara-lindqvist"] as Persona;
const BEFORE = "2026-06-12T18:00";
const given = (axes: object) =>
  givenTo(axes, PERSON, known.parse(ALL), { slots: WORLD.slots, before: BEFORE, draws: drawsFor("axes") });

describe("a cold start", () => {
  it("gives the first so many texts and acts by date, and no other", () => {
    const all = given({});
    const dates = [
      ...all.documents.map(({ date }) => date),
      ...[...all.interactions, ...all.pairs].map(({ at }) => at),
    ].sort();
    for (const count of [0, 1, 4, 8, dates.length + 5]) {
      const some = given({ cold_start: count });
      const kept = [
        ...some.documents.map(({ date }) => date),
        ...[...some.interactions, ...some.pairs].map(({ at }) => at),
      ].sort();
      expect(kept).toEqual(dates.slice(0, count));
      expect(some.attributes).toEqual(all.attributes);
    }
  });
});

describe("implied evidence", () => {
  it("leaves no statement of a fact, and some that imply one", () => {
    const forms = new Set(evidenceIn(given({ evidence: "implied" })).map(({ form }) => form));
    expect(forms).not.toContain("stated");
    expect(forms).toContain("implied");
  });

  it("takes what is only stated from what is known", async () => {
    const script = { persona: PERSON.id, scenario: "dinner-lisbon", technique: "bm25" };
    const [whole, implied] = await Promise.all([played(script), played({ ...script, axes: { evidence: "implied" } })]);
    expect(implied.given.length).toBeLessThan(whole.given.length);
    expect(implied.given.every(({ source }) => source === "implied")).toBe(true);
  });
});

describe("a haystack", () => {
  const notes = (count: number) => haystack(count, WORLD.slots, BEFORE, drawsFor("notes"));

  it("holds so many notes from the year before, that tell nothing, and smaller ones are part of it", () => {
    const large = notes(160);
    expect(large).toHaveLength(160);
    expect(large.every(({ evidence }) => evidence.length === 0)).toBe(true);
    expect(large.every(({ date }) => date >= "2025-06-12" && date < BEFORE)).toBe(true);
    const texts = new Set(large.map(({ text }) => text));
    expect(notes(40).every(({ text }) => texts.has(text))).toBe(true);
  });

  it("quotes what people write in every other note, and is otherwise about nothing", () => {
    const wordings = Object.values(WORLD.slots).flatMap(({ values }) =>
      Object.values(values).flatMap((one) => one.write),
    );
    const near = notes(160).filter(({ text }) => wordings.some((words) => text.includes(`"${words}"`)));
    expect(near).toHaveLength(80);
  });

  it("adds to the documents and leaves the rest as it is", () => {
    const [without, within] = [given({}), given({ haystack: 10 })];
    expect(within.documents).toHaveLength(without.documents.length + 10);
    expect(evidenceIn(within)).toHaveLength(evidenceIn(without).length);
  });

  it("costs a technique that brings the latest first", async () => {
    const script = { persona: PERSON.id, scenario: "dinner-lisbon", technique: "history" };
    const recalled = async (axes: object) =>
      (await played({ ...script, axes })).sessions
        .flatMap(({ turns }) => turns)
        .flatMap((turn) => (turn.speaker === "assistant" ? turn.recalled : []))
        .filter(({ facts }) => facts.length > 0).length;
    expect(await recalled({ haystack: 160 })).toBeLessThan(await recalled({}));
  });
});

describe("noise of the realizer", () => {
  const script = { persona: PERSON.id, scenario: "dinner-lisbon", technique: "oracle" };
  const used = async (axes: object) =>
    (await played({ ...script, axes })).sessions
      .flatMap(({ turns }) => turns)
      .flatMap((turn) => (turn.speaker === "assistant" ? turn.used : []));

  it("that obeys nothing uses nothing it recalls; one that obeys all is none", async () => {
    expect(await used({ noise: { obeys: 0 } })).toEqual([]);
    expect(await used({ noise: { obeys: 1 } })).toEqual(await used({}));
    expect((await used({})).length).toBeGreaterThan(0);
  });

  it("that drags in at each probe uses what no slot of the probe asks for", async () => {
    const trial = await played({ ...script, technique: "omniscient", axes: { noise: { drags: 1 } } });
    const slotOf = new Map(trial.truth.map(({ fact, slot }) => [fact, slot]));
    const turns = trial.sessions.flatMap(({ turns }) => turns);
    const answers = trial.probes.map((probe) => ({ probe, reply: turns.find(({ index }) => index === probe.reply) }));
    const dragged = answers.filter(
      ({ probe, reply }) =>
        reply?.speaker === "assistant" && reply.used.some((fact) => !probe.slots.includes(slotOf.get(fact) ?? "")),
    );
    expect(dragged.length).toBeGreaterThan(answers.length / 2);
  });

  it("is refused where a model answers", () => {
    const spec = { technique: "bm25", model: "openai:m", noise: { obeys: 0.5 } };
    expect(assistantSpec.safeParse(spec).error?.issues[0]?.message).toMatch(/leave the model out/);
  });
});

describe("a shared assistant", () => {
  it("brings up what is true of the other, which crossed counts", async () => {
    const trial = await played({
      ...{ persona: PERSON.id, scenario: "dinner-lisbon", technique: "profile" },
      axes: { serve: "shared" },
    });
    const other = trial.beside?.persona ?? "";
    expect(PERSONAS.filter((id) => id !== PERSON.id)).toContain(other);
    const turns = trial.sessions.flatMap(({ turns }) => turns);
    const used = turns.flatMap((turn) => (turn.speaker === "assistant" ? turn.used : []));
    expect(used.some((fact) => fact.startsWith(`${other}/`))).toBe(true);
    expect(turns.map(({ index }) => index)).toEqual(turns.map((_, index) => index));
    expect(crossed.direction).toBe("lower");
  });

  it("is the same each time", async () => {
    const script = {
      persona: PERSON.id,
      scenario: "dinner-lisbon",
      technique: "hybrid",
      axes: { serve: "shared" as const },
    };
    expect(await played(script)).toEqual(await played(script));
  });

  it.each(Object.keys(TECHNIQUES))(
    "that is not shared: %s knows nothing of another who talks at the same time",
    async (technique) => {
      const scripts = PERSONAS.slice(0, 2).map((persona) => ({ persona, scenario: "dinner-lisbon", technique }));
      const together = await Promise.all(scripts.map((script) => played(script)));
      for (const [at, script] of scripts.entries()) expect(together[at]).toEqual(await played(script));
    },
  );
});

describe("two talks that take turns", () => {
  const opened = (session: string): Event => ({
    ...{ schema: "dramatis/event@1", trial: "t", type: "session.opened", session, at: BEFORE, drifted: [] },
  });

  it("let the other sit down first, each time", async () => {
    const order: string[] = [];
    const ours = takingTurns(
      async (event) => void order.push(`ours ${event.type === "session.opened" ? event.session : ""}`),
      async (theirs) => {
        for (const session of ["s1", "s2"]) {
          await theirs(opened(session));
          order.push(`theirs ${session}`);
        }
      },
    );
    for (const session of ["s1", "s2", "s3"]) await ours(opened(session));
    expect(order).toEqual(["theirs s1", "ours s1", "theirs s2", "ours s2", "ours s3"]);
  });

  it("fail where the other fails", async () => {
    const ours = takingTurns(
      async () => {},
      async (theirs) => {
        await theirs(opened("s1"));
        throw new Error("the other cannot go on");
      },
    );
    await expect(ours(opened("s1"))).rejects.toThrow("the other cannot go on");
  });
});

it("What sets an arm apart stands in its name", () => {
  const axes = { cold_start: 4, haystack: 40, evidence: "implied", serve: "shared", noise: { obeys: 0.5, drags: 0.2 } };
  const name = assistantNameOf(assistantSpec.parse({ technique: "bm25", ...axes }));
  expect(name.id).toBe("bm25+cold-4+hay-40+implied+obeys-0.5+drags-0.2+shared");
  expect(materialsOf(PERSON, known.parse({})).documents).toEqual([]);
});
