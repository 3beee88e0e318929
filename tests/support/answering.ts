import type { Completion, Model, Question } from "../../src/core/model.js";
import { oneCall } from "../../src/core/usage.js";

/** What a model says: a text, or a text with calls. */
export type Answer = string | { text?: string; calls?: Completion["calls"] };

/** A model that answers by a function of what it is asked, and keeps what that was. */
export function answering(answer: (question: Question, nth: number) => Answer): Model & { asked: Question[] } {
  const asked: Question[] = [];
  return {
    name: "answering",
    settings: {},
    asked,
    async complete(question, { onStart, onText, signal }) {
      signal.throwIfAborted();
      await onStart?.();
      asked.push(question);
      const said = answer(question, asked.length - 1);
      const { text = "", calls = [] } = typeof said === "string" ? { text: said } : said;
      if (text !== "") onText?.(text);
      return { text, calls, usage: oneCall({ input: 7, output: 3 }) };
    },
  };
}

/** What a hybrid user's brief asks a model to say. */
export function meaningIn({ messages }: Question): string {
  return /Its meaning:\n> (.*)\n/.exec(messages[0]?.content ?? "")?.[1] ?? "";
}
