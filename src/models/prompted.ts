import { ProviderError } from "../core/errors.js";
import type { Message, Model, Question, Tool } from "../core/model.js";
import { refusesTools } from "./failures.js";

/** A model that is told of tools in its prompt once its provider has said that it takes none. */
export function prompted(model: Model): Model {
  let refuses = false;
  return {
    ...model,
    async complete(question, hooks) {
      if (question.tools.length === 0) return model.complete(question, hooks);
      if (refuses) return model.complete(inWords(question), hooks);
      try {
        return await model.complete(question, hooks);
      } catch (error) {
        if (!(error instanceof ProviderError && refusesTools(error))) throw error;
        refuses = true;
        return model.complete(inWords(question), hooks);
      }
    },
  };
}

/** The question with its tools as an instruction, behind whatever the system message says. */
export function inWords({ messages, tools, required }: Question): Question {
  const [first, ...others] = messages;
  const told = instruction(tools, required);
  if (first?.role !== "system") return { messages: [{ role: "system", content: told }, ...messages], tools: [] };
  const system: Message = { role: "system", content: `${first.content}\n\n${told}` };
  return { messages: [system, ...others], tools: [] };
}

function instruction(tools: readonly Tool[], required?: string): string {
  const forms = tools.map(
    ({ name, description, parameters }) =>
      `{"text": "what you say", "call": {"name": "${name}", "args": …}}: ${description} The args follow this JSON Schema: ${JSON.stringify(parameters)}`,
  );
  const otherwise = required === undefined ? 'To call nothing, answer {"text": "what you say"}.' : `Call ${required}.`;
  return `You have no tools here. In the place of a call, answer with one JSON object and nothing else:\n${forms.join("\n")}\n${otherwise}`;
}
