import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drawsFor } from "../../src/core/draws.js";
import { SimulatorError } from "../../src/core/errors.js";
import { type LivedFact, lifeOf } from "../../src/core/life.js";
import type { Cue, Utterance } from "../../src/core/ports.js";
import { castOf } from "../../src/core/world.js";
import { structured } from "../../src/models/structured.js";
import type { Turn } from "../../src/schema/event.js";
import type { Session } from "../../src/schema/scenario.js";
import { agendaUser } from "../../src/users/agenda/user.js";
import { llmUser } from "../../src/users/llm/user.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { type Scripted, scriptedModel } from "../support/models.js";
import { REPOSITORY } from "../support/paths.js";
import { WORLD } from "../support/shipped.js";
import { KNOBS } from "./setting.js";

const PROMPT = readFileSync(join(REPOSITORY, "prompts", "user.md"), "utf8");
const GOAL: Cue = { purpose: "goal" };
const end = (outcome: string, text = ""): Scripted => ({
  text,
  calls: [{ name: "end_talk", args: { outcome, reason: "done" } }],
});

function playedBy(...answers: Scripted[]) {
  const cast = castOf(WORLD, "yuki-tanabe", "health-desk");
  const life = lifeOf(cast.persona, cast.scenario);
  const draws = drawsFor("llm");
  const streamed: string[] = [];
  const model = scriptedModel(...answers);
  const signal = new AbortController().signal;
  const user = llmUser({
    ...{ cast, life, draws, model: structured(model), prompt: PROMPT, signal, trial: "t", matches: WORLD.matches },
    scripted: agendaUser({ cast, life, draws, knobs: KNOBS }),
    stream: ({ text }) => streamed.push(text),
  });
  const session = cast.scenario.sessions[0] as Session;
  const { at, place } = cast.scenario.situation;
  user.open(session, { at, place, domain: cast.scenario.domain, audience: ["self"] });
  return {
    user,
    model,
    streamed,
    life,
    session,
    speak: async (turns: Turn[] = [], cue = GOAL) => (await user.speak(cue, turns)) as Utterance,
  };
}

const told = ({ disclosed }: Utterance) => disclosed.map(({ fact, how }) => `${fact} ${how}`);

describe("a person that a model plays", () => {
  it("speaks the model's words, as they stream", async () => {
    const { speak, streamed } = playedBy("evening, which hour has a place?");
    expect(await speak()).toMatchObject({
      text: "evening, which hour has a place?",
      spoken: "model",
      guards: [],
      acts: [],
    });
    expect(streamed.join("")).toBe("evening, which hour has a place?");
    expect(streamed.length).toBeGreaterThan(1);
  });

  it("has told what its words give away", async () => {
    const { life, speak } = playedBy("hello");
    expect(told(await speak())).toEqual([]);
    const pace = life.find(({ slot, strength }) => slot === "pace" && strength > 0) as LivedFact;
    const telling = playedBy(`well, ${pace.say[0]}`);
    expect(told(await telling.speak())).toContain(`${pace.id} match`);
  });

  it("knows who it is, what it wants and what is true, but nothing private", async () => {
    const { speak, model, life } = playedBy("hello");
    await speak();
    const [system, first] = model.asked[0]?.messages ?? [];
    expect(system).toMatchObject({ role: "system", content: expect.stringContaining("You are Yuki Tanabe") });
    expect(first).toEqual({ role: "user", content: "(the conversation begins)" });
    const secret = life.find(({ disclose }) => disclose === "private") as LivedFact;
    expect(system?.content).not.toContain(String(secret.condition.is));
    expect(system?.content).not.toContain("{{");
  });

  it("sees the talk from its own side", async () => {
    const { speak, model } = playedBy("the lamp hour then");
    await speak([userTurn(0, { text: "which hour?" }), assistantTurn(1, { text: "The Lamp Hour." })]);
    expect(model.asked[0]?.messages.slice(2)).toEqual([
      { role: "assistant", content: "which hour?" },
      { role: "user", content: "The Lamp Hour." },
    ]);
    expect(model.asked[0]?.tools.map(({ name }) => name)).toEqual(["end_talk"]);
  });
});

describe("the end of the talk", () => {
  it("is the model's to say, by a tool", async () => {
    const { user, speak } = playedBy(end("satisfied", "thanks, that one"));
    expect((await speak()).text).toBe("thanks, that one");
    expect(user.goal()).toMatchObject({ over: true, gaveUp: false });
  });

  it("may come without a word", async () => {
    const { user, speak } = playedBy(end("gave-up"));
    expect(await speak()).toBeNull();
    expect(user.goal()).toMatchObject({ over: true, gaveUp: true, complete: false });
  });

  it("is one JSON object where tools fail, which speaks its text", async () => {
    const { user, speak } = playedBy('{"text": "no, leave it", "end": "gave-up"}');
    expect((await speak()).text).toBe("no, leave it");
    expect(user.goal()).toMatchObject({ over: true, gaveUp: true, told: "json" });
  });

  it.each([
    ["an outcome that is none", [{ outcome: "explode", reason: "done" }]],
    ["none", [{}]],
    ["a list of them", [{ outcome: ["satisfied"] }]],
    [
      "two",
      [
        { outcome: "gave-up", reason: "done" },
        { outcome: "satisfied", reason: "done" },
      ],
    ],
  ])("is asked for again where it has %s", async (_, told) => {
    const calls = told.map((args) => ({ name: "end_talk", args }));
    const { user, speak } = playedBy({ text: "thanks", calls }, "which hour has a place?");
    expect(await speak()).toMatchObject({ text: "which hour has a place?", guards: ["ending"] });
    expect(user.goal().over).toBe(false);
  });

  it("has not come where the object says so", async () => {
    const { user, speak } = playedBy('{"text": "and the address?", "end": false}');
    expect(await speak()).toMatchObject({ text: "and the address?", guards: [] });
    expect(user.goal().over).toBe(false);
  });

  it("completes the goal only with something found", async () => {
    const { user, speak, session } = playedBy("hello", end("satisfied"));
    await speak();
    user.hear(assistantTurn(1, { choice: "lamp-hour" }), {
      ...{ purpose: "goal", options: [], slots: [], audience: ["self"], about: null, beat: null },
    });
    await speak();
    expect(user.goal()).toMatchObject({
      complete: true,
      item: "lamp-hour",
      filled: session.goal?.requests,
      missing: [],
    });
    const without = playedBy(end("satisfied"));
    await without.speak();
    expect(without.user.goal()).toMatchObject({ complete: false, missing: session.goal?.requests });
  });
});

describe("a wording that fails its guards", () => {
  const FLIP = "How can I help you today?";

  it("is made again once, and the log says why", async () => {
    const { speak, model } = playedBy(FLIP, "which hour has a place?");
    expect(await speak()).toMatchObject({ text: "which hour has a place?", spoken: "model", guards: ["role-flip"] });
    expect(model.asked).toHaveLength(2);
  });

  it("a second time gives the word to the template", async () => {
    const { speak } = playedBy(FLIP, "User: hello");
    const turn = await speak();
    expect(turn).toMatchObject({ spoken: "template", guards: ["role-flip", "label"] });
    expect(turn.text).not.toContain("help");
  });

  it("leaves the template where the talk stands, with what both wordings cost", async () => {
    const { speak, user } = playedBy("which hour has a place?", FLIP, FLIP);
    await speak();
    user.hear(assistantTurn(1, { text: "How fast may it go?" }), {
      ...{ purpose: "goal", options: [], slots: [], audience: ["self"], about: null, beat: null },
    });
    const turn = await speak();
    expect(turn.spoken).toBe("template");
    expect(turn.acts.map(({ intent }) => intent)).toEqual(["answer"]);
    expect(turn.usage).toMatchObject({ calls: 2, input: 14, output: 6 });
  });

  it("three turns running is the simulated user's fault, and not two", async () => {
    const broken = playedBy(...Array.from({ length: 6 }, () => FLIP));
    await broken.speak();
    await broken.speak();
    await expect(broken.speak()).rejects.toThrow(SimulatorError);
    const mended = playedBy(FLIP, FLIP, FLIP, FLIP, "which hour?", FLIP, FLIP);
    for (let turn = 0; turn < 4; turn++) await mended.speak();
    expect(mended.model.asked).toHaveLength(7);
  });

  it("is stopped where it tells what is private", async () => {
    const { life } = playedBy();
    const [line] = (life.find(({ disclose }) => disclose === "private") as LivedFact).say;
    const { speak } = playedBy(`well, ${line}`, "which hour has a place?");
    expect((await speak()).guards).toEqual(["private"]);
  });
});

describe("beats, probes and last words", () => {
  it("are the script's: the model is not asked", async () => {
    const { speak, model, session } = playedBy();
    const probe = session.probes[0] as Session["probes"][0];
    const asked = await speak([], { purpose: "probe", probe });
    expect(asked).toMatchObject({ spoken: "template" });
    expect((await speak([], { purpose: "close" })).acts).toMatchObject([{ intent: "bye" }]);
    expect(model.asked).toEqual([]);
  });
});
