import { llmAssistant } from "../assistants/llm/assistant.js";
import { offlineAssistant } from "../assistants/offline.js";
import type { Technique } from "../assistants/technique.js";
import { TECHNIQUES } from "../assistants/techniques/registry.js";
import { entryOf } from "../core/entryOf.js";
import type { Model, Question } from "../core/model.js";
import type { Assistant, Reply, Stage, User } from "../core/ports.js";
import type { Company } from "../core/trial.js";
import { noUsage } from "../core/usage.js";
import { memoryKeep } from "../graph/keep.js";
import { offlineEmbeddings } from "../models/embedder.js";
import type { Caller } from "../schema/call.js";
import type { AssistantName } from "../schema/event.js";
import { EXTERNAL } from "../schema/external.js";
import type { Session } from "../schema/scenario.js";
import type { Suite } from "../schema/suite.js";
import { agendaUser } from "../users/agenda/user.js";
import { assistantPrompts, userModelOf } from "./online.js";
import { rehearsedCalls } from "./rehearsedCalls.js";
import { rehearsingUser } from "./rehearsingUser.js";

/** A call that a run would make, as far as a rehearsal can tell. */
export interface Foreseen {
  trial: string;
  caller: Caller;
  model: string;
  question: Question;
  /** What the rule-based player said in the model's place. */
  answer: string;
}

/**
 * What may become of a talk. `served`: the assistant serves as well as rules do. `lost`: people make nothing of a word it
 * says, and give up as soon as they can. `endless`: every talk about a goal goes on to the limit of its scenario.
 */
export type Course = "served" | "lost" | "endless";

/**
 * The company of a run, with rule-based players in the place of models: they talk at the length that the script and the
 * people ask for, and each call that a model would have got is noted with the question it would have been sent.
 */
export function rehearsalOf(suite: Suite, note: (call: Foreseen) => void, course: Course = "served"): Company {
  const makeUser = suite.user === "agenda" ? agendaUser : rehearsingUser(suite.user, userModelOf(suite), note);
  return {
    ...{ user: suite.user, label: "rehearsal", perform: inTurns, makeKeep: memoryKeep, pause: async () => {} },
    makeEmbeddings: () => offlineEmbeddings,
    makeUser: course === "endless" ? (role) => tireless(makeUser(role)) : makeUser,
    makeAssistant(arm, stage) {
      const technique = (entryOf(TECHNIQUES, arm.technique) ?? TECHNIQUES.generic) as Technique;
      const alone = arm.model === "offline" || EXTERNAL.includes(arm.technique);
      const noted = suite.embeddings === "offline" ? stage : notingTexts(suite.embeddings, stage, note);
      const player = alone ? offlineAssistant(technique, noted) : rehearsingAssistant(technique, arm, noted, note);
      return course === "lost" && !alone ? unintelligible(player) : player;
    },
  };
}

/** Without a graph around it, which takes most of the time where no model is waited for. */
const inTurns: Company["perform"] = async (play, _, signal) => {
  while ((await play.userMove()) === "assistant") await play.assistantMove(signal);
};

/** A person whose goal is never behind them. */
function tireless(user: User): User {
  let session: Session | null = null;
  return {
    ...user,
    open(next, now) {
      session = next;
      user.open(next, now);
    },
    goal: () => ({ ...user.goal(), over: session?.goal === undefined }),
  };
}

const unintelligible = (assistant: Assistant): Assistant => ({
  ...assistant,
  async reply(encounter, hooks) {
    return { ...(await assistant.reply(encounter, hooks)), text: "…", choice: null, choice_by: "none", asked: [] };
  },
});

/** The stage with vectors that are made offline, each call noted as it would go out. */
function notingTexts(model: string, stage: Stage, note: (call: Foreseen) => void): Stage {
  const noted = (texts: readonly string[]) => {
    const messages = texts.map((content) => ({ role: "user" as const, content }));
    const question = { messages, tools: [] };
    if (texts.length > 0) note({ trial: stage.trial, caller: "embeddings", model, question, answer: "" });
  };
  return {
    ...stage,
    embeddings: {
      ...offlineEmbeddings,
      embedDocuments(texts) {
        noted(texts);
        return offlineEmbeddings.embedDocuments(texts);
      },
      embedQuery(text) {
        noted([text]);
        return offlineEmbeddings.embedQuery(text);
      },
    },
  };
}

function rehearsingAssistant(
  technique: Technique,
  { model }: AssistantName,
  stage: Stage,
  note: (call: Foreseen) => void,
): Assistant {
  const player = offlineAssistant(technique, { ...stage, embeddings: offlineEmbeddings });
  let reply: Reply | null = null;
  const noting: Model = {
    ...{ name: model, settings: {}, server: null },
    async complete(question) {
      const calls = rehearsedCalls(question);
      const text = question.required === undefined ? (reply?.text ?? "") : "";
      const chosen = text !== "" && reply?.choice ? [{ name: "choose", args: { id: reply.choice } }] : calls;
      const answer = chosen.length === 0 ? text : `${text}${JSON.stringify(chosen)}`;
      note({ trial: stage.trial, caller: "assistant", model, question, answer });
      return { text, calls, usage: noUsage() };
    },
  };
  const shadow = llmAssistant(technique, noting, assistantPrompts(), stage);
  return {
    async reply(encounter, hooks) {
      reply = await player.reply(encounter, hooks);
      await shadow.reply(encounter, hooks);
      return reply;
    },
    async endSession(session) {
      await shadow.endSession(session);
      return player.endSession(session);
    },
  };
}
