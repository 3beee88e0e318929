import { setImmediate } from "node:timers/promises";
import { offlineAssistant } from "../assistants/offline.js";
import type { Technique } from "../assistants/technique.js";
import { TECHNIQUES } from "../assistants/techniques/registry.js";
import { entryOf } from "../core/entryOf.js";
import type { Company } from "../core/trial.js";
import { memoryKeep } from "../graph/keep.js";
import { playTrial } from "../graph/trial.js";
import { embedder, offlineEmbeddings } from "../models/embedder.js";
import type { AssistantName } from "../schema/event.js";
import { EXTERNAL } from "../schema/external.js";
import type { Suite } from "../schema/suite.js";
import { agendaUser } from "../users/agenda/user.js";
import { embeddingsOf, embeds } from "./embeddingsOf.js";
import type { Externals } from "./externals.js";
import type { Models } from "./online.js";

/** Whether nobody but Dramatis itself plays: no model is called, and no service. */
export const isOffline = (suite: Suite, arms: readonly AssistantName[]) =>
  suite.user === "agenda" && arms.every(({ model }) => model === "offline") && embeddingsOf(suite, arms) === null;

/** Who plays a suite. Parts that need a model are loaded only where one is asked for; `open` gives the models, `externals` the ways to what is outside. */
export async function companyOf(
  suite: Suite,
  arms: readonly AssistantName[],
  open: () => Promise<Models> = () => Promise.reject(new Error("nobody opened a model")),
  externals?: Externals,
): Promise<Company> {
  const online = isOffline(suite, arms) ? null : await import("./online.js");
  const models = online && (await open());
  const makeUser: Company["makeUser"] =
    suite.user !== "agenda" && online && models ? online.userMaker(suite, models) : agendaUser;
  const makeOnline = online && models && online.assistantMaker(models, externals);
  const vectors = embeddingsOf(suite, arms);
  return {
    user: suite.user === "agenda" ? "agenda" : `${suite.user}:${online?.userModelOf(suite)}`,
    label: labelOf(suite, arms),
    makeUser,
    makeAssistant(arm, stage) {
      const technique = EXTERNAL.includes(arm.technique) ? null : techniqueOf(arm);
      return makeOnline && (technique === null || arm.model !== "offline")
        ? makeOnline(arm, technique, stage)
        : offlineAssistant(technique as Technique, stage, arm.noise);
    },
    perform: playTrial,
    makeKeep: memoryKeep,
    makeEmbeddings: (book, signal) =>
      models && vectors !== null ? embedder(models(vectors, "embeddings", book), signal) : offlineEmbeddings,
    pause: () => setImmediate(),
  };
}

const USERS: Readonly<Record<Suite["user"], string>> = {
  agenda: "rule-based",
  hybrid: "rule-based, worded by a language model",
  llm: "language model",
};

/** What the players are, for every screen, file and page. */
function labelOf(suite: Suite, arms: readonly AssistantName[]): string {
  const models = [...new Set(arms.map(({ model }) => model))].filter((model) => model !== "offline");
  const user = `user: ${USERS[suite.user]}`;
  const assistants =
    models.length === 0
      ? "assistants: rule-based"
      : `assistants: ${models.join(", ")}${models.length < arms.length && arms.some(({ model }) => model === "offline") ? " and rule-based" : ""}`;
  const caution =
    suite.user !== "llm" || models.length === 0 ? "; rule-based players measure selection, not comprehension" : "";
  return [user, assistants, ...vectorsIn(suite, arms)].join("; ") + caution;
}

function vectorsIn(suite: Suite, arms: readonly AssistantName[]): string[] {
  return embeds(arms) ? [`embeddings: ${embeddingsOf(suite, arms) ?? "hashed words"}`] : [];
}

function techniqueOf({ technique }: AssistantName): Technique {
  const found = entryOf(TECHNIQUES, technique);
  if (!found) throw new Error(`no technique '${technique}'`);
  return found;
}
