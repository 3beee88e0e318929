import { filled, type Message, type Model, type Tool } from "../../core/model.js";
import type { Assistant, Encounter, Stage } from "../../core/ports.js";
import type { Item } from "../../schema/catalog.js";
import { conditionOf } from "../../schema/condition.js";
import { offered } from "../offered.js";
import { read, recorded } from "../reading.js";
import type { Recollection, Technique } from "../technique.js";

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

/** An assistant with a model: the technique recalls, the model answers. The catalog reaches every arm in the same words. */
export function llmAssistant(technique: Technique, model: Model, prompt: string, stage: Stage): Assistant {
  const memory = technique.start(stage);
  return {
    async reply(encounter, { stream, signal }) {
      const recollections = memory.recall(encounter);
      const system: Message = { role: "system", content: briefing(prompt, stage, encounter, recollections) };
      const { text, calls, usage } = await model.complete(
        { messages: [system, ...talkOf(encounter)], tools: encounter.task.options.length > 0 ? [CHOOSE] : [] },
        { onText: (piece) => stream({ trial: stage.trial, speaker: "assistant", text: piece }), signal },
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
    },
  };
}

function briefing(
  prompt: string,
  { cast }: Stage,
  { moment, task }: Encounter,
  recollections: readonly Recollection[],
): string {
  const { norms, role, situation } = cast.scenario;
  return filled(prompt, {
    role,
    at: moment.at.replace("T", " "),
    place: situation.place,
    norms: norms
      .map((norm) => `Rule: ${norm.slot} ${JSON.stringify(conditionOf(norm))}, for ${norm.because}.`)
      .join("\n"),
    options: task.options.map(described).join("\n") || "(nothing: just talk)",
    recollections: recollections.map(({ text }) => `- ${text}`).join("\n") || "(nothing)",
  });
}

function described(item: Item): string {
  const { id, name, pitch, points, details } = offered(item);
  return [`${id}: ${name}, ${[pitch, ...points].join("; ")}.`, ...details].join(" ");
}

function talkOf({ turns }: Encounter): Message[] {
  return turns.map(({ speaker, text }) => ({ role: speaker, content: text }));
}
