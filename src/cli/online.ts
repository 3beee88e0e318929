import { readFileSync } from "node:fs";
import { join } from "node:path";
import { httpAssistant } from "../assistants/http/assistant.js";
import { llmAssistant } from "../assistants/llm/assistant.js";
import type { Technique } from "../assistants/technique.js";
import { UsageError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import type { Assistant, Stage } from "../core/ports.js";
import type { Company } from "../core/trial.js";
import { openaiModel } from "../models/openai.js";
import type { AssistantName } from "../schema/event.js";
import type { Suite } from "../schema/suite.js";
import { agendaUser } from "../users/agenda/user.js";
import { llmUser } from "../users/llm/user.js";
import { PACKAGE_ROOT } from "./project.js";

/** The model by its name, `provider:name`. Throws UsageError where that is no name (exit code 2), or no model that can be had (3). */
export function modelOf(name: string): Model {
  const [, provider, rest = ""] = /^(\w+):(.+)$/.exec(name) ?? [];
  if (provider === undefined) throw new UsageError(`'${name}' names no model`, NAMES);
  if (provider !== "openai") throw new UsageError(`no model provider in '${name}'`, NAMES, 3);
  return openaiModel(rest, { apiKey: process.env.OPENAI_API_KEY, baseURL: process.env.OPENAI_BASE_URL });
}

const NAMES = "models are named openai:NAME; any OpenAI-compatible server by OPENAI_BASE_URL";

export function userModelOf({ user_model }: Suite): string {
  if (user_model === undefined || user_model === "offline")
    throw new UsageError("an llm user needs a model", "add --user-model openai:NAME", 3);
  return user_model;
}

/** Makes users that a model plays. */
export function userMaker(suite: Suite): Company["makeUser"] {
  const model = modelOf(userModelOf(suite));
  const prompt = promptOf("user.md");
  return (role) => llmUser({ ...role, model, prompt, scripted: agendaUser(role) });
}

/** Makes assistants that answer by a model or from an address, one model for each name. */
export function assistantMaker(
  arms: readonly AssistantName[],
): (arm: AssistantName, technique: Technique | null, stage: Stage) => Assistant {
  const names = [
    ...new Set(
      arms.filter(({ technique, model }) => technique !== "http" && model !== "offline").map(({ model }) => model),
    ),
  ];
  const models = new Map(names.map((name) => [name, modelOf(name)]));
  const prompt = promptOf("assistant.md");
  return (arm, technique, stage) => {
    if (technique === null) return httpAssistant(arm.model, arm.memory, stage);
    return llmAssistant(technique, models.get(arm.model) as Model, prompt, stage);
  };
}

const promptOf = (name: string) => readFileSync(join(PACKAGE_ROOT, "prompts", name), "utf8");
