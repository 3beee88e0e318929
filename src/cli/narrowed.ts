import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { TECHNIQUES } from "../assistants/techniques/registry.js";
import { entryOf } from "../core/entryOf.js";
import { UsageError } from "../core/errors.js";
import type { Narrowing } from "../core/plan.js";
import type { World } from "../core/world.js";
import { EXTERNAL, externalFault } from "../schema/external.js";
import {
  type AssistantSpec,
  assistantNameOf,
  assistantSpec,
  type Suite,
  suite as suiteSchema,
  userKind,
} from "../schema/suite.js";
import { judgedRubrics, scorerWords } from "../scorers/chosen.js";
import { codeFault } from "../store/codeFiles.js";
import { knownWords } from "../store/nearest.js";
import { EMBEDDING, embeds } from "./embeddingsOf.js";
import { existing } from "./existing.js";
import type { JudgeWords } from "./judging/bench.js";
import { projectRoot } from "./project.js";
import { withSettings } from "./withSettings.js";

/** What `run` takes on the command line. */
export interface RunOptions {
  persona?: string[];
  scenario?: string[];
  assistant?: string[];
  /** Lets assistants run code of the project. */
  allowCode?: boolean;
  user?: string;
  model?: string;
  userModel?: string;
  embeddings?: string;
  /** Who judges the replies after the trials. */
  judgeModel?: string;
  judges?: string[];
  judgeRepeats?: number;
  sameJudge?: boolean;
  /** Files that say how far the judge can be trusted. */
  calibration?: string[];
  repeats?: number;
  seed?: number;
  concurrency?: number;
  scorers?: string[];
  /** Goes on with a run: the one named, or the newest that was stopped. */
  resume?: string | true;
  /** Plays a recorded run again on its recorded replies. */
  replay?: string;
  /** Settings of models, each as `role.key=value`. */
  set?: string[];
  estimate?: boolean;
  retryFailed?: boolean;
  maxUsd?: number;
  maxTokens?: number;
  maxMinutes?: number;
  out?: string;
  /** Files that a report of the run is written to. */
  junit?: string;
  markdown?: string;
  pace?: string;
  plain?: boolean;
  json?: boolean;
  quiet?: boolean;
  color?: boolean;
  debug?: boolean;
  dryRun?: boolean;
}

/** A suite as the flags change it; code lies below `root`. Throws UsageError for words that name nothing, and where two assistants become one. */
export function narrowed(suite: Suite, options: RunOptions, root = projectRoot()): Suite {
  const user = userOf(options.user ?? suite.user);
  if (options.userModel !== undefined && user === "agenda")
    throw new UsageError("--user-model is given, but no model plays the people", "add --user llm, or leave it out");
  const userModel = options.userModel ?? suite.user_model ?? options.model;
  const chosen = chosenArms(suite, options, root);
  if (options.embeddings !== undefined && !embeds(chosen.map(({ played }) => played)))
    throw new UsageError(
      "--embeddings is given, but no assistant asks for any",
      `add --assistant with one of ${EMBEDDING.join(", ")}, or leave it out`,
    );
  return sound({
    ...suite,
    assistants: chosen.map(({ played }) => played),
    thresholds: suite.thresholds.flatMap((bound) =>
      chosen
        .filter(({ asked }) => assistantNameOf(asked).id === bound.assistant)
        .map(({ played }) => ({ ...bound, assistant: assistantNameOf(played).id })),
    ),
    user,
    ...(userModel === undefined ? {} : { user_model: userModel }),
    embeddings: options.embeddings ?? suite.embeddings,
    ...judgeFlags(options),
    ...(options.set ? { settings: withSettings(suite.settings, options.set) } : {}),
    repeats: options.repeats ?? suite.repeats,
    seed: options.seed ?? suite.seed,
    ...(options.scorers ? { scorers: existing(options.scorers, scorerWords(), "scorer") } : {}),
  });
}

/** What flags say of the judge. Throws UsageError for a rubric that has no scorer. */
export function judgeFlags({
  judgeModel,
  judges,
  judgeRepeats,
  sameJudge,
}: Pick<RunOptions, "judgeModel" | "judges" | "judgeRepeats" | "sameJudge">): JudgeWords {
  const rubrics = existing(judges, judgedRubrics(), "judge");
  return {
    ...(judgeModel === undefined ? {} : { judge_model: judgeModel }),
    ...(rubrics === undefined ? {} : { judges: rubrics }),
    ...(judgeRepeats === undefined ? {} : { judge_repeats: judgeRepeats }),
    ...(sameJudge === undefined ? {} : { same_judge: sameJudge }),
  };
}

function userOf(word: string): Suite["user"] {
  const { success, data } = userKind.safeParse(word);
  if (success) return data;
  throw new UsageError(`no user kind '${word}'`, `there are: ${userKind.options.join(", ")}`);
}

/** Whom and what the flags choose. Throws UsageError for words that name nothing. */
export function narrowing({ persona, scenario }: RunOptions, world: World): Narrowing {
  return {
    personas: existing(persona, Object.keys(world.personas), "persona"),
    scenarios: existing(scenario, Object.keys(world.scenarios), "scenario"),
  };
}

function sound(changed: Suite): Suite {
  const { success, error } = suiteSchema.safeParse(changed);
  if (success) return changed;
  const [issue] = error.issues;
  throw new UsageError(issue?.message ?? error.message, "change --assistant or --model so that each is played once");
}

/** The arms of a run: as they are asked for, and as they are played where `--model` puts another model into them. */
function chosenArms(
  { assistants }: Suite,
  { assistant, model }: RunOptions,
  root: string,
): { asked: AssistantSpec; played: AssistantSpec }[] {
  const addresses = [...new Set(assistant?.filter(isAddress))];
  const arms = (word: string) => {
    if (isAddress(word)) return [armBehind(word, addresses.indexOf(word))];
    return isPath(word) ? [armIn(word, root)] : armsNamed(word, assistants);
  };
  return (assistant?.flatMap(arms) ?? assistants).map((asked) => ({
    asked,
    played: model === undefined || EXTERNAL.includes(asked.technique) ? asked : { ...asked, model },
  }));
}

const isAddress = (word: string) => /^https?:\/\//.test(word);

/** The arm behind an address, where `#` stands in it a graph on a LangGraph server: the first is called `http`, the second `http-2`. */
function armBehind(address: string, place: number): AssistantSpec {
  const technique = address.includes("#") ? "langgraph" : "http";
  const fault = externalFault(technique, address);
  if (fault !== null) throw new UsageError(`--assistant: ${fault}`);
  const id = place === 0 ? technique : `${technique}-${place + 1}`;
  return assistantSpec.parse({ id, technique, model: address, memory: "own" });
}

/** Whether a word is a path, and not the name of anything: `./mine.ts`, `../mine.ts`, `/home/me/mine.ts`. */
const isPath = (word: string) => /^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(word);

/** The arm that a file of the project is, called by the file: a module, or a graph where `#` stands behind it. */
function armIn(word: string, root: string): AssistantSpec {
  const [path = "", name] = word.split("#");
  const below = relative(root, resolve(path)).split(sep).join("/");
  const model = `./${below}${name === undefined ? "" : `#${name || "graph"}`}`;
  const technique = name === undefined ? "module" : "langgraph";
  const fault =
    below.startsWith("../") || isAbsolute(below)
      ? `${path} lies outside of the project's folder ${root}`
      : (externalFault(technique, model) ?? because(path, codeFault(root, below)));
  if (fault !== null) throw new UsageError(`--assistant: ${fault}`, "code is run only from the folder of the project");
  const id = basename(below)
    .replace(/\.\w+$/, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-/, "");
  return assistantSpec.parse({ id: id || technique, technique, model, memory: "own" });
}

const because = (path: string, fault: string | null) => (fault === null ? null : `${path} ${fault}`);

function armsNamed(word: string, assistants: readonly AssistantSpec[]): AssistantSpec[] {
  const named = assistants.filter((arm) => assistantNameOf(arm).id === word || arm.technique === word);
  if (named.length > 0) return named;
  if (entryOf(TECHNIQUES, word)) return [assistantSpec.parse({ technique: word })];
  throw new UsageError(
    `no assistant '${word}'`,
    knownWords(word, [...assistants.map((arm) => assistantNameOf(arm).id), ...Object.keys(TECHNIQUES)]),
  );
}
