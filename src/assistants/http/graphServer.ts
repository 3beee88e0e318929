import { randomUUID } from "node:crypto";
import { AssistantError } from "../../core/errors.js";
import { servedGraph } from "../../schema/external.js";
import { type Graph, graphAssistant } from "../code/graph.js";
import { TIMEOUT, type Transport } from "../external/transport.js";
import { post } from "./transport.js";

/**
 * Reaches a graph on a LangGraph server for one trial: `http://127.0.0.1:2024#agent`. Each session is a thread of its own
 * on the server, which keeps its messages, so only new ones are sent (`POST /threads/{id}/runs/wait`, the Agent Protocol).
 * What the graph keeps of a person across sessions it keeps by `user_id`. `timeout` in milliseconds.
 */
export function graphServerTransport(model: string, user: string, timeout = TIMEOUT): Transport {
  const assistant = graphAssistant(servedGraphOf(model, timeout), user);
  return async (body, signal) => {
    if (!("messages" in body)) return "";
    return JSON.stringify(await assistant.reply(body, { signal: signal ?? new AbortController().signal }));
  };
}

/** The graph as if it were here. It has a checkpointer, as all graphs on a server have. */
function servedGraphOf(model: string, timeout: number): Graph {
  const { address, graph } = servedGraph(model);
  const threads = new Map<string, string>();
  return {
    checkpointer: true,
    async invoke(input, { configurable, signal }: { configurable: { thread_id: string }; signal: AbortSignal }) {
      const { thread_id: name, ...situation } = configurable;
      const thread = threads.get(name) ?? randomUUID();
      threads.set(name, thread);
      const body = { assistant_id: graph, input, config: { configurable: situation }, if_not_exists: "create" };
      return stateIn(await post(`${address}/threads/${thread}/runs/wait`, body, timeout, signal));
    },
  };
}

/** The state that a run ended with. Throws AssistantError where it is none, or the run failed. */
function stateIn(text: string): Awaited<ReturnType<Graph["invoke"]>> {
  let state: { messages?: unknown; __error__?: { message?: string } } | null = null;
  try {
    state = JSON.parse(text);
  } catch {}
  const failure = state?.__error__;
  if (failure)
    throw new AssistantError("exception", `the graph failed: ${failure.message ?? "it does not say why"}`, text);
  if (!Array.isArray(state?.messages))
    throw new AssistantError("invalid-output", "the state of the graph has no messages", text);
  return { messages: state.messages };
}
