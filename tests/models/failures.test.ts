import { describe, expect, it } from "vitest";
import { ProviderError } from "../../src/core/errors.js";
import { answered, classed, refusesTools } from "../../src/models/failures.js";

describe("what providers say", () => {
  it.each<[string, number, string, string]>([
    ["OpenAI: no such key", 401, '{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}', "auth"],
    [
      "Google: no such key",
      400,
      '{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT"}}',
      "auth",
    ],
    [
      "OpenAI: no credit",
      429,
      '{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}',
      "auth",
    ],
    ["Anthropic: no credit", 400, '{"error":{"message":"Your credit balance is too low"}}', "auth"],
    ["OpenAI: slow down", 429, '{"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}', "rate-limit"],
    [
      "Google: slow down",
      429,
      '{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"Quota exceeded"}}',
      "rate-limit",
    ],
    ["OpenAI: too long", 400, '{"error":{"message":"…","code":"context_length_exceeded"}}', "context-overflow"],
    [
      "Anthropic: too long",
      400,
      '{"error":{"message":"prompt is too long: 210000 tokens > 200000 maximum"}}',
      "context-overflow",
    ],
    [
      "Google: too long",
      400,
      '{"error":{"message":"The input token count (1200000) exceeds the maximum number of tokens"}}',
      "context-overflow",
    ],
    [
      "llama.cpp: too long",
      400,
      '{"error":{"message":"the request exceeds the available context size"}}',
      "context-overflow",
    ],
    ["a body too large", 413, "", "context-overflow"],
    ["Azure: filtered", 400, '{"error":{"code":"content_filter","message":"content management policy"}}', "refusal"],
    ["Anthropic: overloaded", 529, '{"error":{"type":"overloaded_error"}}', "server"],
    ["a gateway that speaks of quotas", 502, "quota", "server"],
    ["too slow a request", 408, "", "timeout"],
    ["a parameter it does not know", 400, '{"error":{"message":"Unsupported parameter: temperature"}}', "refused"],
  ])("%s", (_, status, body, kind) => {
    expect(answered(status, body).kind).toBe(kind);
  });

  it("is told in their words, without a page", () => {
    expect(answered(400, '{"error": "no such model"}').message).toBe("the provider answered 400: no such model");
    expect(answered(502, "<html>oops</html>")).toMatchObject({
      message: "the provider answered 502: a page",
      raw: "<html>oops</html>",
    });
  });
});

describe("what clients throw", () => {
  it("keeps what we threw inside them, with when to ask again", () => {
    const ours = new ProviderError("rate-limit", "slow", null, 7);
    const wrapped = new Error("Connection error.", { cause: new TypeError("fetch failed", { cause: ours }) });
    expect(classed(wrapped, null)).toBe(ours);
    expect(classed(wrapped, "Try")).toMatchObject({ kind: "rate-limit", raw: "Try", retryAfter: 7 });
  });

  it.each<[Error, string | null, string]>([
    [
      new TypeError("fetch failed", {
        cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
      }),
      null,
      "network",
    ],
    [new TypeError("terminated"), "Try", "cut-stream"],
    [new SyntaxError("Unexpected token '<' in JSON at position 0"), null, "invalid-output"],
    [Object.assign(new Error("Request timed out."), { name: "APIConnectionTimeoutError" }), null, "timeout"],
    [new Error("what is this"), null, "unknown"],
  ])("%s after %s is %s", (error, begun, kind) => {
    expect(classed(error, begun).kind).toBe(kind);
  });
});

describe("a provider that takes no tools", () => {
  it.each([
    [true, 400, "registry.ollama.ai/library/gemma:2b does not support tools"],
    [true, 404, "No endpoints found that support tool use: tools are not supported"],
    [true, 400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'],
    [true, 400, "Unrecognized request argument supplied: tools"],
    [true, 400, "Function calling is not enabled for this model"],
    [false, 400, "Unsupported parameter: temperature"],
    [false, 404, "no such model"],
    [false, 429, "tools are not available: too many requests"],
  ])("%s: %s %s", (known, status, message) => {
    expect(refusesTools(answered(status, JSON.stringify({ error: { message } })))).toBe(known);
  });
});
