import { expect, it } from "vitest";
import { ProviderError } from "../../src/core/errors.js";
import type { Model, Question, Tool } from "../../src/core/model.js";
import { oneCall } from "../../src/core/usage.js";
import { prompted } from "../../src/models/prompted.js";

const signal = new AbortController().signal;
const CHOOSE: Tool = { name: "choose", description: "chooses", parameters: { type: "object" } };
const QUESTION: Question = {
  messages: [
    { role: "system", content: "You are a waiter." },
    { role: "user", content: "tea" },
  ],
  tools: [CHOOSE],
};

/** A model that fails as told where it is asked with tools. */
function toolless(error: Error): Model & { asked: Question[] } {
  const asked: Question[] = [];
  return {
    ...{ name: "m", settings: {}, asked },
    async complete(question) {
      asked.push(question);
      if (question.tools.length > 0) throw error;
      return { text: "ok", calls: [], usage: oneCall(null) };
    },
  };
}

it("tells a model that takes no tools of them in its prompt, and remembers that", async () => {
  const model = toolless(new ProviderError("refused", "this model does not support tools"));
  const able = prompted(model);
  for (let count = 0; count < 2; count++) await able.complete(QUESTION, { signal });
  expect(model.asked.map(({ tools }) => tools.length)).toEqual([1, 0, 0]);
  const [system, user] = model.asked[2]?.messages ?? [];
  expect(system?.content).toMatch(/^You are a waiter\.\n\n[\s\S]*"choose"/);
  expect(user).toEqual(QUESTION.messages[1]);
  await prompted(model).complete(QUESTION, { signal });
  expect(model.asked.map(({ tools }) => tools.length)).toEqual([1, 0, 0, 1, 0]);
});

it("lets other failures through, and talks without tools as they are", async () => {
  const error = new ProviderError("rate-limit", "slow down");
  const model = toolless(error);
  await expect(prompted(model).complete(QUESTION, { signal })).rejects.toBe(error);
  await prompted(model).complete({ ...QUESTION, tools: [] }, { signal });
  expect(model.asked[1]).toEqual({ ...QUESTION, tools: [] });
});
