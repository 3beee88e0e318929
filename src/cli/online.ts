import { readFileSync } from "node:fs";
import { join } from "node:path";
import { externalAssistant } from "../assistants/external/assistant.js";
import { llmAssistant } from "../assistants/llm/assistant.js";
import type { Technique } from "../assistants/technique.js";
import type { CallBook } from "../core/callBook.js";
import { UsageError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import type { Assistant, Stage } from "../core/ports.js";
import type { Company } from "../core/trial.js";
import type { Caller } from "../schema/call.js";
import type { AssistantName } from "../schema/event.js";
import type { Suite } from "../schema/suite.js";
import { agendaUser } from "../users/agenda/user.js";
import { hybridUser } from "../users/hybrid/user.js";
import { llmUser } from "../users/llm/user.js";
import type { Externals } from "./externals.js";
import { PACKAGE_ROOT } from "./project.js";

/** The models of a run by name, each as one trial speaks with it. */
export type Models = (name: string, caller: Caller, book: CallBook) => Model;

export function userModelOf({ user, user_model }: Suite): string {
  if (user_model === undefined || user_model === "offline")
    throw new UsageError(`a user of the kind ${user} needs a model`, "add --user-model openai:NAME", 3);
  return user_model;
}

/** Makes users that a model plays, or gives their words. */
export function userMaker(suite: Suite, models: Models): Company["makeUser"] {
  const name = userModelOf(suite);
  const prompt = userPrompt(suite.user);
  return (role) => {
    const player = { ...role, model: models(name, "user", role.book), prompt };
    return suite.user === "hybrid" ? hybridUser(player) : llmUser({ ...player, scripted: agendaUser(role) });
  };
}

/** Makes assistants that answer by a model, or from outside. */
export function assistantMaker(
  models: Models,
  externals?: Externals,
): (arm: AssistantName, technique: Technique | null, stage: Stage) => Assistant {
  const prompts = assistantPrompts();
  return (arm, technique, stage) => {
    if (technique !== null) return llmAssistant(technique, models(arm.model, "assistant", stage.book), prompts, stage);
    if (!externals) throw new Error(`nobody opened a way to ${arm.model}`);
    return externalAssistant(externals(arm, stage), arm.memory, stage);
  };
}

export const userPrompt = (user: Suite["user"]) => promptOf(user === "hybrid" ? "hybrid.md" : "user.md");

/** What techniques ask the model beside the answers. */
const ASKED_BY_TECHNIQUES = ["profile.md", "importance.md", "refine-choose.md", "refine-write.md"];

export const assistantPrompts = () => ({
  ...{ session: promptOf("assistant.md"), notes: promptOf("assistant-notes.md") },
  techniques: Object.fromEntries(ASKED_BY_TECHNIQUES.map((name) => [name, promptOf(name)])),
});

const promptOf = (name: string) => readFileSync(join(PACKAGE_ROOT, "prompts", name), "utf8");
