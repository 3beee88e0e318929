import { askedSlots } from "../../core/askedSlots.js";
import { filled, type Message, type Model, type Tool } from "../../core/model.js";
import { offeredIn } from "../../core/offers.js";
import type { Assistant, Encounter, Stage } from "../../core/ports.js";
import { sentencesOf } from "../../core/words.js";
import type { Item } from "../../schema/catalog.js";
import { conditionOf } from "../../schema/condition.js";
import { offered } from "../offered.js";
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
      const { text, calls, usage } = await model.complete(
        [{ role: "system", content: briefing(prompt, stage, encounter, recollections) }, ...talkOf(encounter)],
        {
          tools: encounter.task.options.length > 0 ? [CHOOSE] : [],
          onText: (piece) => stream({ trial: stage.trial, speaker: "assistant", text: piece }),
          signal,
        },
      );
      const structured = encounter.task.options.find(({ id }) =>
        calls.some(({ name, args }) => name === CHOOSE.name && args.id === id),
      );
      const chosen = structured ?? offeredIn(text, encounter.task.options)[0];
      const words = text.trim() === "" && chosen ? `${chosen.name}.` : text;
      return {
        text: words,
        choice: chosen?.id ?? null,
        asked: askedSlots(sentencesOf(words), stage.cast.slots),
        recalled: recollections.map(({ id, source, facts }) => ({ id, source, facts: facts.map((fact) => fact.id) })),
        used: [],
        choice_by: structured ? "structure" : chosen ? "text" : "none",
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
