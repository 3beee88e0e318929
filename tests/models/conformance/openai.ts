import { openaiModel } from "../../../src/models/openai.js";
import { type Protocol, type Reply, streamed } from "./protocol.js";

const chunk = (delta: object, finish: string | null = null, more: object = {}) => ({
  ...{ id: "c1", object: "chat.completion.chunk", created: 1, model: "m" },
  ...{ choices: [{ index: 0, delta, finish_reason: finish }], ...more },
});
const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
const FINISH = { stop: "stop", length: "length", refusal: "content_filter" };

function body({ pieces = [], call, finish, tokens }: Reply): string {
  const events = [chunk({ role: "assistant", content: "" }), ...pieces.map((content) => chunk({ content }))];
  if (call) {
    const one = { index: 0, id: "call_1", type: "function", function: { name: call.name, arguments: "" } };
    const rest = { index: 0, function: { arguments: JSON.stringify(call.args) } };
    events.push(chunk({ tool_calls: [one] }), chunk({ tool_calls: [rest] }));
  }
  if (finish) events.push(chunk({}, call ? "tool_calls" : FINISH[finish]));
  if (tokens) {
    const { input, output } = tokens;
    const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
    events.push(chunk({}, null, { choices: [], usage }));
  }
  return events.map(event).join("");
}

export const openai: Protocol = {
  provider: "openai",
  library: null,
  ...streamed("text/event-stream", body, "data: [DONE]\n\n"),
  open: async (url, { settings = {}, timeout = 20_000, streaming = true } = {}) =>
    openaiModel("m", { apiKey: "secret", baseURL: `${url}/v1`, timeout, streaming }, settings),
  whole: (content) => ({
    ...{ id: "c1", object: "chat.completion", created: 1, model: "m" },
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: { prompt_tokens: 11, completion_tokens: 4, total_tokens: 15 },
  }),
  failing: (code, message) => event({ error: { message, type: code, code, param: null } }),
  error: (code, message) => JSON.stringify({ error: { message, type: code, code, param: null } }),
  event: (content) => event(chunk({ content })),
  sent: ({ body, headers }) => ({
    messages: body.messages,
    tools: (body.tools ?? []).map((tool: { function: { name: string } }) => tool.function.name),
    key: headers.authorization?.replace("Bearer ", ""),
    longest: body.max_tokens ?? body.max_completion_tokens,
  }),
};
