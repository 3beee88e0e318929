import type { Completion, Message, Model, Tool } from "../../src/core/model.js";

/** What a scripted model answers: a text, or a text with calls. */
export type Scripted = string | { text?: string; calls?: Completion["calls"] };

/** One call that a scripted model got. */
export interface Asked {
  messages: readonly Message[];
  tools: readonly Tool[];
}

/** A model that gives its answers one after the other, word by word, and keeps what it was asked. */
export function scriptedModel(...answers: Scripted[]): Model & { asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    name: "scripted",
    asked,
    async complete(messages, { tools = [], onText, signal }) {
      signal.throwIfAborted();
      asked.push({ messages, tools });
      const answer = answers[asked.length - 1];
      if (answer === undefined) throw new Error(`the script has ${answers.length} answers only`);
      const { text = "", calls = [] } = typeof answer === "string" ? { text: answer } : answer;
      for (const piece of text.split(/(?<= )/)) if (piece) onText?.(piece);
      return { text, calls, usage: { calls: 1, input: 7, output: 3 } };
    },
  };
}
