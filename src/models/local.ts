import { ProviderError } from "../core/errors.js";
import type { Completion, Hooks, Message, Model, Question } from "../core/model.js";
import { oneCall } from "../core/usage.js";
import type { Settings } from "../schema/settings.js";
import { classed } from "./failures.js";
import { objectFrom } from "./json.js";
import type { HistoryItem, LlamaAnswer } from "./llama.js";
import type { Engine, Lane } from "./localEngine.js";
import { ruled } from "./rules.js";

/** How a GGUF file answers where the settings do not say. */
const USUAL = { max_tokens: 512, temperature: 0.8 };

/**
 * A GGUF file as a model, in this process. It answers in free text; whether it calls a tool is then asked of it in the
 * same talk, its answer held to a grammar of the tools' JSON Schemas, so that models that know no tools call them too.
 */
export function localModel(name: string, engine: Engine, settings: Settings = {}, timeout = 600_000): Model {
  return {
    name: `local:${name}`,
    settings: { ...settings, context: engine.contextSize },
    complete(question, hooks) {
      return engine.with((lane) => answered({ engine, lane, settings, timeout }, question, hooks));
    },
  };
}

interface Answering {
  engine: Engine;
  lane: Lane;
  settings: Settings;
  timeout: number;
}

async function answered(answering: Answering, question: Question, { signal, onText }: Hooks): Promise<Completion> {
  signal.throwIfAborted();
  const clock = AbortSignal.timeout(answering.timeout);
  const before = answering.lane.sequence.tokenMeter.getState();
  let begun = "";
  const hear = (text: string) => {
    begun += text;
    onText?.(text);
  };
  try {
    const ends = AbortSignal.any([signal, clock]);
    const { answers, read } = await spoken(answering, question, ends, hear);
    const after = answering.lane.sequence.tokenMeter.getState();
    const usage = oneCall({
      input: read,
      output: after.usedOutputTokens - before.usedOutputTokens,
      cached: Math.max(0, read - (after.usedInputTokens - before.usedInputTokens)),
    });
    return completionOf(answers, question, usage);
  } catch (error) {
    signal.throwIfAborted();
    if (clock.aborted)
      throw new ProviderError("timeout", `no whole answer within ${answering.timeout / 1000} s`, begun || null);
    throw classed(error, begun || null);
  }
}

/** What was said and what was decided about tools, and the tokens of the prompts. */
interface Spoken {
  answers: { words: LlamaAnswer | null; decision: string | null };
  read: number;
}

async function spoken(
  answering: Answering,
  { messages, tools, required }: Question,
  signal: AbortSignal,
  onTextChunk: (text: string) => void,
): Promise<Spoken> {
  const { lane, engine, settings } = answering;
  const history = historyOf(messages);
  let read = 0;
  let words: LlamaAnswer | null = null;
  if (required === undefined) {
    read += room(answering, history);
    words = await lane.chat.generateResponse(history, { ...sampling(settings), signal, onTextChunk });
  }
  if (tools.length === 0) return { answers: { words, decision: null }, read };
  if (words) history.splice(-1, 1, { type: "model", response: [words.response] });
  else history.pop();
  history.push({ type: "user", text: asking({ messages, tools, ...(required ? { required } : {}) }) });
  history.push({ type: "model", response: [] });
  read += room(answering, history);
  const grammar = await engine.grammarFor(schemaOf(tools, required));
  const maxTokens = settings.max_tokens ?? USUAL.max_tokens;
  const decided = await lane.chat.generateResponse(history, { ...sampling(settings), maxTokens, grammar, signal });
  return { answers: { words, decision: decided.response }, read };
}

/** Makes sure that prompt and answer fit into the context, and tells the tokens of the prompt: the library would leave out the oldest turns without a word. */
function room({ lane, engine, settings }: Answering, chatHistory: HistoryItem[]): number {
  const tokens = lane.chat.chatWrapper
    .generateContextState({ chatHistory })
    .contextText.tokenize(engine.model.tokenizer).length;
  const most = tokens + (settings.max_tokens ?? USUAL.max_tokens);
  if (most > engine.contextSize)
    throw new ProviderError(
      "context-overflow",
      `prompt and answer may take ${most} tokens; the context has ${engine.contextSize}`,
    );
  return tokens;
}

function completionOf(
  { words, decision }: Spoken["answers"],
  { tools, required }: Question,
  usage: Completion["usage"],
): Completion {
  const text = words?.response.trim() ?? "";
  const { call, ...args } = (decision === null ? null : objectFrom(decision)) ?? {};
  const called = tools.some(({ name }) => name === call);
  if (!called && required !== undefined)
    throw new ProviderError("invalid-output", `no call of ${required} can be read in the answer`, decision);
  if (text === "" && !called) throw new ProviderError("empty", "the model answered with an empty text");
  return {
    ...{ text, usage, calls: called ? [{ name: String(call), args }] : [] },
    ...(words?.metadata.stopReason === "maxTokens" ? { finish: "length" as const } : {}),
  };
}

function historyOf(messages: readonly Message[]): HistoryItem[] {
  const talk = ruled("alternating", messages).map(({ role, content }): HistoryItem => {
    if (role === "assistant") return { type: "model", response: [content] };
    return { type: role, text: content };
  });
  return [...talk, { type: "model", response: [] }];
}

function sampling({ temperature, max_tokens, stop, seed }: Settings) {
  return {
    temperature: temperature ?? USUAL.temperature,
    maxTokens: max_tokens ?? USUAL.max_tokens,
    ...(seed === undefined ? {} : { seed }),
    ...(stop === undefined ? {} : { customStopTriggers: stop }),
  };
}

/** How a model is asked about tools: it has just spoken, or has to call one. */
function asking({ tools, required }: Question): string {
  const forms = tools.map(({ name, description }) => `"${name}": ${description}`);
  const none = required === undefined ? [...forms, '"none": nothing of this.'] : forms;
  return `What does your message do? Answer in JSON.\n${none.join("\n")}`;
}

/** One object for each tool, with its name and its arguments beside each other, and one that calls nothing. */
function schemaOf(tools: Question["tools"], required?: string): object {
  const forms = tools.map(({ name, parameters }) => {
    const { properties = {} } = parameters as { properties?: object };
    return { type: "object", properties: { call: { const: name }, ...properties } };
  });
  const none = { type: "object", properties: { call: { const: "none" } } };
  return required === undefined
    ? { oneOf: [none, ...forms] }
    : { oneOf: forms.filter((_, at) => tools[at]?.name === required) };
}
