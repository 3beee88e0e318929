import { expect, it, vi } from "vitest";
import { openModels } from "../../src/cli/models.js";
import { systemClock } from "../../src/cli/systemClock.js";
import { noUsage } from "../../src/core/usage.js";
import type { Budget } from "../../src/models/budget.js";
import { config as configSchema } from "../../src/schema/config.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import type { Usage } from "../../src/schema/usage.js";
import { bookOf } from "../support/books.js";

const PRICED = { "openai:priced": { input: 1, output: 1 } };

async function opened({ model = "openai:priced", budget = {} as Partial<Budget>, spent = noUsage() as Usage } = {}) {
  vi.stubEnv("OPENAI_API_KEY", "a key");
  const suite = suiteSchema.parse({
    ...{ schema: "dramatis/suite@1", id: "t", assistants: [{ technique: "generic", model }] },
    settings: { assistant: { temperature: 0.5 } },
  });
  const models = await openModels({
    ...{ suite, arms: suite.assistants.map(assistantNameOf), concurrency: 1, spent, clock: systemClock },
    config: configSchema.parse({ schema: "dramatis/config@1", prices: PRICED }),
    budget: { usd: null, tokens: null, seconds: null, ...budget },
  });
  return models(model, "assistant", bookOf());
}

it("a model is the same under another budget, so that its recorded replies still are its own", async () => {
  const { settings } = await opened();
  expect(settings).toMatchObject({ temperature: 0.5 });
  expect(JSON.stringify((await opened({ budget: { tokens: 1000 } })).settings)).toBe(JSON.stringify(settings));
});

it("a budget of money needs a price, and says where it goes", async () => {
  await expect(opened({ model: "openai:unpriced", budget: { usd: 1 } })).rejects.toMatchObject({
    ...{ name: "UsageError", message: "--max-usd needs the price of openai:unpriced" },
    hint: expect.stringContaining('prices: {"openai:unpriced"'),
  });
  await opened({ budget: { usd: 1 } });
});

it("a budget of money is refused to a run that cost nobody knows what", async () => {
  const spent = { ...noUsage(), calls: 1, unreported: 1, usd: null };
  await expect(opened({ budget: { usd: 1 }, spent })).rejects.toThrow("is not known, so --max-usd cannot be kept");
  await opened({ budget: { tokens: 1 }, spent });
});
