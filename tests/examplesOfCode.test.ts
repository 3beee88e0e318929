import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Trial } from "../src/schema/trial.js";
import { dramatis, fileOf, jsonLines } from "./support/dramatis.js";
import { temporaryFolder } from "./support/folders.js";
import { REPOSITORY } from "./support/paths.js";
import { type Answer, serving } from "./support/server.js";

// Each trial loads LangChain anew, which takes long on a machine that has other work.
vi.setConfig({ testTimeout: 240_000 });

/** Plays a suite of examples/assistants, as one would in a clone, and gives the trials of one arm. */
async function played(suite: string, arm: string, env: Record<string, string> = {}): Promise<Trial[]> {
  const out = temporaryFolder(onTestFinished);
  const args = ["run", `examples/assistants/${suite}`, "--allow-code", "--plain", "--out", out];
  const { code, stderr } = await dramatis(args, { cwd: REPOSITORY, env });
  expect([0, 6], stderr).toContain(code);
  const folder = join(out, readdirSync(out)[0] as string);
  const trials = jsonLines(fileOf(folder, "trials.jsonl")) as Trial[];
  return trials.filter(({ assistant }) => assistant.id === arm);
}

const repliesOf = ({ sessions }: Trial) =>
  sessions.flatMap(({ turns }) => turns.filter(({ speaker }) => speaker === "assistant"));
const wordsOf = ({ sessions }: Trial) =>
  sessions.flatMap(({ turns }) => turns.filter(({ speaker }) => speaker === "user").map(({ text }) => text));

it("examples/assistants/rules.ts plays as every other assistant", async () => {
  const trials = await played("rules.suite.yaml", "rules");
  expect(trials.map(({ persona }) => persona)).toEqual(["mara-lindqvist", "kofi-mensah"]);
  for (const trial of trials) {
    expect(["completed", "gave-up"]).toContain(trial.outcome);
    expect(trial.probes.filter(({ chosen }) => chosen !== null).length).toBeGreaterThan(2);
    expect(trial.tools?.map(({ name }) => name)).toContain("recall");
  }
});

interface Message {
  role: string;
  content: string;
}

/** A model that asks its memory at the start of a talk, saves what it is told later, and then names what is first on offer. */
const model: Answer = (response, { body }) => {
  const messages: Message[] = body.messages;
  const last = messages.at(-1) as Message;
  const opened = messages.some(({ role }) => role === "assistant");
  const call = opened ? ["save_memory", { note: last.content }] : ["recall", {}];
  const [, offer = "a walk"] = /On offer:\n- ([^:\n]+):/.exec(messages[0]?.content ?? "") ?? [];
  const message =
    last.role === "tool"
      ? { content: `I would take ${offer}.` }
      : {
          content: "",
          tool_calls: [
            {
              id: `c${messages.length}`,
              type: "function",
              function: { name: call[0], arguments: JSON.stringify(call[1]) },
            },
          ],
        };
  const choice = {
    index: 0,
    message: { role: "assistant", ...message },
    finish_reason: message.content ? "stop" : "tool_calls",
  };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({
      id: `r${messages.length}`,
      object: "chat.completion",
      created: 1,
      model: body.model,
      choices: [choice],
      usage,
    }),
  );
};

it("examples/assistants/memoryAgent.ts calls its tools, which stand in the record, and remembers each person alone", async () => {
  const { url, received } = await serving(model);
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1`, OPENAI_MODEL: "m" };
  const trials = await played("memory-agent.suite.yaml", "memory-agent", env);
  expect(received.length).toBeGreaterThan(10);
  expect(trials.map(({ persona }) => persona)).toEqual(["mara-lindqvist", "kofi-mensah"]);
  for (const trial of trials) {
    const { tools = [], sessions } = trial;
    expect(tools.map(({ turn }) => turn)).toEqual(repliesOf(trial).map(({ index }) => index));
    const saved = tools.filter(({ name }) => name === "save_memory");
    for (const { args, result } of saved) {
      expect(wordsOf(trial)).toContain(JSON.parse(args).note);
      expect(result).toBe("saved");
    }
    const recalled = tools.filter(({ name }) => name === "recall");
    expect(recalled.map(({ session }) => session)).toEqual(sessions.map(({ id }) => id));
    const notes = (id: string) => saved.filter(({ session }) => session < id).map(({ args }) => JSON.parse(args).note);
    for (const { session, result } of recalled) expect(result).toBe(notes(session).join("\n") || "nothing yet");
    expect(sessions.length).toBeGreaterThan(1);
  }
});
