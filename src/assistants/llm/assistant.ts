import type { Model, Tool } from "../../core/model.js";
import type { Assistant, Stage } from "../../core/ports.js";
import { read, recorded } from "../reading.js";
import type { Technique } from "../technique.js";
import { briefing, type Notes } from "./briefing.js";

const CHOOSE: Tool = {
  name: "choose",
  description: "Says which of the things on offer this answer recommends or delivers.",
  parameters: {
    type: "object",
    properties: { id: { type: "string", description: "the id of the thing" } },
    required: ["id"],
    additionalProperties: false,
  },
};

/** The two prompts of an assistant: what holds for a session, and what a technique brings to a turn. */
export interface AssistantPrompts {
  session: string;
  notes: string;
}

/** An assistant with a model: the technique recalls, the model answers. The catalog reaches every arm in the same words. */
export function llmAssistant(technique: Technique, model: Model, prompts: AssistantPrompts, stage: Stage): Assistant {
  const memory = technique.start(stage);
  const notes: Notes = new Map();
  return {
    async reply(encounter, { stream, signal }) {
      const recollections = memory.recall(encounter);
      const { text, calls, usage } = await model.complete(
        {
          messages: briefing(prompts, stage, encounter, recollections, notes),
          // Always there, also where nothing is to be chosen: tools stand before the talk in what a provider caches.
          tools: [CHOOSE],
        },
        { onText: (text) => stream({ trial: stage.trial, speaker: "assistant", text }), signal },
      );
      const chosen = calls.flatMap(({ name, args }) => (name === CHOOSE.name ? [args.id] : []));
      return {
        ...read(text, chosen, encounter.task.options, stage.cast.slots),
        recalled: recorded(recollections),
        used: [],
        usage,
      };
    },
    async endSession(session) {
      memory.observe(session);
      notes.clear();
    },
  };
}
