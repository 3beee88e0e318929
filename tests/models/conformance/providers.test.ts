import { beforeEach, describe, expect, it } from "vitest";
import { ProviderError } from "../../../src/core/errors.js";
import type { Completion, Message, Question, Tool } from "../../../src/core/model.js";
import { prompted } from "../../../src/models/prompted.js";
import { structured } from "../../../src/models/structured.js";
import type { Settings } from "../../../src/schema/settings.js";
import { withoutLibrary } from "../../support/optional.js";
import { type Answer, HTML, nowhere, plainly, serving, silent } from "../../support/server.js";
import { anthropic } from "./anthropic.js";
import { google } from "./google.js";
import { ollama } from "./ollama.js";
import { openai } from "./openai.js";
import type { Protocol } from "./protocol.js";

const NEVER = new AbortController().signal;
const CHOOSE: Tool = {
  name: "choose",
  description: "chooses",
  parameters: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
};
const TALK: Message[] = [
  { role: "system", content: "You are a concierge." },
  { role: "user", content: "evening" },
  { role: "assistant", content: "Good evening." },
  { role: "user", content: "a table" },
];

interface Call {
  question?: Partial<Question>;
  settings?: Settings;
  signal?: AbortSignal;
  timeout?: number;
  streaming?: boolean;
}

describe.each<Protocol>([openai, anthropic, google, ollama])("$provider", (protocol) => {
  const missing = protocol.library === null ? null : withoutLibrary(protocol.library);
  beforeEach((context) => {
    if (missing !== null) context.skip(missing);
  });
  const { streaming, streamingThen, error } = protocol;

  /** What a server's answers make of one call. */
  async function completed(answers: Answer[], { question = {}, signal = NEVER, ...opening }: Call = {}) {
    const { url, received } = await serving(...answers);
    const pieces: string[] = [];
    const model = structured(prompted(await protocol.open(url, opening)));
    const asked = { messages: TALK, tools: [CHOOSE], ...question };
    const done = model.complete(asked, { signal, onText: (piece) => pieces.push(piece) });
    const completion = await done.catch((failed: Error) => failed);
    return { completion: completion as Completion & ProviderError, pieces, received };
  }

  it("is sent the talk in its roles, the tools, the settings and the key", async () => {
    const { received } = await completed([streaming({ pieces: ["ok"], finish: "stop" })], {
      settings: { max_tokens: 99 },
    });
    expect(received).toHaveLength(1);
    const { messages, tools, key, longest } = protocol.sent(received[0] as (typeof received)[0]);
    expect(messages).toEqual(TALK);
    expect(tools).toEqual(["choose"]);
    expect(longest).toBe(99);
    expect(key).toBe(protocol.provider === "ollama" ? undefined : "secret");
  });

  it("streams, and is whole at the end, with its tokens", async () => {
    const reply = { pieces: ["Try ", "Osteria ", "Melro."], finish: "stop" as const, tokens: { input: 11, output: 4 } };
    const { completion, pieces } = await completed([streaming(reply)]);
    expect(pieces).toEqual(["Try ", "Osteria ", "Melro."]);
    expect(completion).toMatchObject({ text: "Try Osteria Melro.", calls: [] });
    expect(completion.usage).toMatchObject({ calls: 1, input: 11, output: 4, unreported: 0 });
    expect(completion.finish).toBeUndefined();
  });

  it("calls a tool beside a text", async () => {
    const call = { name: "choose", args: { id: "melro" } };
    const { completion } = await completed([streaming({ pieces: ["That one."], call, finish: "stop" })]);
    expect(completion).toMatchObject({ text: "That one.", calls: [call] });
    expect(completion.calls[0]?.by).toBeUndefined();
  });

  it("calls a tool without a word", async () => {
    const call = { name: "choose", args: { id: "melro" } };
    const { completion } = await completed([streaming({ call, finish: "stop" })]);
    expect(completion).toMatchObject({ text: "", calls: [call] });
  });

  it("may tell a call in its text", async () => {
    const printed = streaming({ pieces: ['That one.\n```json\n{"id": "melro"}\n```'], finish: "stop" });
    const { completion } = await completed([printed]);
    expect(completion).toMatchObject({ text: "That one.", calls: [{ args: { id: "melro" }, by: "json" }] });
  });

  it("must call what is required", async () => {
    const { completion } = await completed([streaming({ pieces: ["No idea."], finish: "stop" })], {
      question: { required: "choose" },
    });
    expect(completion).toMatchObject({ kind: "invalid-output", raw: "No idea." });
  });

  it("is told of tools in its prompt where it takes none", async () => {
    const refusal = plainly(400, error("invalid_request_error", "this model does not support tools"));
    const json = streaming({
      pieces: ['{"text": "That one.", "call": {"name": "choose", "args": {"id": "melro"}}}'],
      finish: "stop",
    });
    const { completion, received } = await completed([refusal, json]);
    expect(completion).toMatchObject({ text: "That one.", calls: [{ name: "choose", args: { id: "melro" } }] });
    const again = protocol.sent(received[1] as (typeof received)[0]);
    expect(again.tools).toEqual([]);
    expect(again.messages[0]?.content).toContain("JSON");
  });

  it("may be cut at the most tokens, which is told", async () => {
    const { completion } = await completed([streaming({ pieces: ["It is a long"], finish: "length" })]);
    expect(completion).toMatchObject({ text: "It is a long", finish: "length" });
  });

  const begun = { pieces: ["Try Oste"] };
  const typed: Answer = (response) => void response.writeHead(200, { "content-type": protocol.contentType });

  it.each<[string, Answer, string]>([
    ["a wrong key", plainly(401, error("authentication_error", "no")), "auth"],
    ["a forbidden model", plainly(403, error("permission_error", "no")), "auth"],
    ["too many requests", plainly(429, error("rate_limit_error", "slow down")), "rate-limit"],
    ["a fault of the server", plainly(500, error("api_error", "oops")), "server"],
    ["an overloaded server", plainly(529, error("overloaded_error", "overloaded")), "server"],
    ["a gateway's page", plainly(502, HTML, "text/html"), "server"],
    [
      "a talk too long",
      plainly(400, error("invalid_request_error", "the context length of 8192 is exceeded")),
      "context-overflow",
    ],
    ["a model it does not have", plainly(404, error("not_found_error", "no such model")), "refused"],
    ["an error that says all is well", plainly(200, error("overloaded_error", "overloaded")), "server"],
    ["a page where an answer was due", plainly(200, HTML, "text/html"), "invalid-output"],
    ["a reply that refuses", streaming({ pieces: ["I"], finish: "refusal" }), "refusal"],
    ["no word and no call", streaming({ finish: "stop" }), "empty"],
    ["blanks only", streaming({ pieces: ["  \n"], finish: "stop" }), "empty"],
    ["a stream that ends without saying why", streaming(begun), "cut-stream"],
    ["a stream that breaks off", streamingThen(begun, (_, close) => close()), "cut-stream"],
    [
      "no UTF-8",
      (response) => {
        typed(response, undefined as never);
        response.end(Buffer.from([0x64, 0xff, 0xfe, 0x0a, 0x0a]));
      },
      "invalid-output",
    ],
    [
      "a line that never ends",
      (response) => {
        typed(response, undefined as never);
        response.end("x".repeat(1_500_000));
      },
      "invalid-output",
    ],
    ["a server that hangs up", (response) => void response.destroy(), "network"],
  ])("%s is classed", async (_, answer, kind) => {
    const { completion, received } = await completed([answer]);
    expect(completion).toBeInstanceOf(ProviderError);
    expect(completion.kind, completion.message).toBe(kind);
    expect(received).toHaveLength(1);
    expect(`${completion.message} ${completion.raw}`).not.toContain("secret");
  });

  it("classes an error amid the stream", async () => {
    const failing = streamingThen(begun, (write) => write(protocol.failing("overloaded_error", "overloaded")));
    const { completion } = await completed([failing], { timeout: 5_000 });
    expect(completion).toMatchObject({ kind: "server", raw: "Try Oste" });
  });

  it("may answer in one piece, where it is asked to", async ({ skip }) => {
    if (protocol.whole === null) return skip("it always streams");
    const whole = plainly(200, JSON.stringify(protocol.whole("Try Melro.")));
    const { completion, pieces } = await completed([whole], { streaming: false });
    expect(completion).toMatchObject({ text: "Try Melro.", usage: { input: 11, output: 4 } });
    expect(pieces).toEqual(["Try Melro."]);
  });

  it.each<[string, Answer, string]>([
    ["an error that says all is well", plainly(200, error("overloaded_error", "overloaded")), "server"],
    ["a page", plainly(200, HTML, "text/html"), "invalid-output"],
    ["no JSON", plainly(200, "{oops"), "invalid-output"],
    ["more than anybody reads", plainly(200, `{"a": "${"x".repeat(1_500_000)}"}`), "invalid-output"],
    ["nothing", plainly(200, ""), "invalid-output"],
    ["a failed status", plainly(503, error("api_error", "oops")), "server"],
  ])("classes %s in the place of an answer in one piece", async (_, answer, kind) => {
    const { completion } = await completed([answer], { streaming: false });
    expect(completion.kind, completion.message).toBe(kind);
  });

  it("keeps what had come before a stream broke off", async () => {
    const { completion, pieces } = await completed([streamingThen(begun, (_, close) => close())]);
    expect(pieces).toEqual(["Try Oste"]);
    expect(completion).toMatchObject({ kind: "cut-stream", raw: "Try Oste" });
  });

  it("says when it wants to be asked again", async () => {
    const later: Answer = (response) =>
      void response.writeHead(429, { "retry-after": "7", "content-type": "application/json" }).end(error("r", "slow"));
    expect((await completed([later])).completion).toMatchObject({ kind: "rate-limit", retryAfter: 7 });
  });

  it("is stopped where its reply has no end", async () => {
    const endless = streamingThen({ pieces: ["On and on"] }, (write) => {
      for (let count = 0; count < 100; count++) write(protocol.event(" and on".repeat(100)));
    });
    const { completion } = await completed([endless], { settings: { max_tokens: 10 } });
    expect(completion).toMatchObject({ kind: "invalid-output", raw: expect.stringContaining("On and on") });
  });

  it("is not waited for without end", async () => {
    for (const answer of [silent, streamingThen(begun, () => {})])
      expect((await completed([answer], { timeout: 100 })).completion).toMatchObject({ kind: "timeout" });
  });

  it("is a matter of the network where nobody is there", async () => {
    const model = await protocol.open(await nowhere());
    await expect(model.complete({ messages: TALK, tools: [] }, { signal: NEVER })).rejects.toMatchObject({
      ...{ name: "ProviderError", kind: "network" },
    });
  });

  it("stops at an abort, with its reason", async () => {
    const reason = new Error("stopped by hand");
    for (const answer of [silent, streamingThen(begun, () => {})]) {
      const abort = new AbortController();
      const aborting: Answer = (response, received) => {
        answer(response, received);
        setImmediate(() => abort.abort(reason));
      };
      expect((await completed([aborting], { signal: abort.signal })).completion).toBe(reason);
    }
  });

  it("sends nothing after an abort", async () => {
    const reason = new Error("stopped by hand");
    const { completion, received } = await completed([silent], { signal: AbortSignal.abort(reason) });
    expect(completion).toBe(reason);
    expect(received).toEqual([]);
  });
});
