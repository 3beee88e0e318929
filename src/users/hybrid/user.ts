import type { Model } from "../../core/model.js";
import type { Stream, User } from "../../core/ports.js";
import type { Matches } from "../../core/world.js";
import { agendaUser, type Player } from "../agenda/user.js";
import type { Wording } from "../agenda/wording.js";
import { spokenByTemplate } from "../agenda/wording.js";
import { guarding } from "../guards/guarding.js";
import { attemptsWith } from "../llm/attempts.js";
import { asideOf, briefOf } from "./brief.js";
import { keptBy } from "./kept.js";

/** What a user is made of whose acts are ruled and whose words are a model's. */
export interface HybridPlayer extends Player {
  model: Model;
  prompt: string;
  stream: Stream;
  trial: string;
  matches: Matches;
  signal: AbortSignal;
}

/**
 * The agenda decides what every turn of the goal's talk does, a model words it, and what it leaves out or adds is found:
 * then it words the turn anew, once, and after that the template speaks. So every planned slot is said, and what was
 * told is certain.
 */
export function hybridUser(player: HybridPlayer): User {
  const { cast, model, prompt, signal } = player;
  return {
    ...agendaUser(player, wordingByModel(player)),
    aside: async (question, turns) =>
      (await model.complete(asideOf(prompt, cast, turns, question), { signal })).text.trim(),
  };
}

function wordingByModel({ cast, life, matches, prompt, ...voice }: HybridPlayer): Wording {
  const attempt = attemptsWith(voice);
  const kept = keptBy(cast, life, matches);
  const failed = guarding(cast, life, matches);
  return async (planned, turns) => {
    const heard = turns.findLast(({ speaker }) => speaker === "assistant")?.text ?? "";
    const { completion, guards, usage } = await attempt(
      (refused) => briefOf(prompt, cast, planned, turns, refused),
      ({ text }) => [...failed(text.trim(), turns), ...kept(text, planned, heard)],
    );
    if (!completion) return { ...spokenByTemplate(planned.template), guards, usage };
    return { text: completion.text.trim(), spoken: "model", guards, usage };
  };
}
