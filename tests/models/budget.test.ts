import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BudgetSpent, ProviderError } from "../../src/core/errors.js";
import { noUsage, oneCall } from "../../src/core/usage.js";
import { type Budget, budgeted, purse } from "../../src/models/budget.js";
import { tokensIn, tokensOf } from "../../src/models/tokens.js";
import { handClock } from "../support/clock.js";
import { scriptedModel } from "../support/models.js";

const NONE: Budget = { usd: null, tokens: null, seconds: null };
const NOTHING = noUsage();
const PRICE = { input: 10, output: 20 };
const NEVER = new AbortController().signal;
const over = (budget: Partial<Budget>, spent = NOTHING) => {
  const shared = purse({ ...NONE, ...budget }, handClock(), spent);
  return {
    used: shared.used,
    ask: (input: number, output: number, price: typeof PRICE | null = null, signal = NEVER) =>
      shared.reserve({ input, output }, price, signal),
  };
};
const tokens = (count: number) => ({ tokens: count, usd: 0 });
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Whether a promise has come to an end by now. */
async function stateOf(promise: Promise<unknown>): Promise<"waits" | "came" | "refused"> {
  let state: "waits" | "came" | "refused" = "waits";
  promise.then(
    () => {
      state = "came";
    },
    () => {
      state = "refused";
    },
  );
  await soon();
  return state;
}

describe("a budget of tokens", () => {
  it("lets a call wait that fits only if those in flight use less than they may", async () => {
    const shared = over({ tokens: 100 });
    const settle = await shared.ask(10, 50);
    const next = shared.ask(10, 50);
    expect(await stateOf(next)).toBe("waits");
    settle(tokens(15));
    expect(await stateOf(next)).toBe("came");
    expect(shared.used()).toMatchObject({ tokens: 15, estimated: 0 });
  });

  it("refuses the one that waited where they used too much", async () => {
    const shared = over({ tokens: 100 });
    const settle = await shared.ask(10, 50);
    const next = shared.ask(10, 50);
    settle(tokens(60));
    await expect(next).rejects.toThrow("of 100 tokens 60 are used, the next call may take 60");
  });

  it("refuses at once what would not fit whatever they use", async () => {
    const shared = over({ tokens: 100 });
    (await shared.ask(10, 50))(tokens(60));
    await shared.ask(1, 1);
    await expect(shared.ask(30, 30)).rejects.toThrow(BudgetSpent);
  });

  it("lets nobody overtake who asked later, however little", async () => {
    const shared = over({ tokens: 100 });
    const settle = await shared.ask(10, 50);
    const large = shared.ask(10, 60);
    const small = shared.ask(1, 1);
    expect([await stateOf(large), await stateOf(small)]).toEqual(["waits", "waits"]);
    settle(null);
    expect([await stateOf(large), await stateOf(small)]).toEqual(["came", "came"]);
  });

  it("ends the wait of a call that is called off, and lets those behind it go on", async () => {
    const shared = over({ tokens: 100 });
    await shared.ask(10, 50);
    const abort = new AbortController();
    const large = shared.ask(10, 60, null, abort.signal);
    const small = shared.ask(1, 1);
    abort.abort(new Error("called off"));
    await expect(large).rejects.toThrow("called off");
    expect(await stateOf(small)).toBe("came");
  });

  it("may be used to its last token, and no further", async () => {
    const shared = over({ tokens: 60 });
    (await shared.ask(10, 50))(tokens(60));
    await expect(shared.ask(1, 0)).rejects.toThrow("of 60 tokens 60 are used");
  });

  it("goes on from what the run used before, what was only estimated among it", async () => {
    const before = { ...noUsage(), input: 40, output: 25, estimated: 30 };
    await expect(over({ tokens: 100 }, before).ask(3, 3)).rejects.toThrow(BudgetSpent);
    expect(await stateOf(over({ tokens: 100 }, before).ask(3, 2))).toBe("came");
  });

  const call = fc.record({ input: fc.nat(50), output: fc.nat(50), share: fc.double({ min: 0, max: 1, noNaN: true }) });

  it("is never passed, and nobody waits for ever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.array(call, { maxLength: 40 }), async (bound, calls) => {
        const shared = over({ tokens: bound });
        let really = 0;
        const out: (() => void)[] = [];
        const ends = calls.map(({ input, output, share }) =>
          shared.ask(input, output).then(
            (settle) =>
              void out.push(() => {
                const used = share < 0.1 ? null : tokens(Math.floor((input + output) * share));
                really += used?.tokens ?? 0;
                settle(used);
              }),
            (error) => expect(error).toBeInstanceOf(BudgetSpent),
          ),
        );
        for (let round = 0; round <= calls.length; round++) {
          await soon();
          out.pop()?.();
          expect(really).toBeLessThanOrEqual(bound);
        }
        while (out.length > 0) out.pop()?.();
        await Promise.all(ends);
        expect(shared.used().tokens).toBe(really);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a budget of money", () => {
  it("counts by the price of what may be read and written", async () => {
    const shared = over({ usd: 0.001 });
    const settle = await shared.ask(20, 20, PRICE);
    const next = shared.ask(20, 21, PRICE);
    expect(await stateOf(next)).toBe("waits");
    settle({ tokens: 21, usd: 0.0005 });
    await expect(next).rejects.toThrow(/USD .* are used/);
    expect(shared.used().usd).toBeCloseTo(0.0005, 10);
  });
});

describe("a budget of time", () => {
  it("ends with the clock, not before", async () => {
    const clock = handClock();
    const shared = purse({ ...NONE, seconds: 60 }, clock, NOTHING);
    clock.pass(59_999);
    await shared.reserve({ input: 1, output: 1 }, null, NEVER);
    clock.pass(1);
    await expect(shared.reserve({ input: 1, output: 1 }, null, NEVER)).rejects.toThrow("60 s are over");
  });
});

it("where nothing is bounded, nothing is refused", async () => {
  const shared = over({});
  for (let call = 0; call < 100; call++) expect(await stateOf(shared.ask(1e6, 1e6, PRICE))).toBe("came");
});

describe("a model under a budget", () => {
  const QUESTION = { messages: [{ role: "user" as const, content: "a table, please" }], tools: [] };
  const ASKED = tokensOf(QUESTION);
  const failing = async (error: Error) => {
    const shared = purse({ ...NONE, tokens: 1000 }, handClock(), NOTHING);
    const model = budgeted(scriptedModel(error), shared, PRICE, 50);
    const thrown = await model.complete(QUESTION, { signal: NEVER }).catch((one: unknown) => one);
    return { used: shared.used(), spent: (thrown as ProviderError).spent };
  };

  it("does not get a call that may pass it", async () => {
    const inner = scriptedModel("Good evening.", "late");
    const model = budgeted(inner, purse({ ...NONE, tokens: ASKED + 50 }, handClock(), NOTHING), null, 50);
    await model.complete(QUESTION, { signal: NEVER });
    await expect(model.complete(QUESTION, { signal: NEVER })).rejects.toThrow(BudgetSpent);
    expect(inner.asked).toHaveLength(1);
  });

  it("takes what a call may use for what it used where the provider does not tell, and says so", async () => {
    const shared = purse({ ...NONE, tokens: 1000 }, handClock(), NOTHING);
    const model = budgeted(scriptedModel({ text: "Good evening.", usage: oneCall(null) }), shared, PRICE, 50);
    await model.complete(QUESTION, { signal: NEVER });
    expect(shared.used()).toMatchObject({ tokens: ASKED + 50, estimated: 1 });
  });

  it.each(["rate-limit", "server", "auth", "context-overflow", "refused"])("pays nothing for %s", async (kind) => {
    expect(await failing(new ProviderError(kind, "no", "a page"))).toEqual({
      used: { tokens: 0, usd: 0, estimated: 0 },
      spent: null,
    });
  });

  it("pays nothing for a server that was not there", async () => {
    expect((await failing(new ProviderError("network", "nobody listens"))).used.tokens).toBe(0);
  });

  it.each(["cut-stream", "invalid-output", "network", "refusal"])("pays for what came before %s", async (kind) => {
    const { used, spent } = await failing(new ProviderError(kind, "no", "Good even"));
    const lost = ASKED + tokensIn("Good even");
    expect(used).toMatchObject({ tokens: lost, estimated: 1 });
    expect(spent).toEqual({ tokens: lost, usd: (ASKED * 10 + tokensIn("Good even") * 20) / 1e6 });
  });

  it("pays for the whole answer where it did not come in time, or was called off", async () => {
    expect((await failing(new ProviderError("timeout", "late"))).used.tokens).toBe(ASKED + 50);
    expect((await failing(new Error("called off"))).used.tokens).toBe(ASKED + 50);
  });
});
