import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { llmAssistant } from "../../src/assistants/llm/assistant.js";
import type { Technique } from "../../src/assistants/technique.js";
import { TECHNIQUES } from "../../src/assistants/techniques/registry.js";
import { drawsFor } from "../../src/core/draws.js";
import { lifeOf, momentOf } from "../../src/core/life.js";
import type { Message } from "../../src/core/model.js";
import type { Encounter, Stage, Task } from "../../src/core/ports.js";
import { castOf } from "../../src/core/world.js";
import { offlineEmbeddings } from "../../src/models/embedder.js";
import type { Turn } from "../../src/schema/event.js";
import type { Session } from "../../src/schema/scenario.js";
import { agendaUser } from "../../src/users/agenda/user.js";
import { hybridUser } from "../../src/users/hybrid/user.js";
import { llmUser } from "../../src/users/llm/user.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { answering, meaningIn } from "../support/answering.js";
import { REPOSITORY } from "../support/paths.js";
import { WORLD } from "../support/shipped.js";
import { KNOBS } from "./setting.js";

const EXCHANGES = 50;
const prompt = (name: string) => readFileSync(join(REPOSITORY, "prompts", `${name}.md`), "utf8");
const cast = castOf(WORLD, "yuki-tanabe", "health-desk");
const life = lifeOf(cast.persona, cast.scenario);
const [session] = cast.scenario.sessions as [Session];
const signal = new AbortController().signal;
const TASK: Task = { purpose: "goal", options: [], slots: [], audience: ["self"], about: null, beat: null };

/** Words that no other turn has, so that each can be told by its text. */
const WORDS = "amber birch cedar delta ember fjord grove heron inlet jetty".split(" ");
const saidBy = (who: string, at: number) =>
  `${who} ${WORDS[at % 10]} ${WORDS[(at * 3 + 1) % 10]} ${WORDS[Math.floor(at / 10)]} number${at}`;

/** What a side must have been sent: its own turns as its own, the other's as the other's, in turn, in their order. */
function expectOwnSide(messages: readonly Message[], own: "user" | "assistant", turns: readonly Turn[]) {
  const [system, ...talk] = messages;
  expect(system?.role).toBe("system");
  expect(talk.map(({ role }) => role)).toEqual(talk.map((_, index) => (index % 2 === 0 ? "user" : "assistant")));
  expect(talk.at(-1)?.role).toBe("user");
  const sent = turns.slice(-talk.length).filter(({ text }) => talk.some(({ content }) => content === text));
  expect(talk.slice(talk.length - sent.length).map(({ role, content }) => [role, content])).toEqual(
    sent.map(({ speaker, text }) => [speaker === own ? "assistant" : "user", text]),
  );
  return sent.length;
}

function player(model: ReturnType<typeof answering>) {
  const parts = {
    cast,
    life,
    draws: drawsFor("roles"),
    knobs: KNOBS,
    model,
    trial: "t",
    matches: WORLD.matches,
    signal,
  };
  return { ...parts, stream: () => {} };
}

describe("over fifty exchanges", () => {
  it("a person that a model plays is itself in all it is sent", async () => {
    const model = answering((_, nth) => saidBy("person", nth));
    const user = llmUser({ ...player(model), prompt: prompt("user"), scripted: agendaUser(player(model)) });
    user.open(session, momentOf(cast.scenario, cast.scenario.situation.at));
    const turns: Turn[] = [];
    for (let exchange = 0; exchange < EXCHANGES; exchange++) {
      const said = await user.speak({ purpose: "goal" }, turns);
      expect(expectOwnSide(model.asked.at(-1)?.messages ?? [], "user", turns)).toBe(turns.length);
      turns.push(userTurn(turns.length, { ...said, spoken: "model" }));
      await user.aside?.("And otherwise?", turns);
      const aside = model.asked.at(-1)?.messages ?? [];
      expect(aside.slice(-2).map(({ role }) => role)).toEqual(["assistant", "user"]);
      turns.push(assistantTurn(turns.length, { text: saidBy("desk", turns.length) }));
    }
    expect(model.asked.length).toBeGreaterThanOrEqual(2 * EXCHANGES);
  });

  it("a person whose turns a model words is itself in all it is sent", async () => {
    const model = answering(meaningIn);
    const user = hybridUser({ ...player(model), prompt: prompt("hybrid") });
    user.open(session, momentOf(cast.scenario, cast.scenario.situation.at));
    const turns: Turn[] = [];
    for (let exchange = 0; exchange < EXCHANGES; exchange++) {
      const asked = model.asked.length;
      const said = await user.speak({ purpose: "goal" }, turns);
      expect(model.asked.length).toBeGreaterThan(asked);
      for (const { messages } of model.asked.slice(asked))
        expect(expectOwnSide(messages, "user", turns)).toBe(Math.min(turns.length, 6));
      turns.push(userTurn(turns.length, { text: saidBy("person", turns.length), spoken: said?.spoken ?? "model" }));
      turns.push(assistantTurn(turns.length, { text: saidBy("desk", turns.length) }));
    }
  });

  it("an assistant with a model is itself in all it is sent", async () => {
    const model = answering((_, nth) => saidBy("desk", nth));
    const stage = {
      trial: "t",
      cast,
      embeddings: offlineEmbeddings,
      materials: { attributes: [], documents: [], interactions: [], pairs: [] },
    };
    const assistant = llmAssistant(
      TECHNIQUES.generic as Technique,
      model,
      { session: prompt("assistant"), notes: prompt("assistant-notes"), techniques: {} },
      stage as unknown as Stage,
    );
    const turns: Turn[] = [];
    for (let exchange = 0; exchange < EXCHANGES; exchange++) {
      turns.push(userTurn(turns.length, { text: saidBy("person", turns.length) }));
      const encounter: Encounter = {
        ...{
          session: "s1",
          moment: momentOf(cast.scenario, cast.scenario.situation.at),
          task: TASK,
          turns,
          told: new Map(),
        },
      };
      const reply = await assistant.reply(encounter, { stream: () => {}, signal });
      expect(expectOwnSide(model.asked.at(-1)?.messages ?? [], "assistant", turns)).toBe(turns.length);
      turns.push(assistantTurn(turns.length, reply));
    }
  });
});
