import { googleModel } from "../../../src/models/google.js";
import { LIBRARIES } from "../../support/optional.js";
import { type Protocol, type Reply, streamed } from "./protocol.js";

const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
const candidate = (parts: object[], more: object = {}) =>
  event({ candidates: [{ index: 0, content: { role: "model", parts }, ...more }] });
const FINISH = { stop: "STOP", length: "MAX_TOKENS", refusal: "SAFETY" };

function body({ pieces = [], call, finish, tokens }: Reply): string {
  const events = pieces.map((text) => candidate([{ text }]));
  if (call) events.push(candidate([{ functionCall: call }]));
  const told = tokens && {
    promptTokenCount: tokens.input,
    candidatesTokenCount: tokens.output,
    totalTokenCount: tokens.input + tokens.output,
  };
  if (finish) {
    const ended = { index: 0, content: { role: "model", parts: [{ text: "" }] }, finishReason: FINISH[finish] };
    events.push(event({ candidates: [ended], ...(told ? { usageMetadata: told } : {}) }));
  }
  return events.join("");
}

interface Content {
  role: "user" | "model";
  parts: { text: string }[];
}

const textOf = ({ parts }: Content) => parts.map(({ text }) => text).join("");

export const google: Protocol = {
  provider: "google",
  library: "@langchain/google",
  ...streamed("text/event-stream", body),
  open: (url, { settings = {}, timeout = 20_000, streaming = true } = {}) =>
    googleModel("m", { apiKey: "secret", baseURL: url, timeout, streaming, folder: LIBRARIES }, settings),
  whole: (text) => ({
    candidates: [{ index: 0, content: { role: "model", parts: [{ text }] }, finishReason: "STOP" }],
    usageMetadata: { promptTokenCount: 11, candidatesTokenCount: 4, totalTokenCount: 15 },
  }),
  failing: (status, message) => event({ error: { code: 500, message, status } }),
  error: (status, message) => JSON.stringify({ error: { code: 500, message, status } }),
  event: (text) => candidate([{ text }]),
  sent: ({ body, headers }) => ({
    messages: [
      ...(body.systemInstruction ? [{ role: "system" as const, content: textOf(body.systemInstruction) }] : []),
      ...body.contents.map((content: Content) => ({
        role: content.role === "model" ? ("assistant" as const) : ("user" as const),
        content: textOf(content),
      })),
    ],
    tools: (body.tools ?? []).flatMap((tool: { functionDeclarations: { name: string }[] }) =>
      tool.functionDeclarations.map(({ name }) => name),
    ),
    key: String(headers["x-goog-api-key"]),
    longest: body.generationConfig.maxOutputTokens,
  }),
};
