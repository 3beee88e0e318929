import type { Question } from "../core/model.js";

/** Characters to a token, about, in English prose and JSON: a rule of thumb of providers, for what must be known before a call. */
const CHARACTERS = 4;

/** How many tokens a text has, about. */
export const tokensIn = (text: string): number => Math.ceil(text.length / CHARACTERS);

/** How many tokens a question has, about. Real numbers come back with the answer. */
export function tokensOf({ messages, tools }: Question): number {
  const talk = messages.reduce((sum, { content }) => sum + content.length + 16, 0);
  const offered = tools.length === 0 ? 0 : JSON.stringify(tools).length;
  return Math.ceil((talk + offered) / CHARACTERS);
}
