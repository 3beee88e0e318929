import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Question, Tool } from "../../src/core/model.js";
import { localModel } from "../../src/models/local.js";
import { type Engine, startEngine } from "../../src/models/localEngine.js";
import { LIBRARIES } from "../support/optional.js";
import { GGUF, MISSING } from "./place.js";

const NEVER = new AbortController().signal;
const SETTINGS = { max_tokens: 24, temperature: 0 };
const TALK: Question = {
  messages: [
    { role: "system", content: "You are a waiter." },
    { role: "user", content: "Which tea is good at night?" },
  ],
  tools: [],
};
const CHOOSE: Tool = {
  name: "choose",
  description: "Says which tea the answer recommends.",
  parameters: { type: "object", properties: { id: { type: "string", enum: ["mint", "assam"] } }, required: ["id"] },
};

describe("a GGUF file", () => {
  let engine: Engine;
  const model = () => localModel("m", engine, SETTINGS);

  beforeAll(async () => {
    if (MISSING === null)
      engine = await startEngine(GGUF, { context: 1024, sequences: 1, threads: 1, gpu: false }, LIBRARIES);
  });
  beforeEach((context) => {
    if (MISSING !== null) context.skip(MISSING);
  });

  it("streams what it says, and counts its tokens", async () => {
    const pieces: string[] = [];
    const { text, usage } = await model().complete(TALK, { signal: NEVER, onText: (piece) => pieces.push(piece) });
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("").trim()).toBe(text);
    expect(text).not.toBe("");
    expect(usage).toMatchObject({ calls: 1, unreported: 0 });
    expect(usage.input).toBeGreaterThan(10);
    expect(usage.output).toBeGreaterThan(1);
    expect(usage.output).toBeLessThanOrEqual(SETTINGS.max_tokens);
  });

  it("says that an answer was cut at its most tokens", async () => {
    const { finish } = await localModel("m", engine, { ...SETTINGS, max_tokens: 2 }).complete(TALK, { signal: NEVER });
    expect(finish).toBe("length");
  });

  it("calls the tool that is required, with arguments that fit", async () => {
    const question = { ...TALK, tools: [CHOOSE], required: "choose" };
    const { calls, text } = await model().complete(question, { signal: NEVER });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.name).toBe("choose");
    expect(["mint", "assam"]).toContain(calls[0]?.args.id);
    expect(text).toBe("");
  });

  it("speaks first where a tool may be called, and calls one that there is or none", async () => {
    const { calls, text } = await model().complete({ ...TALK, tools: [CHOOSE] }, { signal: NEVER });
    expect(text).not.toBe("");
    expect(calls.length).toBeLessThanOrEqual(1);
    for (const { name, args } of calls)
      expect([name, ["mint", "assam"].includes(String(args.id))]).toEqual(["choose", true]);
  });

  it("takes calls in turn, and answers each as if it were alone", async () => {
    const questions = ["mint", "assam", "mint"].map((tea) => ({
      ...TALK,
      messages: [...TALK.messages.slice(0, 1), { role: "user" as const, content: `Do you have ${tea}?` }],
    }));
    const answers = await Promise.all(questions.map((question) => model().complete(question, { signal: NEVER })));
    expect(answers.map(({ text }) => text !== "")).toEqual([true, true, true]);
    expect(answers[2]?.text).toBe(answers[0]?.text);
  });

  it("answers at once what it has sequences for", async () => {
    const local = { context: 512, sequences: 2, threads: 1, gpu: false };
    const pair = localModel("m", await startEngine(GGUF, local, LIBRARIES), SETTINGS);
    const heard: number[] = [];
    const asked = [0, 1].map((at) => pair.complete(TALK, { signal: NEVER, onText: () => heard.push(at) }));
    const answers = await Promise.all(asked);
    expect(answers.map(({ text }) => text !== "")).toEqual([true, true]);
    expect(heard.lastIndexOf(0)).toBeGreaterThan(heard.indexOf(1));
    expect(heard.lastIndexOf(1)).toBeGreaterThan(heard.indexOf(0));
  });

  it("stops at an abort, with its reason, and goes on with the next call", async () => {
    const abort = new AbortController();
    const reason = new Error("stopped by hand");
    const done = model().complete(TALK, { signal: abort.signal, onText: () => abort.abort(reason) });
    await expect(done).rejects.toBe(reason);
    expect((await model().complete(TALK, { signal: NEVER })).text).not.toBe("");
  });

  it("refuses a talk that its context cannot hold, instead of forgetting the beginning", async () => {
    const long = { ...TALK, messages: [{ role: "user" as const, content: "tea and more tea ".repeat(600) }] };
    await expect(model().complete(long, { signal: NEVER })).rejects.toMatchObject({ kind: "context-overflow" });
  });
});
