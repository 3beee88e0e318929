import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, noUsage, oneCall } from "../../src/core/usage.js";
import { metered } from "../../src/models/meter.js";
import { costOf, entryFor, LIST_PRICES } from "../../src/models/prices.js";
import { scriptedModel } from "../support/models.js";

const PRICE = { input: 2, output: 8, cached: 0.5 };
const NEVER = new AbortController().signal;

describe("what a call costs", () => {
  it.each<[string, Parameters<typeof costOf>, number | null]>([
    ["by its tokens", [oneCall({ input: 1e6, output: 1e6 }), PRICE], 10],
    ["less for what the prompt cache had", [oneCall({ input: 1e6, output: 0, cached: 5e5 }), PRICE], 1.25],
    [
      "as much for it where the price says nothing of a cache",
      [oneCall({ input: 1e6, cached: 1e6 }), { input: 2, output: 8 }],
      2,
    ],
    ["nothing known without a price", [oneCall({ input: 1, output: 1 }), null], null],
    ["nothing known where tokens were not told", [oneCall(null), PRICE], null],
    ["nothing where it runs at home, told or not", [oneCall(null), { input: 0, output: 0 }], 0],
  ])("%s", (_, given, cost) => {
    const found = costOf(...given);
    if (cost === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(cost, 12);
  });

  it("stands in the answer", async () => {
    const asked = { messages: [], tools: [] };
    const answer = await metered(scriptedModel("Good evening."), PRICE).complete(asked, { signal: NEVER });
    expect(answer).toMatchObject({ text: "Good evening.", usage: { input: 7, output: 3 } });
    expect(answer.usage.usd).toBeCloseTo((7 * 2 + 3 * 8) / 1e6, 15);
    const unknown = await metered(scriptedModel("Good evening."), null).complete(asked, { signal: NEVER });
    expect(unknown.usage.usd).toBeNull();
  });
});

describe("a table of models", () => {
  it.each<[string, number | null]>([
    ["openai:gpt-4o", 1],
    ["openai:gpt-4o-mini", 2],
    ["openai:gpt-5", 3],
    ["google:gemini", null],
    ["constructor", null],
  ])("says of %s what stands under its own name, else under the longest beginning", (name, found) => {
    expect(entryFor(name, { "openai:*": 3, "openai:gpt-4o": 1, "openai:gpt-4o-*": 2 })).toBe(found);
  });

  it("has a price that makes sense for each model it lists", () => {
    for (const [name, { input, output, cached = input }] of Object.entries(LIST_PRICES)) {
      expect(cached, name).toBeLessThanOrEqual(input);
      // Vectors are not written as tokens.
      if (name.includes("embedding")) expect(output, name).toBe(0);
      else expect(input, name).toBeLessThanOrEqual(output);
    }
  });
});

describe("a sum of usage", () => {
  const used = fc.record({
    ...{ calls: fc.nat(9), input: fc.nat(999), output: fc.nat(999), cached: fc.nat(9), reasoning: fc.nat(9) },
    ...{ unreported: fc.nat(2), estimated: fc.nat(99), usd: fc.option(fc.nat(99)) },
  });

  it("does not depend on the order, and one unknown cost makes it unknown", () => {
    fc.assert(
      fc.property(fc.array(used, { maxLength: 9 }), (parts) => {
        const [sum, backwards] = [noUsage(), noUsage()];
        for (const part of parts) add(sum, part);
        for (const part of [...parts].reverse()) add(backwards, part);
        expect(sum).toEqual(backwards);
        expect(sum.usd === null).toBe(parts.some(({ usd }) => usd === null));
        expect(sum.calls).toBe(parts.reduce((count, { calls }) => count + calls, 0));
      }),
    );
  });
});
