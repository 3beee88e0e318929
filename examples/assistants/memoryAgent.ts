// An agent of LangChain with a memory of its own, for `dramatis run examples/assistants/memory-agent.suite.yaml --allow-code`.
// It needs `npm install langchain @langchain/core @langchain/langgraph @langchain/openai zod` in your folder, and speaks with OPENAI_MODEL at
// OPENAI_BASE_URL, any server with OpenAI's chat completions, with the key OPENAI_API_KEY.

import { MemorySaver } from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";
import { createAgent, dynamicSystemPromptMiddleware, tool } from "langchain";
import { z } from "zod";

const { OPENAI_MODEL = "gpt-4o-mini", OPENAI_BASE_URL } = process.env;

/** What each person told, by `user_id`. Each trial has this module for itself, so nobody else is in it. */
const notes = new Map<string, string[]>();

/** Dramatis puts who, when and what is on offer beside the messages. */
interface Situation {
  user_id: string;
  now: string;
  options: { id: string; name: string; pitch: string }[];
  materials?: { documents: { text: string }[] };
}

const situationOf = ({ configurable }: { configurable?: Record<string, unknown> }) =>
  configurable as unknown as Situation;

const saveMemory = tool(
  async ({ note }, config) => {
    const { user_id } = situationOf(config);
    notes.set(user_id, [...(notes.get(user_id) ?? []), note]);
    return "saved";
  },
  {
    name: "save_memory",
    description: "Keeps something that the person told of themselves for later sessions.",
    schema: z.object({ note: z.string() }),
  },
);

const recall = tool(async (_, config) => (notes.get(situationOf(config).user_id) ?? []).join("\n") || "nothing yet", {
  name: "recall",
  description: "Gives everything that was kept of the person.",
  schema: z.object({}),
});

export const graph = createAgent({
  model: new ChatOpenAI({ model: OPENAI_MODEL, configuration: { baseURL: OPENAI_BASE_URL } }),
  tools: [saveMemory, recall],
  checkpointer: new MemorySaver(),
  middleware: [
    dynamicSystemPromptMiddleware((_, runtime) => {
      const { now, options, materials } = situationOf(runtime);
      const offers = options.map(({ name, pitch }) => `- ${name}: ${pitch}`);
      const left = materials?.documents.map(({ text }) => `- ${text}`) ?? [];
      return [
        `You advise one person. It is ${now}. Answer in two or three sentences and name what you recommend.`,
        "At the start of a talk call recall; when the person tells something of themselves call save_memory.",
        ...(offers.length > 0 ? ["On offer:", ...offers] : []),
        ...(left.length > 0 ? ["The person wrote:", ...left] : []),
      ].join("\n");
    }),
  ],
});
