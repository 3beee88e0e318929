import { ollamaModel } from "../../../src/models/ollama.js";
import { LIBRARIES } from "../../support/optional.js";
import { type Protocol, type Reply, streamed } from "./protocol.js";

const event = (data: object) => `${JSON.stringify({ model: "m", created_at: "2026-01-01T00:00:00Z", ...data })}\n`;
const said = (message: object) => event({ message: { role: "assistant", content: "", ...message }, done: false });
const FINISH = { stop: "stop", length: "length", refusal: "refusal" };
const CONTENT_TYPE = "application/x-ndjson";

function body({ pieces = [], call, finish, tokens }: Reply): string {
  const events = pieces.map((content) => said({ content }));
  if (call) events.push(said({ tool_calls: [{ function: { name: call.name, arguments: call.args } }] }));
  const told = tokens ? { prompt_eval_count: tokens.input, eval_count: tokens.output } : {};
  const message = { role: "assistant", content: "" };
  if (finish) events.push(event({ message, done: true, done_reason: FINISH[finish], ...told }));
  return events.join("");
}

export const ollama: Protocol = {
  provider: "ollama",
  library: "@langchain/ollama",
  ...streamed(CONTENT_TYPE, body),
  whole: null,
  failing: (_, message) => `${JSON.stringify({ error: message })}\n`,
  open: (url, { settings = {}, timeout = 20_000 } = {}) =>
    ollamaModel("m", { apiKey: undefined, baseURL: url, timeout, folder: LIBRARIES }, settings),
  error: (_, message) => JSON.stringify({ error: message }),
  event: (content) => said({ content }),
  sent: ({ body }) => ({
    messages: body.messages.map(({ role, content }: { role: "user"; content: string }) => ({ role, content })),
    tools: (body.tools ?? []).map((tool: { function: { name: string } }) => tool.function.name),
    key: undefined,
    longest: body.options.num_predict,
  }),
};
