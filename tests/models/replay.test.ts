import { describe, expect, it } from "vitest";
import { ProviderError } from "../../src/core/errors.js";
import type { Model, Question } from "../../src/core/model.js";
import { announced } from "../../src/models/announced.js";
import { keyOf, replayed } from "../../src/models/replay.js";
import { retrying } from "../../src/models/retry.js";
import type { Event, Outcome } from "../../src/schema/event.js";
import { ENDED } from "../core/events.js";
import { bookOf } from "../support/books.js";
import { atRest, handClock } from "../support/clock.js";
import { type Scripted, scriptedModel } from "../support/models.js";

const NEVER = new AbortController().signal;
const asks = (content: string): Question => ({ messages: [{ role: "user", content }], tools: [] });
const ended = (outcome: Outcome) => ({ ...ENDED, trial: "t", outcome }) as Event;

/** A trial that asks a model some questions, after what an earlier attempt at it left in the journal. */
async function attempt(questions: readonly string[], answers: readonly Scripted[], before: readonly Event[] = []) {
  const book = bookOf(before);
  const inner = scriptedModel(...answers);
  const once = retrying(announced(inner), { tries: 1, seconds: 60 }, handClock(), () => 0);
  const model = replayed(once, "assistant", book, null);
  const heard: string[] = [];
  const said: string[] = [];
  for (const question of questions)
    said.push(
      await model.complete(asks(question), { signal: NEVER, onText: (piece) => heard.push(piece) }).then(
        ({ text }) => text,
        (error: Error) => `${error.name} ${(error as ProviderError).kind}: ${error.message}`,
      ),
    );
  return { book, inner, said, heard, journal: [...before, ...book.written] };
}

describe("a call that is recorded", () => {
  it("is not made again, and is heard and counted as if it were", async () => {
    const first = await attempt(["a", "b"], ["one", "two"]);
    const second = await attempt(["a", "b", "c"], ["three"], first.journal);
    expect(second.said).toEqual(["one", "two", "three"]);
    expect(second.inner.asked).toEqual([asks("c")]);
    expect(second.heard.join("")).toBe("onetwothree");
    expect(second.book.used()).toMatchObject({ calls: 3, input: 21 });
  });

  it("stands for the same question the same time: the nth answer for the nth asking", async () => {
    const first = await attempt(["a", "a"], ["one", "two"]);
    const second = await attempt(["a", "a", "a"], ["three"], first.journal);
    expect(second.said).toEqual(["one", "two", "three"]);
  });

  it("and failed fails again as it did, where the trial had not come to its end", async () => {
    const first = await attempt(["a"], [new ProviderError("refused", "tools are not supported", "{}")]);
    expect(first.journal.map(({ type }) => type)).toEqual(["call.started", "call"]);
    const second = await attempt(["a"], [], first.journal);
    expect(second.said).toEqual(first.said);
    expect(second.said).toEqual(["ProviderError refused: tools are not supported"]);
  });

  it("and failed is made again where its trial ended by that and is played again", async () => {
    const first = await attempt(["a", "b"], ["one", new ProviderError("server", "no")]);
    const before = [...first.journal, ended("infrastructure_error")];
    const second = await attempt(["a", "b"], ["two"], before);
    expect(second.said).toEqual(["one", "two"]);
    expect(second.book.written).toMatchObject([{ type: "call.started", again: false }, { type: "call" }]);
    const third = await attempt(["a", "b"], [], second.journal);
    expect(third.said).toEqual(["one", "two"]);
  });

  it("is made again where the words of the simulated user ended its trial: the same ones would again", async () => {
    const first = await attempt(["a"], ["one"]);
    const second = await attempt(["a"], ["two"], [...first.journal, ended("simulator_error")]);
    expect(second.said).toEqual(["two"]);
  });
});

describe("a call that was in flight when the process died", () => {
  it("is made again and marked", async () => {
    const first = await attempt(["a", "b"], ["one", "lost"]);
    const cut = first.journal.slice(0, -1);
    const second = await attempt(["a", "b"], ["two"], cut);
    expect(second.said).toEqual(["one", "two"]);
    expect(second.book.written).toMatchObject([
      { type: "call.started", again: true },
      { type: "call", call: { nth: 0, reply: { text: "two" } } },
    ]);
  });

  it("is counted once, however often it is then tried", async () => {
    const first = await attempt(["a"], ["lost"]);
    const book = bookOf(first.journal.slice(0, -1));
    const clock = handClock();
    const inner = announced(scriptedModel(new ProviderError("server", "no"), "one"));
    const patient = retrying(inner, { tries: 3, seconds: 60 }, { ...clock, after: soon }, () => 0);
    await replayed(patient, "assistant", book, null).complete(asks("a"), { signal: NEVER });
    expect(book.written.map((event) => event.type === "call.started" && event.again)).toEqual([true, false, false]);
    expect(book.written.at(-1)).toMatchObject({ call: { tries: [{ class: "server", message: "no" }] } });
  });
});

const soon = (_: number, work: () => void) => {
  setImmediate(work);
  return () => {};
};

it("a call that an abort ended has no record, for it has no answer", async () => {
  const book = bookOf();
  const abort = new AbortController();
  const hanging: Model = {
    ...scriptedModel(),
    complete: (_, { signal }) =>
      new Promise((_done, fail) => signal.addEventListener("abort", () => fail(signal.reason))),
  };
  const done = replayed(announced(hanging), "user", book, null).complete(asks("a"), { signal: abort.signal });
  await atRest();
  abort.abort(new Error("stopped by hand"));
  await expect(done).rejects.toThrow("stopped by hand");
  expect(book.written.map(({ type }) => type)).toEqual(["call.started"]);
});

describe("the key of a call", () => {
  const model = { ...scriptedModel(), name: "openai:m", settings: { temperature: 0 } };
  const tool = { name: "choose", description: "chooses", parameters: {} };
  const key = keyOf(model, "user", asks("a"), 0);

  it.each<[string, string]>([
    ["another model", keyOf({ ...model, name: "openai:n" }, "user", asks("a"), 0)],
    ["other settings", keyOf({ ...model, settings: { temperature: 1 } }, "user", asks("a"), 0)],
    ["another part", keyOf(model, "assistant", asks("a"), 0)],
    ["other words", keyOf(model, "user", asks("b"), 0)],
    ["a tool", keyOf(model, "user", { ...asks("a"), tools: [tool] }, 0)],
    ["another repeat", keyOf(model, "user", asks("a"), 1)],
  ])("is another for %s", (_, other) => {
    expect(other).not.toBe(key);
  });

  it("is the same for the same question", () => {
    expect(keyOf({ ...model, settings: { temperature: 0 } }, "user", asks("a"), 0)).toBe(key);
  });
});

it("what failed is kept, but not more than two thousand characters of what was sent", async () => {
  const { journal } = await attempt(["a"], [new ProviderError("invalid-output", "no JSON", "x".repeat(1e6))]);
  const [, call] = journal;
  expect(call).toMatchObject({ type: "call", call: { reply: null } });
  expect(JSON.stringify(call).length).toBeLessThan(3000);
});
