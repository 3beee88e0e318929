import type { Assistant, Encounter, Stage } from "../core/ports.js";
import type { Noise } from "../schema/axes.js";
import { draggedIn, luckOf, obeyed } from "./noise.js";
import { recorded } from "./reading.js";
import { beliefsOf } from "./realizer/beliefs.js";
import { realizerOf } from "./realizer/realizer.js";
import type { Leanings } from "./realizer/scene.js";
import type { Memory, Recollection, Technique } from "./technique.js";

const NOISELESS: Noise = { obeys: 1, drags: 0 };

/** An assistant without a model: a technique, and the rule-based realizer that serves from what it recalls. */
export function offlineAssistant(technique: Technique, stage: Stage, noise = NOISELESS): Assistant {
  const memory = technique.start(stage, null);
  const realizer = realizerOf(stage.cast, technique.manner, stage.draws);
  const luck = luckOf(stage.draws);
  return {
    async reply(encounter) {
      const recollections = await memory.recall(encounter);
      const held = beliefsOf(stage.cast.slots, recollections, encounter);
      const leanings = {
        ...leaningsOf(memory, encounter, recollections),
        alien: draggedIn(held, encounter, noise, luck),
      };
      const answer = realizer.answer(encounter, obeyed(held, encounter, noise, luck), leanings);
      return {
        ...answer,
        recalled: recorded(recollections),
        choice_by: answer.choice === null ? "none" : "structure",
        usage: stage.embeddings.spent(),
      };
    },
    async endSession(session) {
      await memory.observe(session);
      realizer.openSession();
      return memory.learned?.();
    },
  };
}

function leaningsOf(memory: Memory, encounter: Encounter, recollections: readonly Recollection[]): Leanings {
  const { taste, question } = memory;
  return { ...(taste ? { taste } : {}), ...(question ? { question: question(encounter, recollections) } : {}) };
}
