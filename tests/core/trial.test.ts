import { describe, expect, it } from "vitest";
import { AssistantError, ProviderError, SimulatorError } from "../../src/core/errors.js";
import { fold, unfold } from "../../src/core/fold.js";
import type { Company } from "../../src/core/trial.js";
import { replayed } from "../../src/models/replay.js";
import type { Event } from "../../src/schema/event.js";
import { scriptedModel } from "../support/models.js";
import { eventsOf, trialOf } from "./oneTrial.js";
import { fakeAssistant, fakeCompany, fakeUser, reply } from "./players.js";

const NEVER = new AbortController().signal;
const answering = (answer: Parameters<typeof fakeAssistant>[0]): Company =>
  fakeCompany({ makeAssistant: () => fakeAssistant(answer) });
const thrown = (error: unknown): never => {
  throw error;
};
const failing = (error: unknown) =>
  answering(() => {
    throw error;
  });

describe("how a trial ends", () => {
  it("completed, with what it cost", async () => {
    const model = scriptedModel("Good evening.", "All right.");
    const company = fakeCompany({
      makeAssistant: (_, { book }) =>
        fakeAssistant(async () => {
          const question = { messages: [], tools: [] };
          const { text, usage } = await replayed(model, "assistant", book, null).complete(question, { signal: NEVER });
          return { ...reply(text), usage };
        }),
    });
    expect(await trialOf({ company })).toMatchObject({
      outcome: "completed",
      failure: null,
      usage: { calls: 2, input: 14, output: 6 },
    });
  });

  it("gave-up, where the person left a session", async () => {
    expect(await trialOf({ company: fakeCompany({ manner: { gaveUp: true } }) })).toMatchObject({
      outcome: "gave-up",
      failure: null,
    });
  });

  it.each<[string, unknown, string, string]>([
    ["the simulated user's fault", new SimulatorError("lost the thread"), "simulator_error", "simulator"],
    ["the assistant's fault", new AssistantError("empty", "said nothing"), "assistant_error", "empty"],
    ["the provider's fault", new ProviderError("rate-limit", "429"), "infrastructure_error", "rate-limit"],
    ["a bug of ours", new TypeError("x is not a function"), "infrastructure_error", "unexpected"],
    ["something thrown that is no error", "boom", "infrastructure_error", "unexpected"],
  ])("%s", async (_, error, outcome, kind) => {
    const trial = await trialOf({ company: failing(error) });
    expect(trial).toMatchObject({ outcome, failure: { class: kind } });
    expect(trial.failure?.message).toBe(error instanceof Error ? error.message : "boom");
  });

  it.each<[string, Partial<Company>]>([
    ["an assistant", { makeAssistant: () => thrown(new TypeError("no such id")) }],
    ["a user", { makeUser: () => thrown(new TypeError("no such id")) }],
  ])("%s that cannot even be made ends its trial", async (_, parts) => {
    const events = await eventsOf({ company: fakeCompany(parts) });
    expect(events.map(({ type }) => type)).toEqual(["trial.started", "trial.ended"]);
    expect(fold(events)).toMatchObject({
      outcome: "infrastructure_error",
      failure: { class: "unexpected", message: "no such id" },
      usage: { calls: 0 },
    });
    expect(unfold(fold(events))).toEqual(events);
  });

  it("a user that fails is the simulated user's fault, whoever's model it is", async () => {
    const broken = { ...fakeUser(), speak: () => Promise.reject(new SimulatorError("wrote as the assistant")) };
    expect((await trialOf({ company: fakeCompany({ makeUser: () => broken }) })).outcome).toBe("simulator_error");
  });

  it("a user that falls silent before its goal is over fails, instead of being asked for ever", async () => {
    const silent = { ...fakeUser({ talks: 9 }), speak: async () => null };
    expect((await trialOf({ company: fakeCompany({ makeUser: () => silent }) })).outcome).toBe("simulator_error");
  });

  it.each([1, 2, 3, 4])("at reply %i, folds into a line that gives its events back", async (fatal) => {
    let replies = 0;
    const company = fakeCompany({
      manner: { talks: 2, reacts: ["p1"] },
      makeAssistant: () =>
        fakeAssistant(() => {
          replies += 1;
          if (replies === fatal) throw new AssistantError("empty", "nothing");
          return reply("All right.");
        }),
    });
    const events = await eventsOf({ company });
    expect(events.at(-1)).toMatchObject({ outcome: "assistant_error" });
    expect(unfold(fold(events))).toEqual(events);
  });

  it("keeps what was really sent, cut at 2 kB without breaking a character", async () => {
    const raw = `x${"é".repeat(3000)}`;
    const trial = await trialOf({ company: failing(new ProviderError("bad-json", "not JSON", raw)) });
    expect(Buffer.byteLength(trial.failure?.raw ?? "")).toBe(1999);
    expect(trial.failure?.raw).toBe(raw.slice(0, 1000));
  });

  it("keeps what happened before the failure", async () => {
    let replies = 0;
    const company = answering(() => {
      replies += 1;
      if (replies === 2) throw new AssistantError("empty", "nothing");
      return reply("All right.");
    });
    const trial = await trialOf({ company });
    expect(trial.sessions[0]?.turns.map(({ text }) => text)).toEqual(["goal", "All right.", "probe p1"]);
    expect(trial.sessions[0]?.end).toBeNull();
  });

  it("keeps a probe that was answered before the failure", async () => {
    let replies = 0;
    const company = fakeCompany({
      manner: { reacts: ["p1"] },
      makeAssistant: () =>
        fakeAssistant(() => {
          replies += 1;
          if (replies === 3) throw new AssistantError("empty", "nothing");
          return reply("The salad.", "salad");
        }),
    });
    const { outcome, probes } = await trialOf({ company });
    expect({ outcome, probes }).toMatchObject({
      outcome: "assistant_error",
      probes: [{ chosen: "salad", repair: null }],
    });
  });

  it("throws what the journal throws, and records nothing after it", async () => {
    let written = 0;
    const record = async () => {
      written += 1;
      if (written === 3) throw new Error("disk full");
    };
    await expect(eventsOf({ record })).rejects.toThrow("disk full");
    expect(written).toBe(3);
  });

  it("has no end where it was aborted", async () => {
    const abort = new AbortController();
    const events: Event[] = [];
    const company = answering(() => {
      abort.abort(new Error("stopped by hand"));
      return reply("All right.");
    });
    const record = async (event: Event) => {
      events.push(event);
    };
    await expect(eventsOf({ company, record, signal: abort.signal })).rejects.toThrow("stopped by hand");
    expect(events.at(-1)?.type).not.toBe("trial.ended");
  });

  it("takes no harm from an assistant that fails to end", async () => {
    const assistant = { ...fakeAssistant(), endTrial: () => Promise.reject(new Error("gone")) };
    expect((await trialOf({ company: fakeCompany({ makeAssistant: () => assistant }) })).outcome).toBe("completed");
  });
});

describe("what is recorded", () => {
  it("each event in its order", async () => {
    const events = await eventsOf();
    expect(events.map((event) => (event.type === "turn" ? event.turn.text : event.type))).toEqual([
      "trial.started",
      "session.opened",
      "goal",
      "All right.",
      "probe p1",
      "All right.",
      "probe",
      "close",
      "session.closed",
      "trial.ended",
    ]);
  });

  it("a probe with what is right, what was chosen first and what was chosen after the person came back", async () => {
    let asked = 0;
    const company = fakeCompany({
      manner: { reacts: ["p1"], tells: { goal: { fact: "diet" } } },
      makeAssistant: () =>
        fakeAssistant(({ purpose }) =>
          purpose === "goal" ? reply("Hm.") : reply("Here.", asked++ === 0 ? "steak" : "salad"),
        ),
    });
    const { probes, sessions } = await trialOf({ company });
    expect(probes).toMatchObject([
      {
        ...{ id: "p1", session: "s1", turn: 2, reply: 3, required: ["diet"], optimum: ["salad"] },
        known: [{ fact: "diet", source: "session" }],
        options: [{ id: "salad" }, { id: "steak" }],
        ...{ chosen: "steak", attributes: { diet: "omnivore" } },
        repair: { reply: 5, chosen: "salad", attributes: { diet: "vegan" } },
      },
    ]);
    expect(sessions[0]?.turns.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("what is told with a probe is not known at it", async () => {
    const company = fakeCompany({ manner: { tells: { "probe p1": { fact: "diet" } } } });
    expect((await trialOf({ company })).probes[0]).toMatchObject({ known: [], expected: { diet: "ask" } });
  });

  it("what only a judge saw told is uncertain", async () => {
    const company = fakeCompany({ manner: { tells: { goal: { fact: "diet", how: "judge" } } } });
    expect((await trialOf({ company })).probes[0]).toMatchObject({ known: [], uncertain: ["diet"], expected: {} });
  });

  it("the truth, the knobs and how the goal came out", async () => {
    const trial = await trialOf();
    expect(trial.truth).toMatchObject([{ fact: "diet", condition: { is: "vegan" }, by: "file" }]);
    expect(trial.knobs).toMatchObject({ patience: 5 });
    expect(trial.sessions[0]?.end).toEqual({
      ended: "done",
      goal: { complete: true, item: null, filled: [], missing: [] },
    });
  });

  it("a talk that did not end by itself as max-turns", async () => {
    const company = fakeCompany({ manner: { talks: 99, complete: false } });
    expect((await trialOf({ company })).sessions[0]?.end).toMatchObject({
      ended: "max-turns",
      goal: { complete: false },
    });
  });
});
