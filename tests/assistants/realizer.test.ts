import { describe, expect, it } from "vitest";
import { PHRASES } from "../../src/assistants/realizer/phrases.js";
import type { Task } from "../../src/core/ports.js";
import { sentencesOf } from "../../src/core/words.js";
import { type UserAct, userIntent } from "../../src/schema/act.js";
import { fact, lived, told } from "../core/makers.js";
import { talkIn } from "../support/talk.js";
import { ASKED, BEATS, beat, CHEAP, serving } from "./serving.js";
import { DISHES, LETTERS, NOTHING } from "./stage.js";

/** What is wrong with an answer, whatever it is about. */
function flaws({ text, choice, asked }: Awaited<ReturnType<ReturnType<typeof serving>["answer"]>>): string[] {
  const questions = sentencesOf(talkIn(text)).filter((sentence) => sentence.includes("?"));
  return [
    ...(text.trim() === "" ? ["is empty"] : []),
    ...(/[{}]|undefined|null| {2}|\.\./.test(text) ? [`has a gap: ${text}`] : []),
    ...(choice !== null && ![...DISHES, ...LETTERS].some(({ id }) => id === choice) ? [`stands for ${choice}`] : []),
    ...(questions.length > 1 || asked.length > 1 ? [`asks ${questions.length} questions: ${text}`] : []),
    ...(/^\p{Ll}/u.test(text) ? [`begins small: ${text}`] : []),
  ];
}

describe("a question that was answered before", () => {
  it("is answered again, as such, and never with that nothing is known", async () => {
    const { answer, react } = serving("generic");
    await react("open");
    const told = [];
    for (let round = 0; round < 4; round++)
      told.push((await answer({}, { acts: [{ intent: "request", request: "price" }] })).text);
    for (const text of told) expect(text).toMatch(/four euros sixty|Four sixty/);
    for (const text of told.slice(2)) expect(text).toMatch(/^(?:As I said|It is as before|Once more): /);
    expect(new Set(told).size).toBe(told.length);
  });
});

describe("whatever the person does, it answers", () => {
  it.each(userIntent.options.flatMap((intent) => ["generic", "oracle"].map((id) => [intent, id] as const)))(
    "%s (%s), with nothing on the table and with something",
    async (intent, id) => {
      for (const seed of ["a", "b", "c"]) {
        const { answer, react } = serving(id, { seed, known: { ...NOTHING, documents: true } });
        const acts: UserAct[] = [{ intent, ...(intent === "request" ? { request: "price" } : {}) }];
        for (let round = 0; round < 4; round++) {
          expect(flaws(await answer({}, { acts }))).toEqual([]);
          expect(flaws(await react("open"))).toEqual([]);
        }
      }
    },
  );

  it.each(BEATS.map((step) => [Object.keys(step)[0] as string, step] as const))(
    "a beat that is to %s",
    async (_, step) => {
      const { answer, react } = serving("generic");
      expect(flaws(await answer(beat(step), { acts: [{ intent: "beat" }] }))).toEqual([]);
      await react("open");
      for (const reaction of ["accept", "correct", "deny", "answer", "give-up"] as const)
        expect(flaws(await answer(beat(step), { acts: [{ intent: reaction }, { intent: "beat" }] }))).toEqual([]);
    },
  );

  it.each<[string, Partial<Task>]>([
    ["something to choose", {}],
    ["a text", { options: LETTERS, slots: ["register"] }],
    ["a text that has nothing to do with the person", { options: LETTERS, slots: [] }],
    ["what is known of them", { about: "diet", options: [] }],
    ["nothing", { options: [], slots: [] }],
  ])("a probe for %s, and what comes back", async (_, task) => {
    for (const id of ["generic", "oracle", "history", "echo"]) {
      const { answer } = serving(id, { known: { ...NOTHING, documents: true } });
      expect(flaws(await answer({ ...ASKED, ...task }, { acts: [{ intent: "probe" }] }))).toEqual([]);
      for (const intent of ["answer", "correct", "deny", "repeat", "affirm"] as const)
        expect(flaws(await answer({ ...ASKED, ...task, purpose: "follow-up" }, { acts: [{ intent }] }))).toEqual([]);
    }
  });
});

it("A question that the catalog has no answer to is not taken for a remark", async () => {
  const asked = async (text: string) => {
    const { answer } = serving("generic");
    return (await answer({ ...ASKED, options: [], slots: [] }, { text, acts: [{ intent: "probe" }] })).text;
  };
  const shrugs = Object.values(PHRASES).flatMap((frames) => frames["aside-question"]);
  expect(shrugs).toContain(await asked("What is a derailleur?"));
  expect(shrugs).not.toContain(await asked("I ride on Sundays."));
});

it("What is known twice, from two places, is told once", async () => {
  const twice = [lived(fact("diet", { is: "vegan" })), lived(fact("diet-now", { slot: "diet", is: "vegan" }))].flat();
  const { answer } = serving("generic");
  const { text } = await answer(
    { ...ASKED, about: "diet", options: [] },
    { acts: [{ intent: "probe" }] },
    {
      told: twice,
    },
  );
  expect(text.match(/\byou\b/g)).toHaveLength(1);
});

describe("its choice", () => {
  it("serves what it believes, by utility, and says what served", async () => {
    const { answer } = serving("oracle", { told: [told("diet"), told("budget")] });
    expect(await answer(ASKED, { acts: [{ intent: "probe" }] })).toMatchObject({
      ...{ choice: "green", choice_by: "structure", used: ["diet", "budget"] },
      recalled: [{ id: "diet", source: "fact", facts: ["diet"] }, { id: "budget" }],
    });
  });

  it("is the same for all that know nothing more: ties fall by the pair", async () => {
    const choices = await Promise.all(
      ["generic", "history", "oracle"].map((id) => serving(id).answer(ASKED, { acts: [{ intent: "probe" }] })),
    );
    expect(new Set(choices.map(({ choice }) => choice)).size).toBe(1);
  });

  it("changes with what is told", async () => {
    const { answer } = serving("generic", { seed: "x" });
    const rich = lived(fact("budget", { is: "high" }));
    expect((await answer(ASKED, {}, { told: rich })).choice).toBe("truffle");
  });

  it("leaves what was refused, and stands by it where nothing is better", async () => {
    const { answer, react } = serving("generic");
    const first = await answer({}, { acts: [{ intent: "open" }] }, { told: CHEAP });
    if (first.choice === null) await answer({}, { acts: [{ intent: "answer" }] }, { told: CHEAP });
    const second = await react("alternative");
    expect(second.choice).not.toBe(first.choice);
    const vegan = serving("oracle", { told: [told("diet"), told("budget")] });
    await vegan.answer({}, { acts: [{ intent: "open" }] });
    const insisted = await vegan.react("correct");
    expect(insisted).toMatchObject({ choice: "green", text: expect.stringMatching(/nothing|no perfect|none/i) });
  });

  it("is nothing where nothing may be offered, and says so", async () => {
    const meat = DISHES.filter(({ id }) => id === "grill");
    const { answer } = serving("oracle", { told: [told("diet")] });
    expect(await answer({ ...ASKED, options: meat }, { acts: [{ intent: "probe" }] })).toMatchObject({ choice: null });
  });
});

describe("its questions", () => {
  it("are about a slot of the task that would change the choice, each asked once in a trial", async () => {
    const asked: string[] = [];
    const { react } = serving("generic", { seed: "q" });
    for (let turn = 0; turn < 8; turn++) asked.push(...(await react("answer")).asked);
    expect([...asked].sort()).toEqual(["budget", "diet"]);
  });

  it("are not about what is believed, nor about what no option differs in", async () => {
    for (const seed of ["1", "2", "3", "4"]) {
      const knowing = serving("oracle", { seed, told: [told("diet"), told("budget")] });
      const same = DISHES.filter(({ attributes }) => attributes.budget === "low" && attributes.diet === "vegan");
      const alike = serving("generic", { seed });
      for (let turn = 0; turn < 4; turn++) {
        expect((await knowing.react("answer")).asked).toEqual([]);
        expect((await alike.answer({ options: same }, { acts: [{ intent: "answer" }] })).asked).toEqual([]);
      }
    }
  });
});
