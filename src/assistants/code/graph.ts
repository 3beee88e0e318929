import type { TurnBody } from "../external/transport.js";
import type { CodeAssistant } from "./loading.js";

/** A compiled LangGraph graph over `{messages}`, or what wraps one, as `createAgent` of langchain does. */
export interface Graph {
  invoke(state: object, config: object): Promise<{ messages?: readonly Message[] }>;
  /** Where it keeps the messages of a thread by itself. */
  checkpointer?: unknown;
}

/** What of a message of LangChain is looked at; in older versions `_getType` says what it is. */
interface Message {
  type?: string;
  role?: string;
  _getType?(): string;
  content: unknown;
  tool_calls?: readonly { id?: string; name: string; args: unknown }[];
  tool_call_id?: string;
}

/**
 * A graph as an assistant: invoked with the messages of the session, or with the new ones where it has a checkpointer, in
 * a thread for each person and session. Date, options and materials stand in `configurable` beside `thread_id` and `user_id`.
 * The answer is the text of its last message; the tools called since the last word of the person go with it.
 */
export function graphAssistant(graph: Graph, user: string): CodeAssistant {
  let materials: object | undefined;
  return {
    async reply({ messages, materials: given, ...situation }, { signal }) {
      materials = given ?? materials;
      const configurable = { ...situation, materials, user_id: user, thread_id: `${user}.${situation.session_id}` };
      const said = graph.checkpointer ? unanswered(messages) : messages;
      const { messages: after = [] } = await graph.invoke({ messages: said }, { configurable, signal });
      const answers = after.slice(after.findLastIndex((message) => kindOf(message) === "human") + 1);
      const last = answers.findLast((message) => kindOf(message) === "ai");
      return { text: last ? textOf(last.content) : "", tool_calls: toolCalls(answers) };
    },
  };
}

/** What was said since the last answer. */
function unanswered(messages: TurnBody["messages"]) {
  return messages.slice(messages.findLastIndex(({ role }) => role === "assistant") + 1);
}

const ROLES: Readonly<Record<string, string>> = { user: "human", assistant: "ai" };

function kindOf(message: Message): string {
  const kind = message.type ?? message._getType?.() ?? message.role ?? "";
  return ROLES[kind] ?? kind;
}

function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  const blocks = Array.isArray(content) ? content : [];
  return blocks.map((block) => (typeof block === "string" ? block : (block?.text ?? ""))).join("");
}

function toolCalls(messages: readonly Message[]) {
  const results = new Map(
    messages.filter((one) => kindOf(one) === "tool").map((one) => [one.tool_call_id, textOf(one.content)]),
  );
  const calls = messages.flatMap(({ tool_calls = [] }) => tool_calls);
  return calls.map(({ id, name, args }) => ({ name, args, result: results.get(id) ?? null }));
}
