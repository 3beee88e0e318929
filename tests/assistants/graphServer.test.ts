import { describe, expect, it } from "vitest";
import { externalAssistant } from "../../src/assistants/external/assistant.js";
import { graphServerTransport } from "../../src/assistants/http/graphServer.js";
import { AssistantError, ProviderError } from "../../src/core/errors.js";
import { externalFault, isCode, servedGraph } from "../../src/schema/external.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { type Answer, nowhere, plainly, serving } from "../support/server.js";
import { ALL, encounter, past, stage } from "./stage.js";

const NEVER = new AbortController().signal;
const HOOKS = { stream: () => {}, signal: NEVER };
const state = (...messages: object[]): Answer => plainly(200, JSON.stringify({ messages }));
const at = (url: string) => {
  const model = `${url}#agent`;
  return externalAssistant({ model, send: graphServerTransport(model, "t") }, "own", stage({ known: ALL }));
};

async function failure(answer: Answer) {
  const { url } = await serving(answer);
  const thrown = await at(url)
    .reply(encounter(), HOOKS)
    .catch((error: unknown) => error);
  if (!(thrown instanceof ProviderError)) throw thrown;
  return { assistant: thrown instanceof AssistantError, kind: thrown.kind, message: thrown.message };
}

describe("a graph on a LangGraph server", () => {
  it("is asked in a thread for each session, with new messages only and who it is about", async () => {
    const { url, received } = await serving(
      state({ type: "human", content: "evening" }, { type: "ai", content: "The Green Bowl." }),
    );
    const assistant = at(url);
    const first = [userTurn(0, { text: "evening" })];
    const reply = await assistant.reply(encounter({}, {}, { turns: first }), HOOKS);
    expect(reply).toMatchObject({ text: "The Green Bowl.", choice: "green" });
    const more = [...first, assistantTurn(1, { text: "The Green Bowl." }), userTurn(2, { text: "why?" })];
    await assistant.reply(encounter({}, {}, { turns: more }), HOOKS);
    await assistant.endSession(past("s2", "2026-06-12T18:00"));
    expect(received).toHaveLength(2);
    const [one, two] = received.map(({ path, body }) => ({ path, body: body as Record<string, unknown> }));
    expect(one?.path).toMatch(/^\/threads\/[0-9a-f-]{36}\/runs\/wait$/);
    expect(two?.path).toBe(one?.path);
    expect(one?.body).toMatchObject({
      ...{
        assistant_id: "agent",
        if_not_exists: "create",
        input: { messages: [{ role: "user", content: "evening" }] },
      },
      config: { configurable: { user_id: "t", session_id: "s2", now: "2026-06-12T18:00" } },
    });
    expect(two?.body).toMatchObject({ input: { messages: [{ role: "user", content: "why?" }] } });
  });

  it("tells the tools it called since the last word of the person", async () => {
    const { url } = await serving(
      state(
        { type: "human", content: "evening" },
        { type: "ai", content: "", tool_calls: [{ id: "1", name: "recall", args: { about: "diet" } }] },
        { type: "tool", tool_call_id: "1", content: "vegan" },
        { type: "ai", content: [{ type: "text", text: "The Green Bowl." }] },
      ),
    );
    const reply = await at(url).reply(encounter(), HOOKS);
    expect(reply.tools).toEqual([{ name: "recall", args: '{"about":"diet"}', result: "vegan" }]);
  });

  it.each([
    [
      "a run that failed",
      plainly(200, '{"__error__": {"error": "ValueError", "message": "no key"}}'),
      "exception",
      /no key/,
    ],
    ["a state without messages", plainly(200, "{}"), "invalid-output", /no messages/],
    ["no JSON", plainly(200, "<html>"), "invalid-output", /no messages/],
    ["no such graph", plainly(404, '{"detail": "not found"}'), "refused", /404/],
    ["no answer of the model", state({ type: "human", content: "evening" }), "empty", /empty/],
  ])("%s is its fault", async (_, answer, kind, message) => {
    expect(await failure(answer)).toMatchObject({ assistant: true, kind, message: expect.stringMatching(message) });
  });

  it("that cannot be reached is nobody's", async () => {
    const thrown = await at(await nowhere())
      .reply(encounter(), HOOKS)
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({ kind: "network" });
    expect(thrown).not.toBeInstanceOf(AssistantError);
  });
});

describe("what names a graph", () => {
  it.each([
    ["http://127.0.0.1:2024#agent", null],
    ["./assistants/agent.ts#graph", null],
    ["http://127.0.0.1:2024", "a graph on a server needs its name"],
    ["http://me:secret@127.0.0.1:2024#agent", "a user name or a password"],
    ["agent", "a file and what it exports"],
  ])("%s: %s", (model, fault) => {
    const found = externalFault("langgraph", model);
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });

  it("is code only where it is a file", () => {
    expect(isCode({ technique: "langgraph", model: "http://127.0.0.1:2024#agent" })).toBe(false);
    expect(isCode({ technique: "langgraph", model: "./agent.ts#graph" })).toBe(true);
    expect(servedGraph("http://127.0.0.1:2024/#agent")).toEqual({ address: "http://127.0.0.1:2024", graph: "agent" });
  });
});
