import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BudgetSpent, ProviderError } from "../../src/core/errors.js";
import { retrying } from "../../src/models/retry.js";
import { atRest, handClock } from "../support/clock.js";
import { scriptedModel } from "../support/models.js";

const QUESTION = { messages: [], tools: [] };
const NEVER = new AbortController().signal;
const failing = (kind: string, retryAfter: number | null = null) => new ProviderError(kind, "no", null, retryAfter);
const often = <T>(count: number, make: () => T) => Array.from({ length: count }, make);

/** A call that is made again as its clock allows; `waits` are the times from one try to the next. */
function call({ answers = [] as (string | Error)[], tries = 6, seconds = 180, random = () => 1, signal = NEVER }) {
  const clock = handClock();
  const model = scriptedModel(...answers);
  const told: string[] = [];
  const onFailure = (error: ProviderError) => void told.push(error.kind);
  const patient = retrying(model, { tries, seconds }, clock, random);
  const done = patient.complete(QUESTION, { signal, onFailure }).then(
    ({ text }) => text,
    (error: unknown) => error,
  );
  return { clock, model, told, done };
}

/** Lets time pass, second by second, until a call has ended. */
async function ended({ clock, done }: ReturnType<typeof call>) {
  let over = false;
  void done.then(() => {
    over = true;
  });
  for (await atRest(); !over; await atRest()) clock.pass(1000);
  return done;
}

describe("a failed call", () => {
  it.each(["rate-limit", "server", "network", "timeout", "cut-stream", "invalid-output", "empty"])(
    "is made again where its class may pass: %s",
    async (kind) => {
      const one = call({ answers: [failing(kind), failing(kind), "Good evening."] });
      expect(await ended(one)).toBe("Good evening.");
      expect(one.told).toEqual([kind, kind]);
    },
  );

  it.each(["auth", "context-overflow", "refused", "unknown", "content-filter"])(
    "is not made again where its class does not pass: %s",
    async (kind) => {
      const one = call({ answers: [failing(kind), "Good evening."] });
      expect(await one.done).toMatchObject({ kind });
      expect(one.model.asked).toHaveLength(1);
      expect(one.told).toEqual([kind]);
    },
  );

  it.each([new TypeError("a bug"), new BudgetSpent("no money")])("is not made again where it is %s", async (error) => {
    const one = call({ answers: [error, "Good evening."] });
    expect(await one.done).toBe(error);
    expect(one.told).toEqual([]);
  });

  it("is made so often and no more, and ends with its last failure", async () => {
    const one = call({ answers: [failing("server"), failing("network"), failing("timeout"), "late"], tries: 3 });
    expect(await ended(one)).toMatchObject({ kind: "timeout" });
    expect(one.told).toEqual(["server", "network", "timeout"]);
  });
});

describe("the wait", () => {
  it("is what the provider asks for", async () => {
    const one = call({ answers: [failing("rate-limit", 7), "Good evening."], random: () => 0 });
    await atRest();
    one.clock.pass(6999);
    await atRest();
    expect(one.model.asked).toHaveLength(1);
    one.clock.pass(1);
    expect(await one.done).toBe("Good evening.");
  });

  it("is not begun where it would end after the patience does", async () => {
    const one = call({ answers: [failing("rate-limit", 200), "late"], seconds: 180 });
    expect(await one.done).toMatchObject({ kind: "rate-limit" });
    expect(one.model.asked).toHaveLength(1);
  });

  it("does not begin after the patience, however many tries are left", async () => {
    const one = call({ answers: often(500, () => failing("server")), tries: 500, seconds: 60 });
    await ended(one);
    expect(one.clock.now()).toBeLessThanOrEqual(60_000);
    expect(one.model.asked.length).toBeLessThan(20);
  });

  it("is drawn below a doubling bound that has an end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }), (draws) =>
        bounded(draws),
      ),
      { numRuns: 30 },
    );
  });

  async function bounded(draws: readonly number[]) {
    const set: number[] = [];
    const clock = handClock();
    const after: typeof clock.after = (wait, work) => {
      set.push(wait);
      return clock.after(wait, work);
    };
    const noting = { ...clock, after };
    let drawn = 0;
    const model = scriptedModel(...often(10, () => failing("server")));
    const patient = retrying(model, { tries: 10, seconds: 3600 }, noting, () => draws[drawn++] as number);
    const done = patient.complete(QUESTION, { signal: NEVER }).catch(() => {});
    for (let step = 0; step < 10; step++) {
      await atRest();
      clock.pass(20_000);
    }
    await done;
    const bounds = draws.map((_, at) => Math.min(20_000, 500 * 2 ** at));
    expect(set).toEqual(draws.map((draw, at) => draw * (bounds[at] as number)));
  }

  it("counts from the first request that goes out, not from when the call joined a queue", async () => {
    const clock = handClock();
    const scripted = scriptedModel(failing("server"), "Good evening.");
    const queued = {
      ...scripted,
      async complete(...[question, hooks]: Parameters<typeof scripted.complete>) {
        if (scripted.asked.length === 0) clock.pass(500_000);
        await hooks.onStart?.();
        return scripted.complete(question, hooks);
      },
    };
    const done = retrying(queued, { tries: 2, seconds: 180 }, clock, () => 0).complete(QUESTION, { signal: NEVER });
    await atRest();
    clock.pass(0);
    expect(await done).toMatchObject({ text: "Good evening." });
  });
});

describe("an abort", () => {
  it("during the wait ends the call at once with its reason, and asks no more", async () => {
    const abort = new AbortController();
    const one = call({ answers: [failing("server"), "late"], signal: abort.signal });
    await atRest();
    const reason = new Error("stopped by hand");
    abort.abort(reason);
    expect(await one.done).toBe(reason);
    one.clock.pass(60_000);
    await atRest();
    expect(one.model.asked).toHaveLength(1);
  });
});
