import type { Clock } from "../core/clock.js";
import { UsageError } from "../core/errors.js";
import { type Budget, purse } from "../models/budget.js";
import { openCache } from "../models/cache.js";
import { discreet } from "../models/discreet.js";
import { turnstile } from "../models/inTurn.js";
import { type Limiter, limiter } from "../models/limits.js";
import { entryFor, LIST_PRICES } from "../models/prices.js";
import { openEmbeddings, openModel, type Sources } from "../models/registry.js";
import { replayed } from "../models/replay.js";
import { silentModel } from "../models/silent.js";
import { type Ports, stacked, type Terms } from "../models/stack.js";
import type { Caller } from "../schema/call.js";
import type { Config, Price } from "../schema/config.js";
import type { AssistantName } from "../schema/event.js";
import { EXTERNAL } from "../schema/external.js";
import type { Settings } from "../schema/settings.js";
import type { Suite } from "../schema/suite.js";
import type { Usage } from "../schema/usage.js";
import { embeddingsOf } from "./embeddingsOf.js";
import { judgePart } from "./judging/bench.js";
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

/** What models are opened with, whoever they play. */
type Means = Omit<Opening, "suite" | "arms">;

/** Opens every model of a run, each once for each part it plays. Throws UsageError where one cannot be had or priced. */
export const openModels = (opening: Opening): Promise<Models> => openParts(partsOf(opening), opening);

/** Opens models for the parts that they play. Throws UsageError where one cannot be had or priced. */
export async function openParts(parts: readonly Part[], opening: Means): Promise<Models> {
  const { clock, config } = opening;
  refuseUnknownCost(opening);
  refuseCredentials(process.env);
  const ports: Ports = {
    ...{ clock, random: Math.random },
    purse: purse(opening.budget, clock, opening.spent),
    gate: turnstile(clock),
    cache: config.cache === undefined ? null : openCache(config.cache),
  };
  const sources = sourcesOf(opening);
  const turns = new Map<string, Limiter>();
  const stacks = new Map<string, ReturnType<typeof stacked>>();
  for (const part of parts) {
    const { name, caller } = part;
    const line = turns.get(name) ?? limiter(limitsOf(opening, name), clock);
    turns.set(name, line);
    stacks.set(
      `${caller} ${name}`,
      stacked(
        discreet(await opened(part, sources), secretsOf(config)),
        { ...termsOf(part, opening), turns: line },
        ports,
      ),
    );
  }
  return (name, caller, book) => {
    const stack = stacks.get(`${caller} ${name}`);
    if (!stack) throw new Error(`the model ${name} was not opened for the ${caller}`);
    return stack(caller, book);
  };
}

/** The models of a run that is played again: they know what was recorded, and nothing else. */
export function recordedModels({ settings }: Suite): Models {
  const settingsOf = (caller: Caller) => (caller === "embeddings" ? {} : (settings?.[caller] ?? {}));
  return (name, caller, book) => replayed(silentModel(name, settingsOf(caller)), caller, book, null);
}

const opened = ({ name, caller, settings }: Part, sources: Sources) =>
  caller === "embeddings" ? openEmbeddings(name, sources) : openModel(name, settings, sources);

/** Where the models of a run come from. Under a budget an answer has an end, so that what a call may cost is known. */
function sourcesOf({ config, budget }: Means): Sources {
  const capped = budget.usd !== null || budget.tokens !== null;
  const shared = { environment: process.env, folder: process.cwd(), config, engines: new Map() };
  return capped ? { ...shared, cap: LONGEST } : shared;
}

function termsOf({ name, caller, settings }: Part, opening: Means): Omit<Terms, "turns"> {
  const { config } = opening;
  // Vectors are not written token by token, and nobody bills them so.
  const longest = caller === "embeddings" ? 0 : (settings.max_tokens ?? LONGEST);
  return { patience: config.retry, price: pricedBy(opening, name), longest };
}

/** What nobody may read: keys of the environment, and all headers of the config. */
function secretsOf({ headers }: Config): string[] {
  const keys = Object.entries(process.env).flatMap(([name, value]) => (/_API_KEY$/.test(name) && value ? [value] : []));
  return [...keys, ...Object.values(headers).flatMap((named) => Object.values(named))];
}

/** Requests to such an address fail, and their errors repeat it: into every file of the run. */
function refuseCredentials(environment: NodeJS.ProcessEnv): void {
  for (const [name, address = ""] of Object.entries(environment)) {
    if (!name.endsWith("_BASE_URL") || !URL.canParse(address)) continue;
    const { username, password, search } = new URL(address);
    if (username + password + search !== "")
      throw new UsageError(
        `${name} has a user name, a password or a query in it`,
        "leave them out of the address; put what the server wants into `headers` of dramatis.config.yaml",
        3,
      );
  }
}

function refuseUnknownCost({ budget, spent }: Means): void {
  if (budget.usd !== null && spent.usd === null)
    throw new UsageError(
      "what the run has cost so far is not known, so --max-usd cannot be kept",
      "bound it with --max-tokens or --max-minutes",
    );
}

export interface Part {
  name: string;
  caller: Caller;
  settings: Settings;
}

function partsOf({ suite, arms }: Opening): Part[] {
  const called = arms.filter(({ technique, model }) => !EXTERNAL.includes(technique) && model !== "offline");
  const names = [...new Set(called.map(({ model }) => model))];
  const assistants = names.map((name): Part => {
    return { name, caller: "assistant", settings: suite.settings?.assistant ?? {} };
  });
  const vectors = embeddingsOf(suite, arms);
  const embeddings: Part[] = vectors === null ? [] : [{ name: vectors, caller: "embeddings", settings: {} }];
  const judge = judgePart(suite);
  if (suite.user === "agenda") return [...assistants, ...embeddings, ...judge];
  const user: Part = { name: userModelOf(suite), caller: "user", settings: suite.settings?.user ?? {} };
  return [...assistants, ...embeddings, ...judge, user];
}

function pricedBy({ config, budget }: Means, name: string): Price | null {
  const price = entryFor(name, config.prices) ?? entryFor(name, LIST_PRICES);
  if (price === null && budget.usd !== null)
    throw new UsageError(
      `--max-usd needs the price of ${name}`,
      `add it to dramatis.config.yaml: prices: {"${name}": {input: …, output: …}}, in US dollars for a million tokens`,
    );
  return price;
}

function limitsOf({ config, concurrency }: Means, name: string) {
  const asked = entryFor(name, config.limits);
  return {
    concurrency: asked?.concurrency ?? concurrency,
    ...(asked?.requests_per_minute ? { requestsPerMinute: asked.requests_per_minute } : {}),
    ...(asked?.tokens_per_minute ? { tokensPerMinute: asked.tokens_per_minute } : {}),
  };
}
