import type { Completion, Model, Question, Tool } from "../../core/model.js";
import type { Assistant, Encounter, Stage } from "../../core/ports.js";
import { add, noUsage } from "../../core/usage.js";
import type { Item } from "../../schema/catalog.js";
import type { Usage } from "../../schema/usage.js";
import { read, recorded } from "../reading.js";
import type { Memory, Recollection, Technique, Thinking } from "../technique.js";
import { briefing, type Notes } from "./briefing.js";

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

/** The prompts of an assistant: what holds for a session, what a technique brings to a turn, what techniques ask beside. */
export interface AssistantPrompts {
  session: string;
  notes: string;
  techniques: Readonly<Record<string, string>>;
}

/** An assistant with a model: the technique recalls, the model answers. The catalog reaches every arm in the same words. */
export function llmAssistant(technique: Technique, model: Model, prompts: AssistantPrompts, stage: Stage): Assistant {
  const thinking = thinkingBy(model, prompts.techniques, stage.signal);
  const memory = technique.start(stage, thinking);
  const notes: Notes = new Map();
  // The same at every turn, whatever is asked for: tools stand before the talk in what a provider caches.
  const tools = [choosing(stage.cast.catalog.items)];
  return {
    async reply(encounter, { stream, signal }) {
      const recollections = await memory.recall(encounter);
      const brought = [...recollections, ...adviceOf(memory, encounter, recollections, stage)];
      const question = { messages: briefing(prompts, stage, encounter, brought, notes), tools };
      const onText = (text: string) => stream({ trial: stage.trial, speaker: "assistant", text });
      const { text, calls, usage } = memory.best
        ? await bestDraft(model, question, memory.best, { onText, signal })
        : await model.complete(question, { onText, signal });
      const stated = calls.flatMap(({ name, args, by }) => (name === "choose" ? [{ id: args.id, by }] : []));
      return {
        ...read(text, stated, encounter.task.options, stage.cast.slots),
        recalled: recorded(recollections),
        used: [],
        usage: sumOf(thinking.spent(), stage.embeddings.spent(), usage),
      };
    },
    async endSession(session) {
      await memory.observe(session);
      notes.clear();
      return memory.learned?.();
    },
  };
}

/** Several answers to one question, of which the technique takes one; all count. */
async function bestDraft(
  model: Model,
  question: Question,
  { drafts, of }: NonNullable<Memory["best"]>,
  { onText, signal }: { onText(text: string): void; signal: AbortSignal },
): Promise<Completion> {
  const made = await Promise.all(Array.from({ length: drafts }, () => model.complete(question, { signal })));
  const best = made[of(made.map(({ text }) => text))] as Completion;
  onText(best.text);
  return { ...best, usage: sumOf(...made.map(({ usage }) => usage)) };
}

/** A question that the technique wants asked, as a note. */
function adviceOf(
  memory: Memory,
  encounter: Encounter,
  recalled: readonly Recollection[],
  { cast }: Stage,
): Recollection[] {
  const slot = memory.question?.(encounter, recalled) ?? null;
  const words = slot === null ? undefined : cast.slots[slot]?.ask[0];
  if (slot === null || words === undefined) return [];
  const text = `unless the person has told it already, ask this before you recommend anything: ${words}`;
  return [{ id: `advice.${slot}`, source: "advice", text, at: null, facts: [] }];
}

/** What a technique asks the model beside the answers; what that used is counted with the answer it was for. */
function thinkingBy(model: Model, prompts: Thinking["prompts"], signal: AbortSignal) {
  let spent = noUsage();
  return {
    prompts,
    async ask(question: Question) {
      const completion = await model.complete(question, { signal });
      add(spent, completion.usage);
      return completion;
    },
    spent(): Usage {
      const sum = spent;
      spent = noUsage();
      return sum;
    },
  };
}

function sumOf(...usages: readonly Usage[]): Usage {
  const sum = noUsage();
  for (const usage of usages) add(sum, usage);
  return sum;
}
