import type { Clock } from "../core/clock.js";
import { UsageError } from "../core/errors.js";
import { type Budget, purse } from "../models/budget.js";
import { discreet } from "../models/discreet.js";
import { limiter } from "../models/limits.js";
import { entryFor, LIST_PRICES } from "../models/prices.js";
import { openModel } from "../models/registry.js";
import { stacked } from "../models/stack.js";
import type { Config, Price } from "../schema/config.js";
import type { AssistantName } from "../schema/event.js";
import type { Settings } from "../schema/settings.js";
import type { Suite } from "../schema/suite.js";
import type { Usage } from "../schema/usage.js";
import type { Models } from "./online.js";
import { userModelOf } from "./online.js";

/** What the models of a run are opened with. */
export interface Opening {
  suite: Suite;
  arms: readonly AssistantName[];
  config: Config;
  budget: Budget;
  /** Trials at a time: more calls than that never wait. */
  concurrency: number;
  /** What the run used before it is taken up again. */
  spent: Usage;
  clock: Clock;
}

/** Tokens of an answer where a budget has to know the most one can cost, and nobody set it. */
const LONGEST = 2048;

/** Opens every model of a run, each once for each part it plays. Throws UsageError where one cannot be had or priced. */
export async function openModels(opening: Opening): Promise<Models> {
  refuseUnknownCost(opening);
  const shared = purse(opening.budget, opening.clock, {
    usd: opening.spent.usd ?? 0,
    tokens: opening.spent.input + opening.spent.output,
  });
  const turns = new Map<string, ReturnType<typeof limiter>>();
  const stacks = new Map<string, ReturnType<typeof stacked>>();
  for (const { name, caller, settings } of partsOf(opening)) {
    const { clock, config } = opening;
    const price = pricedBy(opening, name);
    const longest = settings.max_tokens ?? (isBounded(opening.budget) ? LONGEST : undefined);
    const opened = await openModel(
      name,
      { ...settings, ...(longest === undefined ? {} : { max_tokens: longest }) },
      { environment: process.env, headers: config.headers, timeout: config.timeout },
    );
    // What a budget bounds is no part of the question: a run goes on under another one with the replies it has.
    const model = discreet(
      { ...opened, settings: { ...opened.settings, ...settings, max_tokens: settings.max_tokens } },
      secretsOf(config),
    );
    const line = turns.get(name) ?? limiter(limitsOf(opening, name), clock);
    turns.set(name, line);
    const terms = { turns: line, patience: config.retry, price, longest: longest ?? LONGEST };
    stacks.set(`${caller} ${name}`, stacked(model, terms, { clock, random: Math.random, purse: shared }));
  }
  return (name, caller, book) => {
    const stack = stacks.get(`${caller} ${name}`);
    if (!stack) throw new Error(`the model ${name} was not opened for the ${caller}`);
    return stack(caller, book);
  };
}

/** What nobody may read: keys of the environment, and all headers of the config. */
function secretsOf({ headers }: Config): string[] {
  const keys = Object.entries(process.env).flatMap(([name, value]) => (/_API_KEY$/.test(name) && value ? [value] : []));
  return [...keys, ...Object.values(headers).flatMap((named) => Object.values(named))];
}

function refuseUnknownCost({ budget, spent }: Opening): void {
  if (budget.usd !== null && spent.usd === null)
    throw new UsageError(
      "what the run has cost so far is not known, so --max-usd cannot be kept",
      "bound it with --max-tokens or --max-minutes",
    );
}

interface Part {
  name: string;
  caller: "user" | "assistant";
  settings: Settings;
}

function partsOf({ suite, arms }: Opening): Part[] {
  const called = arms.filter(({ technique, model }) => technique !== "http" && model !== "offline");
  const names = [...new Set(called.map(({ model }) => model))];
  const assistants = names.map((name): Part => {
    return { name, caller: "assistant", settings: suite.settings?.assistant ?? {} };
  });
  if (suite.user === "agenda") return assistants;
  return [...assistants, { name: userModelOf(suite), caller: "user", settings: suite.settings?.user ?? {} }];
}

const isBounded = ({ usd, tokens }: Budget) => usd !== null || tokens !== null;

function pricedBy({ config, budget }: Opening, name: string): Price | null {
  const price = entryFor(name, config.prices) ?? entryFor(name, LIST_PRICES);
  if (price === null && budget.usd !== null)
    throw new UsageError(
      `--max-usd needs the price of ${name}`,
      `add it to dramatis.config.yaml: prices: {"${name}": {input: …, output: …}}, in US dollars for a million tokens`,
    );
  return price;
}

function limitsOf({ config, concurrency }: Opening, name: string) {
  const asked = entryFor(name, config.limits);
  return {
    concurrency: asked?.concurrency ?? concurrency,
    ...(asked?.requests_per_minute ? { requestsPerMinute: asked.requests_per_minute } : {}),
    ...(asked?.tokens_per_minute ? { tokensPerMinute: asked.tokens_per_minute } : {}),
  };
}
