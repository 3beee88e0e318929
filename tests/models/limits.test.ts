import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProviderError } from "../../src/core/errors.js";
import { type Limits, limited, limiter } from "../../src/models/limits.js";
import { atRest, handClock } from "../support/clock.js";
import { scriptedModel } from "../support/models.js";

const NEVER = new AbortController().signal;

/** Calls that enter and leave by hand. */
function gate(limits: Limits) {
  const clock = handClock();
  const line = limiter(limits, clock);
  const inside: { name: number; leave(refused: boolean): void }[] = [];
  let names = 0;
  return {
    clock,
    inside,
    async join(count: number, { tokens = 1, signal = NEVER } = {}) {
      for (let one = 0; one < count; one++) {
        const name = names++;
        line.enter(tokens, signal).then(
          (leave) => inside.push({ name, leave }),
          () => {},
        );
      }
      await atRest();
    },
    async leave(count: number, refused = false) {
      for (const one of inside.splice(0, count)) one.leave(refused);
      await atRest();
    },
    async pass(milliseconds: number) {
      clock.pass(milliseconds);
      await atRest();
    },
    names: () => inside.map(({ name }) => name),
  };
}

describe("calls at once", () => {
  it("are no more than allowed, and the first come goes first", async () => {
    const calls = gate({ concurrency: 2 });
    await calls.join(5);
    expect(calls.names()).toEqual([0, 1]);
    await calls.leave(1);
    expect(calls.names()).toEqual([1, 2]);
  });

  it("are halved by a refusal once, whoever else was out by then is refused too", async () => {
    const calls = gate({ concurrency: 8 });
    await calls.join(40);
    await calls.leave(8, true);
    expect(calls.inside).toHaveLength(4);
  });

  it("are halved again by a refusal of a call that began after, and never below one", async () => {
    const calls = gate({ concurrency: 8 });
    await calls.join(100);
    const widths: number[] = [];
    for (let round = 0; round < 6; round++) {
      await calls.leave(calls.inside.length, true);
      widths.push(calls.inside.length);
    }
    expect(widths).toEqual([4, 2, 1, 1, 1, 1]);
  });

  it("grow back by one a success to what is allowed, and not above", async () => {
    const calls = gate({ concurrency: 8 });
    await calls.join(200);
    await calls.leave(8, true);
    const widths: number[] = [];
    for (let success = 0; success < 20; success++) {
      await calls.leave(1);
      widths.push(calls.inside.length);
    }
    expect(widths.slice(0, 4)).toEqual([5, 6, 7, 8]);
    expect(Math.max(...widths)).toBe(8);
  });

  it("grow slowly near where they were refused last", async () => {
    const calls = gate({ concurrency: 64 });
    await calls.join(2000);
    await calls.leave(64, true);
    await calls.leave(32, true);
    expect(calls.inside).toHaveLength(16);
    for (let success = 0; success < 15; success++) await calls.leave(1);
    expect(calls.inside).toHaveLength(31);
    for (let success = 0; success < 200; success++) await calls.leave(1);
    expect(calls.inside).toHaveLength(31);
    for (let success = 0; success < 200; success++) await calls.leave(1);
    expect(calls.inside.length).toBeGreaterThan(31);
  });
});

describe("calls in a minute", () => {
  it("are no more than allowed in any minute", async () => {
    const calls = gate({ concurrency: 100, requestsPerMinute: 3 });
    await calls.join(7);
    expect(calls.inside).toHaveLength(3);
    await calls.leave(3);
    await calls.pass(59_999);
    expect(calls.inside).toHaveLength(0);
    await calls.pass(1);
    expect(calls.names()).toEqual([3, 4, 5]);
    await calls.pass(60_000);
    expect(calls.names()).toEqual([3, 4, 5, 6]);
  });

  it("have no more tokens than allowed in any minute", async () => {
    const calls = gate({ concurrency: 100, tokensPerMinute: 100 });
    await calls.join(3, { tokens: 40 });
    expect(calls.inside).toHaveLength(2);
    await calls.pass(60_000);
    expect(calls.inside).toHaveLength(3);
  });

  it("may each be larger than the minute takes: such a one goes alone", async () => {
    const calls = gate({ concurrency: 100, tokensPerMinute: 100 });
    await calls.join(1, { tokens: 10 });
    await calls.join(1, { tokens: 5000 });
    expect(calls.names()).toEqual([0]);
    await calls.pass(60_000);
    expect(calls.names()).toEqual([0, 1]);
  });

  it("starve nobody: small ones behind a large one wait for it", async () => {
    const calls = gate({ concurrency: 100, tokensPerMinute: 100 });
    await calls.join(1, { tokens: 60 });
    await calls.join(1, { tokens: 90 });
    await calls.join(5, { tokens: 1 });
    expect(calls.names()).toEqual([0]);
    await calls.pass(60_000);
    expect(calls.names()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe("an abort", () => {
  it("of a call that waits lets those behind it in at once, where they fit", async () => {
    const calls = gate({ concurrency: 100, tokensPerMinute: 100 });
    const abort = new AbortController();
    await calls.join(1, { tokens: 60 });
    await calls.join(1, { tokens: 90, signal: abort.signal });
    await calls.join(1, { tokens: 1 });
    abort.abort();
    await atRest();
    expect(calls.names()).toEqual([0, 2]);
  });

  it("of all that wait leaves no alarm set", async () => {
    const clock = handClock();
    const alarms = new Set<object>();
    const after = (wait: number, work: () => void) => {
      const alarm = {};
      alarms.add(alarm);
      const off = clock.after(wait, work);
      return () => {
        alarms.delete(alarm);
        off();
      };
    };
    const line = limiter({ concurrency: 9, requestsPerMinute: 1 }, { ...clock, after });
    const abort = new AbortController();
    await line.enter(1, abort.signal);
    const waiting = line.enter(1, abort.signal);
    expect(alarms.size).toBe(1);
    abort.abort(new Error("stopped by hand"));
    await expect(waiting).rejects.toThrow("stopped by hand");
    expect(alarms.size).toBe(0);
  });

  it("before it joins never lets it in", async () => {
    const line = limiter({ concurrency: 1 }, handClock());
    await expect(line.enter(1, AbortSignal.abort(new Error("no")))).rejects.toThrow("no");
    await line.enter(1, NEVER);
  });
});

const SECOND = 1000;

type Step = { join: number } | { leave: number; refused: boolean } | { pass: number } | { abort: true };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ join: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ leave: fc.integer({ min: 1, max: 4 }), refused: fc.boolean() }),
  fc.record({ pass: fc.integer({ min: 0, max: 70_000 }) }),
  fc.constant({ abort: true as const }),
);

describe("whatever happens", () => {
  it("no more are out than allowed, no minute has more, and everyone who waits gets in", async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), everyoneGetsIn), { numRuns: 60 });
  });

  async function everyoneGetsIn(steps: readonly Step[]) {
    const calls = gate({ concurrency: 3, requestsPerMinute: 5 });
    const began: number[] = [];
    let joined = 0;
    let gone = 0;
    let abort = new AbortController();
    const note = () => {
      while (began.length < gone + calls.inside.length) began.push(calls.clock.now());
    };
    const left = async (count: number, refused = false) => {
      gone += Math.min(count, calls.inside.length);
      await calls.leave(count, refused);
      note();
    };
    // In steps, for a call is seen to begin when time stands again.
    const minutes = async (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += SECOND) {
        await calls.pass(SECOND);
        note();
      }
    };
    for (const one of steps) {
      if ("join" in one) {
        await calls.join(one.join, { signal: abort.signal });
        joined += one.join;
      } else if ("leave" in one) await left(one.leave, one.refused);
      else if ("pass" in one) await minutes(one.pass);
      else {
        abort.abort();
        await atRest();
        joined = gone + calls.inside.length;
        abort = new AbortController();
      }
      note();
      expect(calls.inside.length).toBeLessThanOrEqual(3);
    }
    for (let round = 0; round < 100 && gone < joined; round++) {
      await left(3);
      await minutes(60_000);
    }
    expect(gone).toBe(joined);
    expect(began.every((at, place) => place < 5 || at - (began[place - 5] as number) >= 60_000 - SECOND)).toBe(true);
  }
});

describe("a model in a line", () => {
  it("leaves it whatever comes of the call, and is refused by a rate limit only", async () => {
    const left: boolean[] = [];
    const turns = { enter: async () => (refused: boolean) => void left.push(refused) };
    const answers = ["ok", new ProviderError("rate-limit", "no"), new ProviderError("server", "no"), new Error("bug")];
    const model = limited(scriptedModel(...answers), turns);
    for (const _ of answers) await model.complete({ messages: [], tools: [] }, { signal: NEVER }).catch(() => {});
    expect(left).toEqual([false, true, false, false]);
  });
});
