import type { Message } from "../../../src/core/model.js";
import { anthropicModel } from "../../../src/models/anthropic.js";
import { LIBRARIES } from "../../support/optional.js";
import { type Protocol, type Reply, streamed } from "./protocol.js";

const event = (data: { type: string }) => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
const delta = (index: number, one: object) => event({ type: "content_block_delta", index, delta: one } as never);
const FINISH = { stop: "end_turn", length: "max_tokens", refusal: "refusal" };

function body({ pieces = [], call, finish, tokens }: Reply): string {
  const usage = { input_tokens: tokens?.input ?? 0, output_tokens: 0 };
  const message = { id: "msg_1", type: "message", role: "assistant", content: [], model: "m", usage };
  const events = [event({ type: "message_start", message: { ...message, stop_reason: null } } as never)];
  if (pieces.length > 0) {
    events.push(event({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } } as never));
    events.push(...pieces.map((text) => delta(0, { type: "text_delta", text })));
    if (finish) events.push(event({ type: "content_block_stop", index: 0 } as never));
  }
  if (call) {
    const block = { type: "tool_use", id: "toolu_1", name: call.name, input: {} };
    events.push(event({ type: "content_block_start", index: 1, content_block: block } as never));
    events.push(delta(1, { type: "input_json_delta", partial_json: JSON.stringify(call.args) }));
    events.push(event({ type: "content_block_stop", index: 1 } as never));
  }
  if (finish) {
    const reason = { stop_reason: call ? "tool_use" : FINISH[finish], stop_sequence: null };
    const used = { output_tokens: tokens?.output ?? 0 };
    events.push(event({ type: "message_delta", delta: reason, usage: used } as never), event({ type: "message_stop" }));
  }
  return events.join("");
}

interface Block {
  role: Message["role"];
  content: string | { text: string }[];
}

const textOf = (content: Block["content"]) =>
  typeof content === "string" ? content : content.map(({ text }) => text).join("");

export const anthropic: Protocol = {
  provider: "anthropic",
  library: "@langchain/anthropic",
  ...streamed("text/event-stream", body),
  open: (url, { settings = {}, timeout = 20_000, streaming = true } = {}) =>
    anthropicModel("m", { apiKey: "secret", baseURL: url, timeout, streaming, folder: LIBRARIES }, settings),
  whole: (text) => ({
    ...{ id: "msg_1", type: "message", role: "assistant", model: "m", content: [{ type: "text", text }] },
    ...{ stop_reason: "end_turn", stop_sequence: null, usage: { input_tokens: 11, output_tokens: 4 } },
  }),
  failing: (type, message) => event({ type: "error", error: { type, message } } as never),
  error: (type, message) => JSON.stringify({ type: "error", error: { type, message } }),
  event: (text) => delta(0, { type: "text_delta", text }),
  sent: ({ body, headers }) => ({
    messages: [
      ...(body.system ? [{ role: "system" as const, content: textOf(body.system) }] : []),
      ...body.messages.map(({ role, content }: Block) => ({ role, content: textOf(content) })),
    ],
    tools: (body.tools ?? []).map((tool: { name: string }) => tool.name),
    key: String(headers["x-api-key"]),
    longest: body.max_tokens,
  }),
};
