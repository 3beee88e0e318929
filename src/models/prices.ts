import type { Price } from "../schema/config.js";
import type { Usage } from "../schema/usage.js";

/** By `provider:name`; a name that ends in `*` stands for all that begin so. */
export type Prices = Readonly<Record<string, Price>>;

/**
 * List prices as their providers gave them in September 2025, and what runs at home. Prices change: those of
 * `dramatis.config.yaml` come first.
 */
export const LIST_PRICES: Prices = {
  "local:*": { input: 0, output: 0 },
  "ollama:*": { input: 0, output: 0 },
  "openai:gpt-4o": { input: 2.5, output: 10, cached: 1.25 },
  "openai:gpt-4o-mini": { input: 0.15, output: 0.6, cached: 0.075 },
  "openai:gpt-4.1": { input: 2, output: 8, cached: 0.5 },
  "openai:gpt-4.1-mini": { input: 0.4, output: 1.6, cached: 0.1 },
  "openai:gpt-4.1-nano": { input: 0.1, output: 0.4, cached: 0.025 },
  "openai:gpt-5": { input: 1.25, output: 10, cached: 0.125 },
  "openai:gpt-5-mini": { input: 0.25, output: 2, cached: 0.025 },
  "openai:gpt-5-nano": { input: 0.05, output: 0.4, cached: 0.005 },
  "openai:text-embedding-3-small": { input: 0.02, output: 0 },
  "openai:text-embedding-3-large": { input: 0.13, output: 0 },
  "anthropic:claude-sonnet-4*": { input: 3, output: 15, cached: 0.3 },
  "anthropic:claude-3-5-haiku*": { input: 0.8, output: 4, cached: 0.08 },
  "google:gemini-2.5-pro": { input: 1.25, output: 10, cached: 0.31 },
  "google:gemini-2.5-flash": { input: 0.3, output: 2.5, cached: 0.075 },
};

/** What a table says of a model: under its own name, else under the longest beginning; null where it says nothing. */
export function entryFor<T>(name: string, table: Readonly<Record<string, T>>): T | null {
  if (Object.hasOwn(table, name)) return table[name] as T;
  const beginnings = Object.keys(table).filter((key) => key.endsWith("*") && name.startsWith(key.slice(0, -1)));
  const [longest] = beginnings.sort((one, other) => other.length - one.length);
  return longest === undefined ? null : (table[longest] as T);
}

const MILLION = 1_000_000;

/** What tokens cost in US dollars; null where the price or the tokens are unknown. */
export function costOf({ input, output, cached, unreported }: Usage, one: Price | null): number | null {
  if (one === null || unreported > 0) return one?.input === 0 && one.output === 0 ? 0 : null;
  const read = (input - cached) * one.input + cached * (one.cached ?? one.input);
  return (read + output * one.output) / MILLION;
}
