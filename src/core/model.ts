import type { Usage } from "../schema/event.js";

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

/** What came back: the whole text, the calls, and what it cost; usage is zero where the server did not say. */
export interface Completion {
  text: string;
  calls: { name: string; args: Readonly<Record<string, unknown>> }[];
  usage: Usage;
}

/** A language model. Streams text as it comes. Throws ProviderError, classed; the abort reason where the signal ends it. */
export interface Model {
  name: string;
  complete(
    messages: readonly Message[],
    options: { tools?: readonly Tool[]; onText?: (text: string) => void; signal: AbortSignal },
  ): Promise<Completion>;
}

/** A prompt with its `{{places}}` filled in. Throws where one is left. */
export function filled(prompt: string, values: Readonly<Record<string, string>>): string {
  return prompt.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the prompt asks for {{${name}}}, which nobody gives`);
    return value;
  });
}
