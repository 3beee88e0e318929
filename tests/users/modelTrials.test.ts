import { describe, expect, it } from "vitest";
import { exitCodeOf } from "../../src/cli/exitCode.js";
import { ProviderError } from "../../src/core/errors.js";
import { fold, unfold } from "../../src/core/fold.js";
import type { Question } from "../../src/core/model.js";
import { summaryOf } from "../../src/core/summary.js";
import { add, noUsage } from "../../src/core/usage.js";
import { type Event, event as eventSchema } from "../../src/schema/event.js";
import { trial as trialSchema } from "../../src/schema/trial.js";
import { DETERMINISTIC_SCORERS } from "../../src/scorers/registry.js";
import { answering, meaningIn } from "../support/answering.js";
import { eventsWith, type Kind } from "./modelTrials.js";

const KINDS: Kind[] = ["llm", "hybrid"];
const isAside = ({ messages }: Question) => messages.at(-1)?.content.startsWith("By the way") ?? false;
const LINES = [
  "evening, a table for friday",
  "anything near the hospital",
  "and quiet, if there is such a thing",
  "how late do they cook?",
];

/** A model that plays along: as an llm user it says four things and ends its talk without a word. */
const playsAlong = () => {
  let said = 0;
  return answering((question) => {
    if (isAside(question)) return "busy, thanks";
    if (meaningIn(question) !== "") return meaningIn(question);
    const line = LINES[said++];
    return line ?? { calls: [{ name: "end_talk", args: { outcome: "satisfied", reason: "done" } }] };
  });
};
const flips = () => answering(() => "How can I help you today?");

const usedIn = (events: readonly Event[]) => {
  const sum = noUsage();
  for (const event of events) if (event.type === "call" && event.call.reply) add(sum, event.call.reply.usage);
  return sum;
};

describe.each(KINDS)("a trial with the user %s", (kind) => {
  it("has used what its calls used, those off the record and without words among them", async () => {
    const model = playsAlong();
    const events = await eventsWith(kind, model);
    const trial = fold(events);
    expect(trial.outcome).toBe("completed");
    expect(trial.usage.calls).toBe(model.asked.length);
    expect(trial.usage).toEqual(usedIn(events));
    expect(events.filter(({ type }) => type === "call").length).toBe(model.asked.length);
  });

  it("ends as the simulated user's fault where three turns running fail, and drops its pair in every arm", async () => {
    const fine = fold(await eventsWith(kind, playsAlong(), { technique: "generic" }));
    const broken = fold(await eventsWith(kind, flips(), { technique: "history" }));
    expect(broken).toMatchObject({ outcome: "simulator_error", failure: { class: "simulator" } });
    const run = {
      id: "r",
      label: "exploratory" as const,
      players: "p",
      suite: { seed: 1, thresholds: [], repeats: 1 },
    };
    const score = {
      schema: "dramatis/score@1" as const,
      scorer: "use.adherence",
      version: 1,
      value: 1,
      n: 1,
      reason: null,
      evidence: [],
    };
    const summary = summaryOf({
      run,
      scales: DETERMINISTIC_SCORERS.filter(({ id }) => id === "use.adherence"),
      heads: [fine, broken],
      scores: [{ ...score, trial: fine.id }],
    });
    expect(summary.dropped_pairs).toBe(1);
    const served = summary.estimates.filter(({ scorer }) => scorer === "use.adherence");
    expect(served.map(({ assistant, value }) => [assistant, value])).toEqual([
      ["generic", null],
      ["history", null],
    ]);
  });

  it("is asked off the record behind its first, fourth, eighth turn, and nobody hears of it", async () => {
    const model = playsAlong();
    const events = await eventsWith(kind, model);
    const trial = fold(events);
    expect(trial.forks?.length).toBeGreaterThanOrEqual(2);
    for (const { said } of trial.forks ?? []) expect([1, 4, 8, 16]).toContain(said);
    expect(trial.forks?.[0]).toMatchObject({ said: 1, answer: "busy, thanks", broken: [] });
    const words = trial.sessions.flatMap(({ turns }) => turns.map(({ text }) => text));
    expect(words.filter((text) => /busy, thanks|By the way, how has/.test(text))).toEqual([]);
    const later = model.asked.filter((question) => !isAside(question));
    expect(JSON.stringify(later)).not.toContain("busy, thanks");
  });

  it("plays the same where a question off the record fails", async () => {
    const along = playsAlong();
    const failing = {
      ...along,
      complete: (question: Question, hooks: Parameters<typeof along.complete>[1]) =>
        isAside(question) ? Promise.reject(new ProviderError("server", "500")) : along.complete(question, hooks),
    };
    const trial = fold(await eventsWith(kind, failing));
    expect(trial.outcome).toBe("completed");
    expect(trial).not.toHaveProperty("forks");
    const whole = fold(await eventsWith(kind, playsAlong()));
    expect(trial.sessions).toEqual(whole.sessions);
  });

  it("is what its schemas say, and unfolds to the events it was folded from", async () => {
    const events = await eventsWith(kind, playsAlong());
    for (const one of events) expect(eventSchema.safeParse(one).success).toBe(true);
    const trial = fold(events);
    expect(trialSchema.safeParse(trial).success).toBe(true);
    expect(unfold(trial)).toEqual(events.filter(({ type }) => type !== "call" && type !== "call.started"));
  });

  it("played again from what was recorded asks nobody and is the same", async () => {
    const before = await eventsWith(kind, playsAlong());
    const silent = answering(() => {
      throw new Error("asked again");
    });
    const again = await eventsWith(kind, silent, { before });
    expect(silent.asked).toEqual([]);
    expect(fold(again)).toEqual(fold(before));
  });
});

describe("the exit code", () => {
  const code = (simulator_error: number) =>
    exitCodeOf({ stopped: null, outcomes: { completed: 20 - simulator_error, simulator_error }, summary: null });

  it("is 6 where more than a tenth of the trials were the simulated user's fault", () => {
    expect([code(0), code(2), code(3)]).toEqual([0, 0, 6]);
  });
});
