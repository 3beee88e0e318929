import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { llmAssistant } from "../../src/assistants/llm/assistant.js";
import type { Technique } from "../../src/assistants/technique.js";
import { TECHNIQUES } from "../../src/assistants/techniques/registry.js";
import type { Task } from "../../src/core/ports.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { type Scripted, scriptedModel, USED } from "../support/models.js";
import { REPOSITORY } from "../support/paths.js";
import { encounter, NOTHING, past, type Staged, stage } from "./stage.js";

const promptOf = (name: string) => readFileSync(join(REPOSITORY, "prompts", name), "utf8");
const PROMPTS = {
  session: promptOf("assistant.md"),
  notes: promptOf("assistant-notes.md"),
  techniques: { "profile.md": promptOf("profile.md") },
};
const NEVER = new AbortController().signal;
const chooses = (id: string, text = ""): Scripted => ({ text, calls: [{ name: "choose", args: { id } }] });

function answeredBy(technique: string, parts: Staged, ...answers: Scripted[]) {
  const model = scriptedModel(...answers);
  const assistant = llmAssistant(TECHNIQUES[technique] as Technique, model, PROMPTS, stage(parts));
  const streamed: string[] = [];
  const hooks = { stream: ({ text }: { text: string }) => void streamed.push(text), signal: NEVER };
  const reply = (task: Partial<Task> = {}, turns = [userTurn(0, { text: "a table, please" })]) =>
    assistant.reply(encounter(task, {}, { turns }), hooks);
  const system = () => model.asked.at(-1)?.messages[0]?.content ?? "";
  return { assistant, model, streamed, reply, system };
}

describe("what a model sees", () => {
  it("is its role, the date and place, the talk, and what is on offer", async () => {
    const { reply, model, system } = answeredBy("generic", {}, "Good evening.");
    await reply({}, [
      userTurn(0, { text: "evening" }),
      assistantTurn(1, { text: "Good evening." }),
      userTurn(2, { text: "a table" }),
    ] as never);
    expect(system()).toContain("You are a helper. It is 2026-06-12 18:00; you are in Lisbon.");
    expect(system()).toContain(
      "green: the Green Bowl, a bowl of leaves; has nothing of animals in it; costs four euros",
    );
    expect(system()).not.toContain("{{");
    expect(model.asked[0]?.messages.slice(1)).toEqual([
      { role: "user", content: "evening" },
      { role: "assistant", content: "Good evening." },
      { role: "user", content: "a table" },
    ]);
  });

  it("is what its technique recalls, as text, and nothing else of the person", async () => {
    const knowing = answeredBy("history", {}, "Hello.");
    await knowing.assistant.endSession(past("s1", "2026-05-01T10:00", ["my purse is thin"]));
    await knowing.reply();
    const [last] = knowing.model.asked[0]?.messages.slice(-1) ?? [];
    expect(last?.role).toBe("user");
    expect(last?.content).toContain("- 2026-05-01, said: my purse is thin");
    expect(last?.content).toContain("A week of beans and lentils.");
    expect(last?.content.endsWith("]\n\na table, please")).toBe(true);
    const generic = answeredBy("generic", {}, "Hello.");
    await generic.reply();
    const all = JSON.stringify(generic.model.asked);
    for (const word of ["purse", "beans", "coins", "vegan,", "migraine"]) expect(all).not.toContain(word);
  });

  it("changes nothing of what was sent before, and brings the same notes once", async () => {
    const { assistant, reply, model } = answeredBy("history", {}, "Hello.", "Sure.");
    await assistant.endSession(past("s1", "2026-05-01T10:00", ["my purse is thin"]));
    const first = userTurn(0, { text: "evening" });
    await reply({}, [first]);
    await reply({ options: [] }, [
      first,
      assistantTurn(1, { text: "Hello." }),
      userTurn(2, { text: "a table" }),
    ] as never);
    const [before, after] = model.asked.map(({ messages }) => messages);
    expect(after?.slice(0, before?.length)).toEqual(before);
    expect(after?.at(-1)?.content).toBe("a table");
  });

  it("is the same catalog in the same words for every technique", async () => {
    const offers = await Promise.all(
      ["generic", "history", "oracle"].map(async (id) => {
        const { reply, system } = answeredBy(id, {}, "Hello.");
        await reply();
        return system();
      }),
    );
    expect(new Set(offers).size).toBe(1);
  });

  it("has a tool to choose with, whatever is asked for", async () => {
    const { reply, model } = answeredBy("generic", {}, "Hello.", "Hello.");
    await reply();
    await reply({ options: [] });
    expect(model.asked.map(({ tools }) => tools.map(({ name }) => name))).toEqual([["choose"], ["choose"]]);
  });
});

describe("what a model answers", () => {
  it("is its words, as they stream, with what was recalled for them and what they cost", async () => {
    const { reply, streamed } = answeredBy(
      "history",
      { known: { ...NOTHING, documents: 1 } },
      "What do you eat and what not?",
    );
    expect(await reply()).toEqual({
      ...{ text: "What do you eat and what not?", choice: null, choice_by: "none", asked: ["diet"], used: [] },
      recalled: [{ id: "d1", source: "document", facts: ["diet"] }],
      usage: USED,
    });
    expect(streamed.join("")).toBe("What do you eat and what not?");
    expect(streamed.length).toBeGreaterThan(1);
  });

  it.each<[string, Scripted, string | null, string]>([
    ["what it calls the tool with", chooses("grill", "Try the Green Bowl."), "grill", "structure"],
    ["what it names first, where it calls nothing", "The Mixed Grill, or else the Green Bowl.", "grill", "text"],
    ["what it names, where it calls for something unknown", chooses("nonsense", "The Green Bowl."), "green", "text"],
    ["what it names without the article", "Our Green Bowl costs four euros.", "green", "text"],
    ["not what it advises against", "I would not take the Mixed Grill. The Green Bowl is better.", "green", "text"],
    ["not what it compares with", "Cheaper than the Truffle Plate: the Green Bowl.", "green", "text"],
    ["nothing, where it names none", "Tell me more.", null, "none"],
  ])("stands for %s", async (_, answer, choice, by) => {
    expect(await answeredBy("generic", {}, answer).reply()).toMatchObject({ choice, choice_by: by });
  });

  it("is the name of what it chose, where it says nothing", async () => {
    expect(await answeredBy("generic", {}, chooses("grill")).reply()).toMatchObject({
      text: "the Mixed Grill.",
      choice: "grill",
    });
  });
});

describe("an abort", () => {
  it("ends the call", async () => {
    const { assistant } = answeredBy("generic", {}, "Hello.");
    const reason = new Error("stopped by hand");
    const hooks = { stream: () => {}, signal: AbortSignal.abort(reason) };
    await expect(assistant.reply(encounter(), hooks)).rejects.toBe(reason);
  });
});
