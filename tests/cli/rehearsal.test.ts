import { describe, expect, it } from "vitest";
import { type Foreseen, rehearsalOf } from "../../src/cli/rehearsal.js";
import type { Question } from "../../src/core/model.js";
import { planOf } from "../../src/core/plan.js";
import { playTrial } from "../../src/core/trial.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import { answering, meaningIn } from "../support/answering.js";
import { WORLD } from "../support/shipped.js";
import { eventsWith, type Kind } from "../users/modelTrials.js";

/** What a person's model would be sent in one trial before rules, as it is foreseen. */
async function foreseen(user: Kind): Promise<Question[]> {
  const suite = suiteSchema.parse({
    ...{ schema: "dramatis/suite@1", id: "s", personas: ["mara-lindqvist"], scenarios: ["dinner-lisbon"] },
    ...{ assistants: [{ technique: "history" }], user, user_model: "openai:m" },
  });
  const calls: Foreseen[] = [];
  const [arm] = suite.assistants.map(assistantNameOf) as [ReturnType<typeof assistantNameOf>];
  const [planned] = planOf(suite, WORLD);
  if (!planned) throw new Error("nothing is planned");
  await playTrial({
    ...{ planned, arm, suite, world: WORLD, before: [], record: async () => {}, stream: () => {} },
    ...{ company: rehearsalOf(suite, (call) => calls.push(call)), signal: AbortSignal.timeout(60_000) },
  });
  return calls.filter(({ caller }) => caller === "user").map(({ question }) => question);
}

/** What a person's model was sent in the same trial. */
async function sent(user: Kind): Promise<Question[]> {
  const model = answering((question) => ({
    text: user === "hybrid" ? meaningIn(question) : "I would like a table for tonight.",
  }));
  await eventsWith(user, model);
  return model.asked;
}

describe("what a rehearsal foresees for people who are", () => {
  it("worded by a model is to the letter what that model is sent", async () => {
    const questions = await foreseen("hybrid");
    expect(questions.length).toBeGreaterThan(3);
    expect(questions).toEqual(await sent("hybrid"));
  });

  it("played by a model begins with what that model is sent first", async () => {
    expect((await foreseen("llm"))[0]).toEqual((await sent("llm"))[0]);
  });
});
