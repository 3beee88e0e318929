import type { ServerResponse } from "node:http";
import type { Answer } from "../support/server.js";

/** One piece of a chat completion as OpenAI's servers stream it. */
export function chunk(delta: object, finish: string | null = null, more: object = {}): object {
  const head = { id: "c1", object: "chat.completion.chunk", created: 1, model: "m" };
  return { ...head, choices: [{ index: 0, delta, finish_reason: finish }], ...more };
}

export const text = (content: string) => chunk({ content });
export const stop = chunk({}, "stop");
export const USAGE = chunk({}, null, {
  choices: [],
  usage: { prompt_tokens: 11, completion_tokens: 4, total_tokens: 15 },
});

/** A call of a tool whose arguments come in pieces. */
export function calling(name: string, ...pieces: string[]): object[] {
  const call = (part: object) => chunk({ tool_calls: [{ index: 0, ...part }] });
  const first = call({ id: "call_1", type: "function", function: { name, arguments: "" } });
  return [first, ...pieces.map((piece) => call({ function: { arguments: piece } })), chunk({}, "tool_calls")];
}

/** Streams chunks as server-sent events. */
export const streaming =
  (...chunks: object[]): Answer =>
  (response) =>
    void opened(response).end(`${events(chunks)}data: [DONE]\n\n`);

/** Streams chunks, then does something else than ending. */
export const streamingThen =
  (then: (response: ServerResponse) => void, ...chunks: object[]): Answer =>
  (response) =>
    void opened(response).write(events(chunks), () => then(response));

const OPENED = chunk({ role: "assistant", content: "" });
const events = (chunks: readonly object[]) =>
  [OPENED, ...chunks].map((one) => `data: ${JSON.stringify(one)}\n\n`).join("");
const opened = (response: ServerResponse) => response.writeHead(200, { "content-type": "text/event-stream" });
