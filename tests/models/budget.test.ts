import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BudgetSpent, ProviderError } from "../../src/core/errors.js";
import { noUsage, oneCall } from "../../src/core/usage.js";
import { type Budget, budgeted, purse } from "../../src/models/budget.js";
import { tokensOf } from "../../src/models/tokens.js";
import { handClock } from "../support/clock.js";
import { scriptedModel } from "../support/models.js";

const NONE: Budget = { usd: null, tokens: null, seconds: null };
const NOTHING = noUsage();
const PRICE = { input: 10, output: 20 };
const NEVER = new AbortController().signal;
const over = (budget: Partial<Budget>, spent = NOTHING) => purse({ ...NONE, ...budget }, handClock(), spent);

describe("a budget of tokens", () => {
  it("counts calls in flight with all they may use, and then with what they used", () => {
    const shared = over({ tokens: 100 });
    const settle = shared.reserve({ input: 10, output: 50 }, null);
    expect(() => shared.reserve({ input: 10, output: 50 }, null)).toThrow(BudgetSpent);
    settle(oneCall({ input: 10, output: 5 }));
    shared.reserve({ input: 10, output: 50 }, null);
    expect(shared.used()).toMatchObject({ tokens: 15, estimated: 0 });
  });

  it("may be used to its last token, and no further", () => {
    const shared = over({ tokens: 60 });
    shared.reserve({ input: 10, output: 50 }, null)(oneCall({ input: 10, output: 50 }));
    expect(() => shared.reserve({ input: 1, output: 0 }, null)).toThrow("of 60 tokens 60 are used");
  });

  it("goes on from what the run used before", () => {
    expect(() =>
      over({ tokens: 100 }, { ...noUsage(), input: 60, output: 35 }).reserve({ input: 3, output: 3 }, null),
    ).toThrow(BudgetSpent);
  });

  it("takes what a call may use for what it used where the provider does not tell, and says so", () => {
    const shared = over({ tokens: 100 });
    shared.reserve({ input: 10, output: 50 }, null)(oneCall(null));
    expect(shared.used()).toEqual({ usd: 0, tokens: 60, estimated: 1 });
    expect(() => shared.reserve({ input: 10, output: 50 }, null)).toThrow(BudgetSpent);
  });

  it("gets back what a call set aside that failed", () => {
    const shared = over({ tokens: 60 });
    shared.reserve({ input: 10, output: 50 }, null)(null);
    shared.reserve({ input: 10, output: 50 }, null);
    expect(shared.used()).toMatchObject({ tokens: 0 });
  });

  const most = fc.record({ input: fc.nat(50), output: fc.nat(50) });
  const step = fc.oneof(
    fc.record({ begins: most }),
    fc.record({ ends: fc.nat(9), share: fc.double({ min: 0, max: 1, noNaN: true }), tells: fc.boolean() }),
    fc.record({ fails: fc.nat(9) }),
  );

  it("is never passed, whatever calls do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.array(step, { maxLength: 60 }), (tokens, steps) => {
        const shared = over({ tokens });
        const out: { most: { input: number; output: number }; settle: ReturnType<typeof shared.reserve> }[] = [];
        let really = 0;
        for (const one of steps) {
          if ("begins" in one) {
            try {
              out.push({ most: one.begins, settle: shared.reserve(one.begins, null) });
            } catch (error) {
              expect(error).toBeInstanceOf(BudgetSpent);
            }
          } else {
            const place = "fails" in one ? one.fails : one.ends;
            const [call] = out.splice(place % Math.max(1, out.length), 1);
            if (!call) continue;
            if ("fails" in one) call.settle(null);
            else {
              const used = {
                input: Math.floor(call.most.input * one.share),
                output: Math.floor(call.most.output * one.share),
              };
              really += used.input + used.output;
              call.settle(oneCall(one.tells ? used : null));
            }
          }
          const aside = out.reduce((sum, call) => sum + call.most.input + call.most.output, 0);
          expect(shared.used().tokens + aside).toBeLessThanOrEqual(tokens);
          expect(really).toBeLessThanOrEqual(tokens);
        }
      }),
    );
  });
});

describe("a budget of money", () => {
  it("counts by the price of what may be read and written", () => {
    const shared = over({ usd: 0.001 });
    const settle = shared.reserve({ input: 20, output: 20 }, PRICE);
    expect(() => shared.reserve({ input: 20, output: 21 }, PRICE)).toThrow(/USD .* are used/);
    settle({ ...oneCall({ input: 20, output: 1 }), usd: 0.00022 });
    expect(shared.used().usd).toBeCloseTo(0.00022, 10);
    shared.reserve({ input: 20, output: 28 }, PRICE);
  });

  it("estimates what a call cost whose tokens are not told", () => {
    const shared = over({ usd: 1 });
    shared.reserve({ input: 20, output: 20 }, PRICE)(oneCall(null));
    expect(shared.used()).toMatchObject({ usd: 0.0006, estimated: 1 });
  });
});

describe("a budget of time", () => {
  it("ends with the clock, not before", () => {
    const clock = handClock();
    const shared = purse({ ...NONE, seconds: 60 }, clock, NOTHING);
    clock.pass(59_999);
    shared.reserve({ input: 1, output: 1 }, null);
    clock.pass(1);
    expect(() => shared.reserve({ input: 1, output: 1 }, null)).toThrow("60 s are over");
  });
});

it("where nothing is bounded, nothing is refused", () => {
  const shared = over({});
  for (let call = 0; call < 100; call++) shared.reserve({ input: 1e6, output: 1e6 }, PRICE);
});

describe("a model under a budget", () => {
  const QUESTION = { messages: [{ role: "user" as const, content: "a table, please" }], tools: [] };

  it("does not get a call that may pass it", async () => {
    const inner = scriptedModel("Good evening.", "late");
    const shared = over({ tokens: tokensOf(QUESTION) + 50 });
    const model = budgeted(inner, shared, null, 50);
    await model.complete(QUESTION, { signal: NEVER });
    await expect(model.complete(QUESTION, { signal: NEVER })).rejects.toThrow(BudgetSpent);
    expect(inner.asked).toHaveLength(1);
  });

  it("gives back what it set aside for a call that failed", async () => {
    const inner = scriptedModel(new ProviderError("server", "no"), "Good evening.");
    const model = budgeted(inner, over({ tokens: tokensOf(QUESTION) + 50 }), null, 50);
    await expect(model.complete(QUESTION, { signal: NEVER })).rejects.toThrow("no");
    expect(await model.complete(QUESTION, { signal: NEVER })).toMatchObject({ text: "Good evening." });
  });
});
