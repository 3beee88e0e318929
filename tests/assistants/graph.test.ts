import { describe, expect, it } from "vitest";
import { type Graph, graphAssistant } from "../../src/assistants/code/graph.js";
import type { TurnBody } from "../../src/assistants/external/transport.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { assistantBy, codeAt, codeFile } from "../support/code.js";
import { encounter, stage } from "./stage.js";

const HOOKS = { signal: new AbortController().signal };
const SAID: TurnBody["messages"] = [
  { role: "user", content: "evening" },
  { role: "assistant", content: "Good evening." },
  { role: "user", content: "a table" },
];
const body = (parts: Partial<TurnBody> = {}): TurnBody => ({
  ...{ user_id: "t", session_id: "s1", now: "2026-06-12T18:00", messages: SAID, options: [{ id: "green" }] },
  ...parts,
});

/** A graph that gives these messages behind what it got, and keeps what it was invoked with. */
function graphOf(answers: object[], checkpointer?: object) {
  const invoked: { state: { messages: object[] }; config: { configurable: Record<string, unknown> } }[] = [];
  const graph = {
    ...(checkpointer ? { checkpointer } : {}),
    async invoke(state: object, config: object) {
      invoked.push({ state, config } as (typeof invoked)[0]);
      return { messages: [...(state as { messages: object[] }).messages, ...answers] };
    },
  } as unknown as Graph;
  return { invoked, assistant: graphAssistant(graph, "t") };
}

const answerOf = (answers: object[]) => graphOf(answers).assistant.reply(body(), HOOKS);

describe("what a graph is invoked with", () => {
  it("is the talk of the session, in a thread for person and session; the rest stands beside it", async () => {
    const { invoked, assistant } = graphOf([{ type: "ai", content: "Hm." }]);
    await assistant.reply(body({ materials: { documents: [] } }), HOOKS);
    await assistant.reply(body({ session_id: "s2" }), HOOKS);
    expect(invoked[0]).toEqual({
      state: { messages: SAID },
      config: {
        configurable: {
          ...{ thread_id: "t.s1", user_id: "t", session_id: "s1", now: "2026-06-12T18:00" },
          ...{ options: [{ id: "green" }], materials: { documents: [] } },
        },
        signal: HOOKS.signal,
      },
    });
    expect(invoked[1]?.config.configurable).toMatchObject({ thread_id: "t.s2", materials: { documents: [] } });
  });

  it("is only what was said since its last answer, where it keeps the talk itself", async () => {
    const { invoked, assistant } = graphOf([{ type: "ai", content: "Hm." }], {});
    await assistant.reply(body(), HOOKS);
    expect(invoked[0]?.state).toEqual({ messages: [{ role: "user", content: "a table" }] });
  });
});

describe("what a graph answers", () => {
  it.each<[string, object[], string]>([
    [
      "the text of its last message",
      [
        { type: "ai", content: "One." },
        { type: "ai", content: "Two." },
      ],
      "Two.",
    ],
    ["the same with a role", [{ role: "assistant", content: "One." }], "One."],
    ["the same by an older library", [{ _getType: () => "ai", content: "One." }], "One."],
    [
      "blocks of text, without those of thought",
      [{ type: "ai", content: [{ type: "reasoning", reasoning: "hm" }, { type: "text", text: "One" }, "."] }],
      "One.",
    ],
    ["nothing, where it says nothing after the person", [], ""],
  ])("is %s", async (_, answers, text) => {
    expect(await answerOf(answers)).toMatchObject({ text });
  });

  it("brings the tools since the last word of the person, with their results", async () => {
    const before = [
      { type: "ai", content: "", tool_calls: [{ id: "0", name: "old", args: {} }] },
      { type: "human", content: "and now?" },
    ];
    const calls = [
      { id: "1", name: "recall", args: {} },
      { id: "2", name: "save", args: { note: "no meat" } },
    ];
    const results = [
      { type: "tool", tool_call_id: "2", content: "saved" },
      { type: "tool", tool_call_id: "1", content: [{ type: "text", text: "nothing yet" }] },
    ];
    const late = { type: "ai", content: "Fine.", tool_calls: [{ id: "3", name: "never", args: {} }] };
    expect(await answerOf([...before, { type: "ai", content: "", tool_calls: calls }, ...results, late])).toEqual({
      text: "Fine.",
      tool_calls: [
        { name: "recall", args: {}, result: "nothing yet" },
        { name: "save", args: { note: "no meat" }, result: "saved" },
        { name: "never", args: {}, result: null },
      ],
    });
  });
});

describe("a compiled graph of LangGraph in a thread", () => {
  const graph = (compiled: string) => `
    import { MemorySaver, MessagesAnnotation, StateGraph } from "${import.meta.resolve("@langchain/langgraph")}";
    export const talker = new StateGraph(MessagesAnnotation)
      .addNode("talk", ({ messages }, { configurable }) => ({
        messages: [{ role: "assistant", content: configurable.thread_id + " " + messages.map((one: any) => one.content).join("|") }],
      }))
      .addEdge("__start__", "talk").addEdge("talk", "__end__")
      .compile(${compiled});`;
  const turns = [
    userTurn(0, { text: "evening" }),
    assistantTurn(1, { text: "Good." }),
    userTurn(2, { text: "a table" }),
  ];

  it.each([
    ["has the messages of the session", "", "t.s2 evening|Good.|a table"],
    ["has its own where it keeps them", "{ checkpointer: new MemorySaver() }", "t.s2 evening|t.s2 evening|a table"],
  ])("%s", async (_, compiled, text) => {
    const assistant = assistantBy(codeAt(codeFile(graph(compiled)), "langgraph", "talker"), stage());
    const hooks = { stream: () => {}, ...HOOKS };
    await assistant.reply(encounter({}, {}, { turns: turns.slice(0, 1) }), hooks);
    expect((await assistant.reply(encounter({}, {}, { turns }), hooks)).text).toBe(text);
  });
});
