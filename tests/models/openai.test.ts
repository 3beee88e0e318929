import { describe, expect, it } from "vitest";
import { ProviderError, UsageError } from "../../src/core/errors.js";
import type { Completion, Tool } from "../../src/core/model.js";
import { oneCall } from "../../src/core/usage.js";
import { openaiModel } from "../../src/models/openai.js";
import { type Answer, HTML, nowhere, plainly, serving, silent } from "../support/server.js";
import { calling, chunk, stop, streaming, streamingThen, text, USAGE } from "./chunks.js";

const NEVER = new AbortController().signal;
const CHOOSE: Tool = {
  name: "choose",
  description: "chooses",
  parameters: { type: "object", properties: { id: { type: "string" } } },
};
const MESSAGES = [
  { role: "system" as const, content: "You are a concierge." },
  { role: "user" as const, content: "evening" },
  { role: "assistant" as const, content: "Good evening." },
  { role: "user" as const, content: "a table" },
];

/** What a server's answers make of one call. */
async function completed(answer: Answer, { tools = [CHOOSE], signal = NEVER, timeout = 20_000 } = {}) {
  const { url, received } = await serving(answer);
  const pieces: string[] = [];
  const model = openaiModel("m", { apiKey: "key", baseURL: `${url}/v1`, timeout });
  const done = model.complete({ messages: MESSAGES, tools }, { signal, onText: (piece) => pieces.push(piece) });
  return { completion: await settled(done), pieces, received };
}

/** A completion, or the error in its place. */
const settled = (done: Promise<Completion>) =>
  done.then(
    (whole) => whole as Completion | Error,
    (error: Error) => error,
  );

const openaiError = (code: string, message: string) =>
  JSON.stringify({ error: { message, type: "t", code, param: null } });

describe("a model without a key", () => {
  it("is a matter of usage, with the way out", () => {
    for (const apiKey of [undefined, ""])
      expect(() => openaiModel("m", { apiKey, baseURL: undefined })).toThrow(
        expect.objectContaining({ name: "UsageError", exitCode: 3, hint: expect.stringContaining("OPENAI_API_KEY") }),
      );
    expect(() => openaiModel("m", { apiKey: undefined, baseURL: undefined })).toThrow(UsageError);
  });
});

describe("what a server is sent", () => {
  it("is the talk in its roles, the tools, and the key, and nothing twice", async () => {
    const { received } = await completed(streaming(text("ok"), stop));
    expect(received).toHaveLength(1);
    const [{ path, headers, body }] = received as [(typeof received)[0]];
    expect(path).toBe("/v1/chat/completions");
    expect(headers.authorization).toBe("Bearer key");
    expect(body).toMatchObject({ model: "m", stream: true, messages: MESSAGES });
    expect(body.tools).toEqual([{ type: "function", function: CHOOSE }]);
  });

  it("has no tools where there is nothing to call", async () => {
    const { received } = await completed(streaming(text("ok"), stop), { tools: [] });
    expect(received[0]?.body.tools).toBeUndefined();
  });
});

describe("what comes back", () => {
  it("streams, and is whole at the end, with what it cost", async () => {
    const { completion, pieces } = await completed(
      streaming(text("Try "), text("Osteria "), text("Melro."), stop, USAGE),
    );
    expect(pieces).toEqual(["Try ", "Osteria ", "Melro."]);
    expect(completion).toEqual({ text: "Try Osteria Melro.", calls: [], usage: oneCall({ input: 11, output: 4 }) });
  });

  it("may be a call beside a text", async () => {
    const { completion } = await completed(streaming(text("The first."), ...calling("choose", '{"id"', ': "melro"}')));
    expect(completion).toMatchObject({ text: "The first.", calls: [{ name: "choose", args: { id: "melro" } }] });
  });

  it("may be a call alone", async () => {
    const { completion, pieces } = await completed(streaming(...calling("choose", '{"id": "melro"}')));
    expect(completion).toMatchObject({ text: "", calls: [{ name: "choose", args: { id: "melro" } }] });
    expect(pieces).toEqual([]);
  });

  it("costs nothing known where the server does not say", async () => {
    expect((await completed(streaming(text("ok"), stop))).completion).toMatchObject({
      usage: oneCall(null),
    });
  });

  it.each<[string, object]>([
    ["below nothing", { prompt_tokens: -5, completion_tokens: -7 }],
    ["parts of tokens", { prompt_tokens: 1.5, completion_tokens: 2.5 }],
    ["words", { prompt_tokens: "ten", completion_tokens: "NaN" }],
    ["nothing at all", { prompt_tokens: null }],
    ["more than there can be", { prompt_tokens: 9e15, completion_tokens: 9e15 }],
    ["nothing read and nothing written", { prompt_tokens: 0, completion_tokens: 0 }],
  ])("has tokens that nobody told where the server tells %s", async (_, usage) => {
    const told = chunk({}, null, { choices: [], usage });
    expect((await completed(streaming(text("ok"), stop, told))).completion).toMatchObject({ usage: oneCall(null) });
  });

  it("has no more cached and reasoned than there is", async () => {
    const parts = {
      prompt_tokens_details: { cached_tokens: 5000 },
      completion_tokens_details: { reasoning_tokens: -3 },
    };
    const told = chunk({}, null, { choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, ...parts } });
    expect((await completed(streaming(text("ok"), stop, told))).completion).toMatchObject({
      usage: oneCall({ input: 10, output: 5 }),
    });
  });

  it("may be cut by the server's own limit, and still is an answer", async () => {
    expect((await completed(streaming(text("It is a long"), chunk({}, "length")))).completion).toMatchObject({
      text: "It is a long",
    });
  });
});

describe("what goes wrong", () => {
  const begun = text("Try Oste");

  it.each<[string, Answer, string]>([
    ["a wrong key", plainly(401, openaiError("invalid_api_key", "no")), "auth"],
    ["a forbidden model", plainly(403, openaiError("forbidden", "no")), "auth"],
    ["too many requests", plainly(429, openaiError("rate_limit_exceeded", "slow down")), "rate-limit"],
    ["a fault of the server", plainly(500, openaiError("server_error", "oops")), "server"],
    ["a gateway's page", plainly(503, HTML, "text/html"), "server"],
    [
      "a talk too long",
      plainly(400, openaiError("context_length_exceeded", "maximum context length is 8192 tokens")),
      "context-overflow",
    ],
    ["a request it does not take", plainly(400, openaiError("bad", "tools are not supported")), "refused"],
    ["a model it does not have", plainly(404, openaiError("model_not_found", "no such model")), "refused"],
    ["no word and no call", streaming(text(""), stop), "empty"],
    ["blanks only", streaming(text("  \n"), stop), "empty"],
    ["blanks without end", streaming(text(`a${" ".repeat(200_000)}b`), stop), "invalid-output"],
    ["no chunk at all", plainly(200, "data: [DONE]\n\n", "text/event-stream"), "empty"],
    [
      "arguments nested without end",
      streaming(...calling("choose", `{"id": ${"[".repeat(20_000)}${"]".repeat(20_000)}}`)),
      "invalid-output",
    ],
    ["an answer that did not stream", plainly(200, '{"choices": []}'), "invalid-output"],
    ["a page where a stream was due", plainly(200, HTML, "text/html"), "invalid-output"],
    [
      "a stream of something else",
      (response) => void response.writeHead(200, { "content-type": "text/event-stream" }).end("data: {oops\n\n"),
      "invalid-output",
    ],
    ["a stream that ends without saying why", streaming(begun), "cut-stream"],
    ["a stream that breaks off", streamingThen((response) => response.destroy(), begun), "cut-stream"],
    [
      "an error amid the stream",
      streamingThen((response) => response.end(`data: ${openaiError("server_error", "overloaded")}\n\n`), begun),
      "server",
    ],
    ["a server that hangs up", (response) => void response.destroy(), "network"],
  ])("%s", async (_, answer, kind) => {
    const { completion, received } = await completed(answer);
    expect(completion).toBeInstanceOf(ProviderError);
    expect(completion).toMatchObject({ kind });
    expect(received).toHaveLength(1);
  });

  it("nobody is there", async () => {
    const model = openaiModel("m", { apiKey: "key", baseURL: await nowhere() });
    expect(await settled(model.complete({ messages: MESSAGES, tools: [] }, { signal: NEVER }))).toMatchObject({
      name: "ProviderError",
      kind: "network",
    });
  });

  it.each<[string, Answer]>([
    ["never answers", silent],
    ["never ends", streamingThen(() => {}, text("Try"))],
  ])("a server that %s runs out of time", async (_, answer) => {
    expect((await completed(answer, { timeout: 60 })).completion).toMatchObject({
      ...{ kind: "timeout", message: "no whole answer within 0.06 s" },
    });
  });

  it("keeps what had come before a stream broke off", async () => {
    const { completion, pieces } = await completed(streaming(begun));
    expect(pieces).toEqual(["Try Oste"]);
    expect(completion).toMatchObject({ kind: "cut-stream", raw: "Try Oste" });
  });

  // Not yet: what a server asks for reaches retries as null, and a filter's cut as an answer.
  it("tells when the server wants to be asked again", async () => {
    const later: Answer = (response) => void response.writeHead(429, { "retry-after": "7" }).end("{}");
    expect((await completed(later)).completion).toMatchObject({ kind: "rate-limit", retryAfter: 7 });
  });

  it("is no answer where a filter cut it", async () => {
    expect((await completed(streaming(begun, chunk({}, "content_filter")))).completion).toBeInstanceOf(ProviderError);
  });

  it("never shows the key", async () => {
    for (const answer of [plainly(401, openaiError("invalid_api_key", "no")), plainly(500, "oops")]) {
      const { completion } = await completed(answer);
      const { message, raw } = completion as ProviderError;
      expect(`${message} ${raw}`).not.toContain("Bearer");
    }
  });
});

describe("an abort", () => {
  const reason = new Error("stopped by hand");

  it("amid the stream ends the call with its reason", async () => {
    const abort = new AbortController();
    const stopping = streamingThen(() => abort.abort(reason), text("Try"));
    expect((await completed(stopping, { signal: abort.signal })).completion).toBe(reason);
  });

  it("before the call sends nothing", async () => {
    const { completion, received } = await completed(silent, { signal: AbortSignal.abort(reason) });
    expect(completion).toBe(reason);
    expect(received).toEqual([]);
  });
});

it("a redirect is not followed: questions, keys and headers go to the address that was given", async () => {
  const other = await serving(streaming(text("The first."), stop));
  for (const status of [301, 302, 307, 308]) {
    const { completion } = await completed(
      (response) => void response.writeHead(status, { location: `${other.url}/v1/chat/completions` }).end(),
    );
    expect(completion).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("redirects are not followed"),
    });
  }
  expect(other.received).toEqual([]);
});
