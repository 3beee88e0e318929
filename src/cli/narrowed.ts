import { TECHNIQUES } from "../assistants/techniques/registry.js";
import { UsageError } from "../core/errors.js";
import { assistantNameOf } from "../core/plan.js";
import type { World } from "../core/world.js";
import { type AssistantSpec, assistantSpec, type Suite } from "../schema/suite.js";
import { SCORERS } from "../scorers/registry.js";
import { knownWords } from "../store/nearest.js";

/** What `run` takes on the command line. */
export interface RunOptions {
  persona?: string[];
  scenario?: string[];
  assistant?: string[];
  user?: string;
  model?: string;
  userModel?: string;
  repeats?: number;
  seed?: number;
  concurrency?: number;
  scorers?: string[];
  out: string;
  pace: string;
  plain?: boolean;
  json?: boolean;
  quiet?: boolean;
  color: boolean;
  debug?: boolean;
  dryRun?: boolean;
}

/** A suite as the flags narrow or change it. Throws UsageError for words that name nothing. */
export function narrowed(suite: Suite, options: RunOptions, world: World): Suite {
  const user = options.user ?? suite.user;
  if (user !== "agenda" && user !== "llm") throw new UsageError(`no user kind '${user}'`, "there are: agenda, llm");
  const userModel = options.userModel ?? suite.user_model ?? options.model;
  return {
    ...suite,
    personas: existing(options.persona, Object.keys(world.personas), "persona") ?? suite.personas,
    scenarios: existing(options.scenario, Object.keys(world.scenarios), "scenario") ?? suite.scenarios,
    ...(options.scenario ? { scenarios_per_persona: undefined } : {}),
    assistants: assistantsOf(suite, options),
    user,
    ...(userModel === undefined ? {} : { user_model: userModel }),
    repeats: options.repeats ?? suite.repeats,
    seed: options.seed ?? suite.seed,
    ...(options.scorers ? { scorers: existing(options.scorers, scorerWords(), "scorer") } : {}),
  };
}

function assistantsOf({ assistants }: Suite, { assistant, model }: RunOptions): AssistantSpec[] {
  const chosen = assistant === undefined ? assistants : assistant.flatMap((word) => armsFor(word, assistants));
  return chosen.map((arm) => (model === undefined || arm.technique === "http" ? arm : { ...arm, model }));
}

function armsFor(word: string, assistants: readonly AssistantSpec[]): AssistantSpec[] {
  if (/^https?:\/\//.test(word))
    return [assistantSpec.parse({ id: "http", technique: "http", model: word, memory: "own" })];
  const named = assistants.filter((arm) => assistantNameOf(arm).id === word || arm.technique === word);
  if (named.length > 0) return named;
  if (TECHNIQUES[word]) return [assistantSpec.parse({ technique: word })];
  throw new UsageError(
    `no assistant '${word}'`,
    knownWords(word, [...assistants.map((arm) => assistantNameOf(arm).id), ...Object.keys(TECHNIQUES)]),
  );
}

/** Scorers by id, and families: `use` stands for all of `use.…`, `use.applied` for its splits too. */
function scorerWords(): string[] {
  const ids = SCORERS.map(({ id }) => id);
  return [...new Set([...ids, ...ids.map((id) => id.split(".")[0] as string)])];
}

function existing(words: readonly string[] | undefined, known: readonly string[], what: string): string[] | undefined {
  for (const word of words ?? [])
    if (!known.includes(word)) throw new UsageError(`no ${what} '${word}'`, knownWords(word, known));
  return words && [...new Set(words)];
}
