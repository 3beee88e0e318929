import { describe, expect, it } from "vitest";
import { AssistantError, ProviderError } from "../../src/core/errors.js";
import { noUsage } from "../../src/core/usage.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { bookOf } from "../support/books.js";
import { assistantBy, codeAt, codeFile } from "../support/code.js";
import { encounter, past, stage } from "./stage.js";

const hooks = (signal = new AbortController().signal) => ({ stream: () => {}, signal });
/** A module whose assistant has this function `reply`, and what stands around it. */
const replying = (reply: string, outside = "") =>
  codeAt(codeFile(`${outside}\nexport default ({ user_id }: { user_id: string }) => ({ ${reply} })`));

/** What each call of an assistant is told, answered as its own text. */
const echo = () => replying("reply(request) { return { text: JSON.stringify(request) } }");

async function failure(reply: string, timeout?: number) {
  return failureOf(assistantBy(replying(reply), stage(), timeout ? { timeout } : {}).reply(encounter(), hooks()));
}

async function failureOf(reply: Promise<unknown>) {
  const error = await reply.then(
    () => new Error("it answered"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProviderError)) throw error;
  return {
    fault: error instanceof AssistantError ? "assistant" : "infrastructure",
    ...{ kind: error.kind, message: error.message, raw: error.raw },
  };
}

describe("what a module is asked", () => {
  const turns = [
    userTurn(0, { text: "evening" }),
    assistantTurn(1, { text: "Good." }),
    userTurn(2, { text: "a table" }),
  ];

  it("is what a service is sent", async () => {
    const { text } = await assistantBy(echo(), stage()).reply(encounter({}, {}, { turns }), hooks());
    const request = JSON.parse(text);
    expect(request).toMatchObject({
      ...{ user_id: "t", session_id: "s2", now: "2026-06-12T18:00" },
      messages: [
        { role: "user", content: "evening" },
        { role: "assistant", content: "Good." },
        { role: "user", content: "a table" },
      ],
    });
    expect(Object.keys(request).sort()).toEqual(["materials", "messages", "now", "options", "session_id", "user_id"]);
    expect(Object.keys(request.options[0])).toEqual(["id", "name", "pitch", "points", "details"]);
    expect(Object.keys(request.materials).sort()).toEqual([
      "attributes",
      "documents",
      "interactions",
      "pairs",
      "sessions",
    ]);
  });

  it("comes to one assistant for the whole trial, which is told of ends, too", async () => {
    const assistant = assistantBy(
      replying(`
        count: 0, heard: [],
        reply() { this.count += 1; return { text: this.count + " " + user_id + " " + this.heard } },
        endSession({ session_id }) { this.heard.push(session_id) },`),
      stage(),
    );
    expect((await assistant.reply(encounter(), hooks())).text).toBe("1 t ");
    await assistant.endSession(past("s1", "2026-05-01T10:00"));
    expect((await assistant.reply(encounter(), hooks())).text).toBe("2 t s1");
    await expect(assistant.endTrial?.()).resolves.toBeUndefined();
    await expect(assistant.reply(encounter(), hooks())).rejects.toThrow("closed");
  });

  it("may be left unanswered where it is an end and the module has nothing for it", async () => {
    await expect(assistantBy(echo(), stage()).endSession(past("s1", "2026-05-01T10:00"))).resolves.toBeUndefined();
  });
});

describe("what a module answers", () => {
  it("is read as what a service answers", async () => {
    const reply = 'async reply() { return { text: "What do you eat and what not?", choice: "grill" } }';
    expect(await assistantBy(replying(reply), stage()).reply(encounter(), hooks())).toEqual({
      ...{ text: "What do you eat and what not?", choice: "grill", choice_by: "structure", asked: ["diet"] },
      ...{ recalled: [], used: [], usage: noUsage() },
    });
  });

  it("may bring tools, of which the first 2 kB are kept", async () => {
    const reply = `reply() { return { text: "Hm.", tool_calls: [
      { name: "find", args: { near: "here" }, result: { found: 2 } },
      { name: "wait" },
      { name: "read", args: { page: "a".repeat(3000) }, result: "ü".repeat(3000) },
    ] } }`;
    const { tools } = await assistantBy(replying(reply), stage()).reply(encounter(), hooks());
    expect(tools?.slice(0, 2)).toEqual([
      { name: "find", args: '{"near":"here"}', result: '{"found":2}' },
      { name: "wait", args: "{}", result: null },
    ]);
    expect(tools?.[2]?.args).toMatch(/^\{"page":"a+$/);
    expect(tools?.[2]?.result).toBe("ü".repeat(1000));
    expect(tools?.[2]?.args).toHaveLength(2000);
  });

  it("is written down as it came", async () => {
    const staged = { ...stage(), book: bookOf() };
    await assistantBy(replying('reply: () => ({ text: "Hm.", mood: "fine" })'), staged).reply(encounter(), hooks());
    expect(staged.book.written).toMatchObject([
      { type: "call.started", caller: "assistant", model: "./mine.ts", again: false },
      { type: "call", call: { reply: { text: '{"text":"Hm.","mood":"fine"}', usage: noUsage() }, tries: [] } },
    ]);
  });
});

describe("what goes wrong with a module's answer", () => {
  it.each<[string, string, string, RegExp]>([
    ["it throws", 'reply() { throw new Error("no idea") }', "exception", /^no idea$/],
    ["its promise is rejected", 'reply: () => Promise.reject(new TypeError("no idea"))', "exception", /^no idea$/],
    ["it throws nothing at all", "reply() { throw undefined }", "exception", /^undefined$/],
    [
      "it throws what cannot be looked at",
      'reply() { throw { toString() { throw new Error("me neither") } } }',
      "exception",
      /cannot be read/,
    ],
    ["it answers nothing", "reply() {}", "invalid-output", /\{text, choice\?, tool_calls\?\}$/],
    ["it answers words alone", 'reply: () => "Hello."', "invalid-output", /\{text, choice\?, tool_calls\?\}$/],
    ["its text is none", "reply: () => ({ text: 7 })", "invalid-output", /: text$/],
    [
      "its tools are none",
      'reply: () => ({ text: "Hm.", tool_calls: [{}] })',
      "invalid-output",
      /: tool_calls\.0\.name$/,
    ],
    ["its text is empty", 'reply: () => ({ text: " " })', "empty", /empty/],
    [
      "its text is too long",
      'reply: () => ({ text: "x".repeat(2 ** 21) })',
      "invalid-output",
      /longer than 1000000 bytes/,
    ],
    ["its text grows without end", 'reply() { let text = "x"; for (;;) text += text; }', "exception", /string length/],
    ["it holds itself", "reply() { const a: any = {}; a.text = a; return a }", "invalid-output", /JSON/],
    ["it is a number that JSON has not", "reply: () => ({ text: 1n })", "invalid-output", /JSON/],
    ["it makes no assistant", "answer() {}", "invalid-output", /no function 'reply'/],
    ["it ends the program", "reply() { process.exit(0) }", "exit", /ended its own thread \(exit code 0\)/],
    [
      "it forgets to catch something in the background",
      'reply() { setTimeout(() => { throw new Error("late") }); return new Promise(() => {}) }',
      "exception",
      /nobody caught.*late/,
    ],
    [
      "it forgets a promise in the background",
      'reply() { Promise.reject(new Error("lost")); return new Promise((done) => setTimeout(done, 1000)) }',
      "exception",
      /nobody caught.*lost/,
    ],
  ])("is the assistant's fault: %s", async (_, reply, kind, message) => {
    const failed = await failure(reply);
    expect(failed).toMatchObject({ fault: "assistant", kind, message: expect.stringMatching(message) });
  });

  it.each([
    ["it waits for what never comes", "reply: () => new Promise(() => {})"],
    ["it never stops thinking", "reply() { for (;;); }"],
    [
      "it gives up when it is told that time is up",
      `reply: (_: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))`,
    ],
  ])("is a timeout: %s", async (_, reply) => {
    expect(await failure(reply, 1000)).toEqual({
      ...{ fault: "infrastructure", kind: "timeout", raw: null },
      message: "the code did not answer within 1 s",
    });
  });

  it("comes with what the module printed, which stands nowhere else", async () => {
    const { raw } = await failure(
      'async reply() { console.log("I was here"); await new Promise((go) => setTimeout(go, 50)); throw new Error("no") }',
    );
    expect(raw).toMatch(/Error: no[\s\S]*I was here/);
  });

  it("in the background between two turns ends the trial at the next", async () => {
    const assistant = assistantBy(
      replying('reply() { setImmediate(() => process.exit(3)); return { text: "Hm." } }'),
      stage(),
    );
    expect((await assistant.reply(encounter(), hooks())).text).toBe("Hm.");
    await expect
      .poll(() => failureOf(assistant.reply(encounter(), hooks())).catch(() => null), { timeout: 20_000 })
      .toMatchObject({ kind: "exit" });
  });

  it("at the end of a session is as at a turn", async () => {
    const assistant = assistantBy(
      replying('reply: () => ({ text: "Hm." }), endSession() { throw new Error("no") }'),
      stage(),
    );
    expect(await failureOf(assistant.endSession(past("s1", "2026-05-01T10:00")))).toMatchObject({
      ...{ fault: "assistant", kind: "exception" },
    });
  });
});

describe("an abort", () => {
  it("ends a call with its reason, and the thread", async () => {
    const abort = new AbortController();
    const reason = new Error("stopped by hand");
    const assistant = assistantBy(replying("reply() { for (;;); }"), stage());
    const reply = assistant.reply(encounter(), hooks(abort.signal));
    abort.abort(reason);
    await expect(reply).rejects.toBe(reason);
  });
});

it("two trials share nothing that a module keeps, not even outside of its functions", async () => {
  const counting = replying(
    "async reply() { count += 1; await null; return { text: user_id + count } }",
    "let count = 0;\n(globalThis as any).count = 0;",
  );
  const [one, other] = ["one", "other"].map((trial) => assistantBy(counting, { ...stage(), trial }));
  const texts = await Promise.all([one, other, one, other].map((each) => each?.reply(encounter(), hooks())));
  expect(texts.map((reply) => reply?.text)).toEqual(["one1", "other1", "one2", "other2"]);
});
