import type { RecordedReply } from "../schema/call.js";
import type { ProviderError } from "./errors.js";

/** One message to a model. */
export interface Message {
  role: "system" | "user" | "assistant";
  content: string;
}

/** A function a model may call beside its text, with a JSON Schema of its arguments. */
export interface Tool {
  name: string;
  description: string;
  parameters: object;
}

/** All of a question: equal questions to one model are the same. */
export interface Question {
  messages: readonly Message[];
  tools: readonly Tool[];
  /** The tool that the answer has to call; left out: calling one is the model's to decide. */
  required?: string;
}

/** What came back: the whole text, the calls, and what it used. */
export type Completion = RecordedReply;

/** What goes with a question and does not change its answer. */
export interface Hooks {
  signal: AbortSignal;
  /** Awaited before each request that really goes out. */
  onStart?(): Promise<void>;
  /** Text as it comes; what is told is no more than a preview, for a call may fail and be made again. */
  onText?(text: string): void;
  /** A try that failed and will be made again, or was the last. */
  onFailure?(error: ProviderError): void;
}

/** A language model. Throws ProviderError, classed; the abort reason where the signal ends it. */
export interface Model {
  /** `provider:name`. */
  name: string;
  /** How it is asked to answer, as far as that changes answers. */
  settings: Readonly<Record<string, unknown>>;
  /** Where it is asked, as far as it is known by an address. */
  server?: string | null;
  complete(question: Question, hooks: Hooks): Promise<Completion>;
}

/** A prompt with its `{{places}}` filled in. Throws where one is left. */
export function filled(prompt: string, values: Readonly<Record<string, string>>): string {
  return prompt.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the prompt asks for {{${name}}}, which nobody gives`);
    return value;
  });
}
