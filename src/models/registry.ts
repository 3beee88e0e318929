import { UsageError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import type { Settings } from "../schema/settings.js";

/** Where models come from: the environment, and what a config adds. */
export interface Sources {
  environment: Readonly<Record<string, string | undefined>>;
  /** Headers for a provider's requests, by its name. */
  headers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Seconds that one call may take. */
  timeout: number;
  /** Tokens of an answer at most, where the settings do not say: a budget has to know. */
  cap: number | undefined;
}

/** A provider of models. Its code and its library are loaded when a model of it is asked for. */
export interface Provider {
  meaning: string;
  /** Throws UsageError (exit code 3) where a key or a library is missing. */
  open(name: string, settings: Settings, sources: Sources): Promise<Model>;
}

/** Every provider, by the word before the colon. A new one is a file and an entry here. */
export const PROVIDERS: Readonly<Record<string, Provider>> = {
  openai: {
    meaning: "OpenAI, or any server that speaks its chat completions, by OPENAI_BASE_URL",
    open: async (name, settings, { environment, headers, timeout, cap }) =>
      (await import("./openai.js")).openaiModel(
        name,
        {
          apiKey: environment.OPENAI_API_KEY,
          baseURL: environment.OPENAI_BASE_URL,
          headers: headers.openai ?? {},
          timeout: timeout * 1000,
          cap,
        },
        settings,
      ),
  },
};

/** The model by its name, `provider:name`. Throws UsageError where it cannot be had. */
export async function openModel(name: string, settings: Settings, sources: Sources): Promise<Model> {
  const [, word = "", rest = ""] = /^(\w+):(.+)$/.exec(name) ?? [];
  const provider = Object.hasOwn(PROVIDERS, word) ? PROVIDERS[word] : undefined;
  if (provider) return provider.open(rest, settings, sources);
  const known = Object.entries(PROVIDERS).map(([id, { meaning }]) => `${id}:NAME (${meaning})`);
  throw new UsageError(`no model provider in '${name}'`, `models are named ${known.join(", ")}`, 3);
}
