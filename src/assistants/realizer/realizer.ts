import type { Draws } from "../../core/draws.js";
import type { Encounter } from "../../core/ports.js";
import type { Cast } from "../../core/world.js";
import type { UserTurn } from "../../schema/event.js";
import type { Technique } from "../technique.js";
import { type Answer, after, plain } from "./answer.js";
import { toBeat } from "./beat.js";
import type { Belief } from "./beliefs.js";
import { toGoal } from "./goal.js";
import { toFollowUp, toProbe } from "./probe.js";
import { type Leanings, type Scene, sceneOf } from "./scene.js";
import { clear, type Table, tableOf } from "./table.js";

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
  const answer = (scene: Scene): Answer => {
    if (manner === "silent") return plain(table.voice.frame("mute", "neutral"));
    const { purpose } = scene.task;
    if (purpose === "beat") return toBeat(table, scene);
    if (purpose === "probe") return besideThePoint(table, scene, toProbe(table, scene));
    return purpose === "follow-up" ? toFollowUp(table, scene) : toGoal(table, scene);
  };
  return {
    openSession: () => clear(table),
    answer({ task, turns }, beliefs, leanings) {
      const turn = turns.findLast((one) => one.speaker === "user") as UserTurn;
      return answer(sceneOf(task, turn, beliefs, leanings));
    },
  };
}

/** The answer, behind a remark that nobody asked for where one is to be made. */
function besideThePoint({ voice }: Table, { leanings: { alien }, band }: Scene, answer: Answer): Answer {
  const tell = alien ? voice.tell(alien) : null;
  if (!alien || tell === null) return answer;
  return { ...after(voice.frame("beside-the-point", band, { tell }), answer), used: [...answer.used, alien.id] };
}
