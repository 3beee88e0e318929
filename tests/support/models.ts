import type { Completion, Model, Question } from "../../src/core/model.js";
import { oneCall } from "../../src/core/usage.js";

/** What a scripted model answers: a text, a text with calls, or an error that it throws. */
export type Scripted = string | Partial<Completion> | Error;

/** What a scripted model's answers use. */
export const USED = oneCall({ input: 7, output: 3 });

/** A model that gives its answers one after the other, word by word, and keeps what it was asked. */
export function scriptedModel(...answers: Scripted[]): Model & { asked: Question[] } {
  const asked: Question[] = [];
  return {
    name: "scripted",
    settings: {},
    asked,
    async complete(question, { onText, signal }) {
      signal.throwIfAborted();
      asked.push(question);
      const answer = answers[asked.length - 1];
      if (answer === undefined) throw new Error(`the script has ${answers.length} answers only`);
      if (answer instanceof Error) throw answer;
      const { text = "", calls = [], usage = USED } = typeof answer === "string" ? { text: answer } : answer;
      for (const piece of text.split(/(?<= )/)) if (piece) onText?.(piece);
      return { text, calls, usage };
    },
  };
}
