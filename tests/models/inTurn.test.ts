import { describe, expect, it } from "vitest";
import { inTurn, turnstile } from "../../src/models/inTurn.js";
import { atRest, handClock } from "../support/clock.js";
import { scriptedModel } from "../support/models.js";

const NEVER = new AbortController().signal;
const question = { messages: [], tools: [] };

/** Three trials that were answered in one moment, and what each has in hand by now. */
function answered(signals: readonly AbortSignal[] = [NEVER, NEVER, NEVER]) {
  const clock = handClock();
  const gate = turnstile(clock);
  const got: string[] = [];
  const model = inTurn(scriptedModel("one", "two", "three", "four"), gate);
  const ask = (signal = NEVER) =>
    model.complete(question, { signal }).then(
      ({ text }) => void got.push(text),
      (error: Error) => void got.push(error.message),
    );
  for (const signal of signals) ask(signal);
  return { clock, got, ask };
}

describe("answers that came in one moment", () => {
  it("wait until the trial before has asked again", async () => {
    const { got, ask } = answered();
    await atRest();
    expect(got).toEqual(["one"]);
    ask();
    await atRest();
    expect(got).toEqual(["one", "two"]);
  });

  it("do not wait for a trial that asks no more", async () => {
    const { clock, got } = answered();
    await atRest();
    clock.pass(10);
    await atRest();
    expect(got).toEqual(["one", "two"]);
    clock.pass(10);
    await atRest();
    expect(got).toEqual(["one", "two", "three"]);
  });

  it("are given up at an abort, and those behind go on", async () => {
    const stop = new AbortController();
    const { clock, got } = answered([NEVER, stop.signal, NEVER]);
    await atRest();
    stop.abort(new Error("stopped"));
    clock.pass(10);
    await atRest();
    expect(got).toEqual(["one", "stopped", "three"]);
  });
});

it("An answer that comes alone is handed over at once", async () => {
  const gate = turnstile(handClock());
  const model = inTurn(scriptedModel("one"), gate);
  expect((await model.complete(question, { signal: NEVER })).text).toBe("one");
});
