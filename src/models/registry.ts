import { basename, resolve } from "node:path";
import { UsageError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import type { Config } from "../schema/config.js";
import type { Settings } from "../schema/settings.js";
import type { Access } from "./access.js";
import { ADDRESSES } from "./addresses.js";
import type { Engine } from "./localEngine.js";
import { prompted } from "./prompted.js";
import { structured } from "./structured.js";

/** Where models come from: the environment, the folder of whoever runs them, and what the config adds. */
export interface Sources {
  environment: Readonly<Record<string, string | undefined>>;
  folder: string;
  /** `timeout` in seconds. */
  config: Pick<Config, "headers" | "timeout" | "streaming" | "local">;
  /** Tokens of an answer at most, where the settings do not say: a budget has to know. It is no setting of the run. */
  cap?: number;
  /** GGUF files that are loaded, by path: each once, for whoever speaks with it. */
  engines: Map<string, Promise<Engine>>;
}

/** A request for the list of a provider's models. */
interface Listing {
  url: string;
  headers: Record<string, string>;
}

/** A provider of models. Its code and its library are loaded when a model of it is asked for. */
export interface Provider {
  meaning: string;
  /** The library that it needs and Dramatis does not bring; null where Dramatis does. */
  library: string | null;
  /** The environment variable that has its key; null where it needs none. */
  key: string | null;
  /** Where it answers itself, and how it is asked there for its models, to see whether it can be reached; null where it runs in this process. */
  server: { address: string; listing(address: string, key: string): Listing } | null;
  /** Throws UsageError (exit code 3) where a key or a library is missing. */
  open(name: string, settings: Settings, sources: Sources): Promise<Model>;
  /** The same for a model that answers texts with vectors; null where the provider has none. */
  embeddings: ((name: string, sources: Sources) => Promise<Model>) | null;
}

/** Every provider, by the word before the colon. A new one is a file and an entry here. */
export const PROVIDERS: Readonly<Record<string, Provider>> = {
  openai: {
    meaning: "OpenAI, or any server that speaks its chat completions (OPENAI_API_KEY, OPENAI_BASE_URL)",
    library: null,
    key: "OPENAI_API_KEY",
    server: {
      address: ADDRESSES.openai,
      listing: (address, key) => ({ url: `${address}/models`, headers: { authorization: `Bearer ${key}` } }),
    },
    open: async (name, settings, sources) =>
      (await import("./openai.js")).openaiModel(name, accessOf("openai", sources), settings),
    embeddings: async (name, sources) =>
      (await import("./openaiEmbeddings.js")).openaiEmbeddings(name, accessOf("openai", sources)),
  },
  anthropic: {
    meaning: "Anthropic (ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL)",
    library: "@langchain/anthropic",
    key: "ANTHROPIC_API_KEY",
    server: {
      address: ADDRESSES.anthropic,
      listing: (address, key) => ({
        url: `${address}/v1/models`,
        headers: { "x-api-key": key, "anthropic-version": "2023-06-01" },
      }),
    },
    open: async (name, settings, sources) =>
      (await import("./anthropic.js")).anthropicModel(name, accessOf("anthropic", sources), settings),
    embeddings: null,
  },
  google: {
    meaning: "Google's Gemini (GOOGLE_API_KEY, GOOGLE_BASE_URL)",
    library: "@langchain/google",
    key: "GOOGLE_API_KEY",
    server: {
      address: ADDRESSES.google,
      listing: (address, key) => ({ url: `${address}/v1beta/models`, headers: { "x-goog-api-key": key } }),
    },
    open: async (name, settings, sources) =>
      (await import("./google.js")).googleModel(name, accessOf("google", sources), settings),
    embeddings: null,
  },
  ollama: {
    meaning: "a model that Ollama serves (OLLAMA_BASE_URL)",
    library: "@langchain/ollama",
    key: null,
    server: { address: ADDRESSES.ollama, listing: (address) => ({ url: `${address}/api/tags`, headers: {} }) },
    open: async (name, settings, sources) =>
      (await import("./ollama.js")).ollamaModel(name, accessOf("ollama", sources), settings),
    embeddings: async (name, sources) =>
      (await import("./ollamaEmbeddings.js")).ollamaEmbeddings(name, accessOf("ollama", sources)),
  },
  local: {
    meaning: "a GGUF file, run in this process (the name is its path)",
    library: "node-llama-cpp",
    key: null,
    server: null,
    async open(name, settings, { folder, config, engines }) {
      const { startEngine } = await import("./localEngine.js");
      const file = resolve(folder, name);
      const engine = engines.get(file) ?? startEngine(file, config.local, folder);
      engines.set(file, engine);
      return (await import("./local.js")).localModel(basename(name), await engine, settings, config.timeout * 1000);
    },
    async embeddings(name, { folder, config }) {
      const { localEmbeddings } = await import("./localEmbeddings.js");
      const terms = { local: config.local, folder, timeout: config.timeout * 1000 };
      return localEmbeddings(basename(name), resolve(folder, name), terms);
    },
  },
};

/** The address that the environment gives for a provider; undefined where it gives none, or an empty one. */
export const addressIn = (environment: Sources["environment"], provider: string): string | undefined =>
  environment[`${provider.toUpperCase()}_BASE_URL`] || undefined;

function accessOf(provider: string, { environment, config, folder }: Sources): Access {
  return {
    apiKey: environment[`${provider.toUpperCase()}_API_KEY`],
    baseURL: addressIn(environment, provider),
    headers: config.headers[provider] ?? {},
    timeout: config.timeout * 1000,
    streaming: config.streaming[provider] ?? true,
    folder,
  };
}

/** The model by its name, `provider:name`; its calls are read whichever way it tells them. Throws UsageError where it cannot be had. */
export async function openModel(name: string, settings: Settings, sources: Sources): Promise<Model> {
  const { provider, rest, server } = placeOf(name, sources);
  const capped = sources.cap === undefined ? settings : { max_tokens: sources.cap, ...settings };
  return { ...structured(prompted(await provider.open(rest, capped, sources))), settings, server };
}

/** What answers texts with vectors, by its name. Throws UsageError where it cannot be had. */
export async function openEmbeddings(name: string, sources: Sources): Promise<Model> {
  const { provider, rest, server } = placeOf(name, sources);
  if (provider.embeddings) return { ...(await provider.embeddings(rest, sources)), server };
  const able = Object.entries(PROVIDERS).flatMap(([id, { embeddings }]) => (embeddings ? [`${id}:NAME`] : []));
  throw new UsageError(`no embeddings behind '${name}'`, `embeddings are offline, ${able.join(", ")}`, 3);
}

function placeOf(name: string, { environment }: Sources): { provider: Provider; rest: string; server: string | null } {
  const [, word = "", rest = ""] = /^(\w+):(.+)$/.exec(name) ?? [];
  const provider = Object.hasOwn(PROVIDERS, word) ? PROVIDERS[word] : undefined;
  if (provider) return { provider, rest, server: addressIn(environment, word) ?? null };
  if (word === "")
    throw new UsageError(`'${name}' names no model`, "models are named provider:NAME, as in openai:gpt-4o");
  const known = Object.entries(PROVIDERS).map(([id, { meaning }]) => `${id}:NAME (${meaning})`);
  throw new UsageError(`no model provider in '${name}'`, `models are named ${known.join(", ")}`, 3);
}
