import { filled, type Message, type Model, type Tool } from "../../core/model.js";
import type { Assistant, Encounter, Stage } from "../../core/ports.js";
import type { Item } from "../../schema/catalog.js";
import { conditionOf } from "../../schema/condition.js";
import { offered } from "../offered.js";
import { read, recorded } from "../reading.js";
import type { Recollection, Technique } from "../technique.js";

/** The tool that says what an answer stands for; only what is on offer can be chosen. */
function choosing(options: readonly Item[]): Tool {
  return {
    name: "choose",
    description: "Says which of the things on offer this answer recommends or delivers.",
    parameters: {
      type: "object",
      properties: { id: { type: "string", enum: options.map(({ id }) => id), description: "the id of the thing" } },
      required: ["id"],
      additionalProperties: false,
    },
  };
}

/** An assistant with a model: the technique recalls, the model answers. The catalog reaches every arm in the same words. */
export function llmAssistant(technique: Technique, model: Model, prompt: string, stage: Stage): Assistant {
  const memory = technique.start(stage);
  return {
    async reply(encounter, { stream, signal }) {
      const recollections = memory.recall(encounter);
      const system: Message = { role: "system", content: briefing(prompt, stage, encounter, recollections) };
      const { options } = encounter.task;
      const { text, calls, usage } = await model.complete(
        { messages: [system, ...talkOf(encounter)], tools: options.length > 0 ? [choosing(options)] : [] },
        { onText: (piece) => stream({ trial: stage.trial, speaker: "assistant", text: piece }), signal },
      );
      const stated = calls.flatMap(({ name, args, by }) => (name === "choose" ? [{ id: args.id, by }] : []));
      return {
        ...read(text, stated, options, stage.cast.slots),
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
