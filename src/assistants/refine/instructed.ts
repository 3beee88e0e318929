import { filled, type Question, type Tool } from "../../core/model.js";
import type { Thinking } from "../technique.js";
import type { Choice, Example } from "./examples.js";
import type { Ways } from "./refined.js";

const CHOOSE = "choose_for_each";
const WRITE = "write_instructions";

/** Each round is a call to write, and one to try each of what is written. */
const ROUNDS = 1;
const WRITTEN = 2;
/** Examples are told with so many options, that prompts stay short. */
const OPTIONS = 4;
/** A longer instruction is cut: it has to leave room for the talk. */
const LONGEST = 600;

/** Instructions in the words of the assistant's model, which also chooses by them and writes new ones, each by a structured call. */
export function instructing(thinking: Thinking): Ways<string> {
  async function asked(prompt: string, values: Record<string, string>, tool: Tool): Promise<unknown[]> {
    const content = filled(thinking.prompts[prompt] ?? "", values);
    const question: Question = { messages: [{ role: "user", content }], tools: [tool], required: tool.name };
    const { calls } = await thinking.ask(question);
    return calls.flatMap(({ args }) => Object.values(args).find(Array.isArray) ?? []);
  }
  return {
    ...{ first: "", rounds: ROUNDS },
    async tried(instruction, examples) {
      if (examples.length === 0) return [];
      const values = { instruction: instruction || "(none)", examples: examples.map(told).join("\n\n") };
      const letters = await asked("refine-choose.md", values, CHOOSING);
      return examples.map((example, at) => {
        const chosen = shown(example)[LETTERS.indexOf(String(letters[at]).trim().toUpperCase())];
        return Number(chosen !== undefined && (chosen.id === example.id) === example.liked);
      });
    },
    async rewritten(instruction, failures) {
      const values = { instruction: instruction || "(none)", failures: failures.map(failed).join("\n\n") };
      const texts = await asked("refine-write.md", values, WRITING);
      const written = texts.flatMap((text) => (typeof text === "string" ? [text.trim().slice(0, LONGEST)] : []));
      return written.filter((text) => text !== "").slice(0, WRITTEN);
    },
  };
}

const LETTERS = "ABCD";

/** The options that are told: the one it is about and those next to it, in the order of the catalog. */
function shown({ options, id }: Example): Choice[] {
  const place = options.findIndex((option) => option.id === id);
  const from = Math.max(0, Math.min(place - 1, options.length - OPTIONS));
  return options.slice(from, from + OPTIONS);
}

function told(example: Example, at: number): string {
  const question = example.asked === null ? "What would you offer?" : `Asked: ${example.asked}`;
  return [`${at + 1}. ${question}`, ...shown(example).map(({ text }, place) => `${LETTERS[place]}: ${text}`)].join(
    "\n",
  );
}

function failed(example: Example, at: number): string {
  const meant = LETTERS[shown(example).findIndex(({ id }) => id === example.id)];
  return `${told(example, at)}\nThe person ${example.liked ? "took" : "would not have"} ${meant}.`;
}

const listing = (name: string, description: string, key: string, items: object): Tool => ({
  ...{ name, description },
  parameters: {
    type: "object",
    properties: { [key]: { type: "array", items } },
    required: [key],
    additionalProperties: false,
  },
});

const CHOOSING = listing(CHOOSE, "Says what you offer in each case, in their order.", "letters", {
  type: "string",
  enum: [...LETTERS],
});
const WRITING = listing(WRITE, "Writes new instructions.", "instructions", { type: "string" });
