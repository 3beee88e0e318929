import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drawsFor } from "../../src/core/draws.js";
import { SimulatorError } from "../../src/core/errors.js";
import { lifeOf } from "../../src/core/life.js";
import type { Question } from "../../src/core/model.js";
import type { Cue, Utterance } from "../../src/core/ports.js";
import { castOf } from "../../src/core/world.js";
import type { Turn } from "../../src/schema/event.js";
import { hybridUser } from "../../src/users/hybrid/user.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { catalog, goal, MOMENT, person, scenario, session, world } from "../core/makers.js";
import { type Answer, answering, meaningIn } from "../support/answering.js";
import { REPOSITORY } from "../support/paths.js";
import { DISHES, OPENINGS, SECRET, SPOKEN, TASK, VEGAN } from "./person.js";
import { KNOBS } from "./setting.js";

const PROMPT = readFileSync(join(REPOSITORY, "prompts", "hybrid.md"), "utf8");
const GOAL: Cue = { purpose: "goal" };
const CONTEXTS = ["it is late", "the day was long", "my bag is heavy", "the tram is gone"];
const ASKS = "What do you eat?";

/** A diner whose acts are ruled and whose words a function gives. */
function wordedBy(answer: (question: Question, nth: number) => Answer) {
  const wanted = { ...goal(["diet"]), open: OPENINGS, context: CONTEXTS, requests: ["price"] };
  const first = session("s1", { goal: wanted });
  const ada = person([VEGAN, SECRET], { style: { words_per_turn: [2, 30], formality: 0.5 } });
  const menu = catalog(DISHES);
  menu.requests.price = { ask: ["What does {item} cost?", "And the price of {item}?"], cues: ["euros"] };
  const made = world([ada], scenario([first]), DISHES, SPOKEN);
  const cast = { ...castOf(made, "ada", "dinner"), catalog: menu };
  const model = answering(answer);
  const user = hybridUser({
    ...{ cast, life: lifeOf(ada, cast.scenario), knobs: KNOBS, draws: drawsFor("seed"), model, prompt: PROMPT },
    ...{ stream: () => {}, trial: "t", matches: made.matches, signal: new AbortController().signal },
  });
  user.open(first, MOMENT);
  const turns: Turn[] = [];
  return {
    user,
    model,
    async speak(cue = GOAL) {
      const turn = (await user.speak(cue, turns)) as Utterance;
      turns.push(userTurn(turns.length, turn));
      return turn;
    },
    hear(text: string, choice: string | null = null) {
      const turn = assistantTurn(turns.length, { text, choice });
      turns.push(turn);
      user.hear(turn, TASK);
    },
  };
}

/** The first words as planned, then whatever a function makes of the answer to a question. */
async function answerBy(said: (meaning: string) => string): Promise<Utterance> {
  const talk = wordedBy((question, nth) => (nth === 0 ? meaningIn(question) : said(meaningIn(question))));
  await talk.speak();
  talk.hear(ASKS);
  return talk.speak();
}

describe("a person whose turns a model words", () => {
  it("does what the agenda decided, in the model's words", async () => {
    const turn = await answerBy(() => "hm, no animals on my plate, never");
    expect(turn).toMatchObject({ text: "hm, no animals on my plate, never", spoken: "model", guards: [] });
    expect(turn.acts).toMatchObject([{ intent: "answer", slot: "diet" }]);
    expect(turn.disclosed).toEqual([{ fact: "diet", slot: "diet", how: "act" }]);
  });

  it("is told who speaks, what is meant and what must be in it, and nothing private", async () => {
    const talk = wordedBy(meaningIn);
    await talk.speak();
    talk.hear(ASKS);
    await talk.speak();
    const [system, ...rest] = talk.model.asked[1]?.messages ?? [];
    expect(system?.content).toContain("You are Ada");
    expect(system?.content).toMatch(/- .*: “(?:no animals on my plate|vegan for me|make it vegan)”/);
    expect(JSON.stringify(talk.model.asked)).not.toContain("migraine");
    expect(rest.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
  });

  it("may use any wording of a fact, with short forms or long ones", async () => {
    expect((await answerBy(() => "vegan for me, as ever")).spoken).toBe("model");
    expect((await answerBy(() => "No, no animals on my plate.")).spoken).toBe("model");
  });

  it("leaves beats, probes and last words to the script", async () => {
    const { speak, model } = wordedBy(() => "hello");
    expect(await speak({ purpose: "close" })).toMatchObject({ spoken: "template" });
    expect(model.asked).toEqual([]);
  });
});

describe("what a wording leaves out or adds", () => {
  it.each([
    ["slot-missing", "well, that is a long story"],
    ["slot-missing", "it is not true that it is vegan for me"],
    ["slot-missing", "anything but this: not vegan for me"],
    ["act-turned", "no animals on my plate. just kidding"],
    ["unplanned", "no animals on my plate, and low for me"],
    ["unplanned", "no animals on my plate, so the Mixed Grill then"],
    ["unplanned", "no animals on my plate, and there are 7 of us"],
    ["unplanned", "no animals on my plate, vegetarian for me"],
    ["private", "no animals on my plate, and half my head is a storm"],
    ["private", "no animals on my plate because my head is half a storm today"],
    ["question-added", "no animals on my plate, what do they cost?"],
    ["role-flip", "no animals on my plate. How can I help you?"],
    ["label", "Ada: no animals on my plate"],
    ["empty", ""],
  ])("is found: %s in “%s”", async (fault, said) => {
    const turn = await answerBy(() => said);
    expect(turn.guards).toContain(fault);
    expect(turn.spoken).toBe("template");
    expect(turn.disclosed).toEqual([{ fact: "diet", slot: "diet", how: "act" }]);
  });

  it("is mended once, with the reason, and the log says so", async () => {
    let said = 0;
    const talk = wordedBy((question, nth) => {
      if (nth === 0) return meaningIn(question);
      return said++ === 0 ? "what do you mean" : "no animals on my plate";
    });
    await talk.speak();
    talk.hear(ASKS);
    const turn = await talk.speak();
    expect(turn).toMatchObject({ text: "no animals on my plate", spoken: "model", guards: ["slot-missing"] });
    expect(turn.usage.calls).toBe(2);
    expect(talk.model.asked[2]?.messages[0]?.content).toContain("“what do you mean”, which will not do (slot-missing)");
  });

  it("is found in what is taken, refused and asked as well", async () => {
    const talk = wordedBy((question, nth) => (nth === 0 ? meaningIn(question) : "I do not want it, something else"));
    await talk.speak();
    talk.hear("Take the Green Bowl.", "green");
    const turn = await talk.speak();
    expect(turn.spoken).toBe("template");
    expect(turn.guards).toContain("act-turned");
  });

  it.each([
    ["yes, exactly", "model", []],
    ["no, that's not right", "template", ["act-turned"]],
    ["hm, who knows", "template", ["act-missing"]],
  ])("is found in a yes: “%s”", async (said, spoken, guards) => {
    const talk = wordedBy((question, nth) => (nth === 0 ? meaningIn(question) : said));
    await talk.speak();
    talk.hear("So you like it vegan?");
    const turn = await talk.speak();
    expect(turn.acts.map(({ intent }) => intent)).toEqual(["affirm"]);
    expect(turn).toMatchObject({ spoken, guards });
  });

  it("is the simulated user's fault three turns running", async () => {
    const talk = wordedBy(() => "How can I help you today?");
    for (const reply of [ASKS, "Take the Mixed Grill."]) {
      expect((await talk.speak()).spoken).toBe("template");
      talk.hear(reply);
    }
    await expect(talk.speak()).rejects.toThrow(SimulatorError);
  });
});
