import type { Draws } from "../../core/draws.js";
import type { Encounter } from "../../core/ports.js";
import type { Cast } from "../../core/world.js";
import type { UserTurn } from "../../schema/event.js";
import type { Technique } from "../technique.js";
import { type Answer, plain } from "./answer.js";
import { toBeat } from "./beat.js";
import type { Belief } from "./beliefs.js";
import { toGoal } from "./goal.js";
import { toFollowUp, toProbe } from "./probe.js";
import { type Leanings, sceneOf } from "./scene.js";
import { clear, tableOf } from "./table.js";

/** Puts beliefs into choices and words. */
export interface Realizer {
  openSession(): void;
  answer(encounter: Encounter, beliefs: readonly Belief[], leanings?: Leanings): Answer;
}

/**
 * A rule-based assistant: it understands the task and the user's acts perfectly, so what it gets wrong is what its
 * technique did not bring. What it says about the person comes only from its beliefs. Per turn at most one question.
 */
export function realizerOf(cast: Cast, manner: Technique["manner"], draws: Draws): Realizer {
  const table = tableOf(cast, manner, draws);
  return {
    openSession: () => clear(table),
    answer({ task, turns }, beliefs, leanings) {
      const turn = turns.findLast((one) => one.speaker === "user") as UserTurn;
      const scene = sceneOf(task, turn, beliefs, leanings);
      if (manner === "silent") return plain(table.voice.frame("mute", "neutral"));
      if (task.purpose === "beat") return toBeat(table, scene);
      if (task.purpose === "probe") return toProbe(table, scene);
      if (task.purpose === "follow-up") return toFollowUp(table, scene);
      return toGoal(table, scene);
    },
  };
}
