import { describe, expect, it } from "vitest";
import { offlineAssistant } from "../../src/assistants/offline.js";
import { PHRASES } from "../../src/assistants/realizer/phrases.js";
import type { Technique } from "../../src/assistants/technique.js";
import { TECHNIQUES } from "../../src/assistants/techniques/registry.js";
import type { LivedFact } from "../../src/core/life.js";
import type { Encounter, Task } from "../../src/core/ports.js";
import { sentencesOf } from "../../src/core/words.js";
import { type UserAct, userIntent } from "../../src/schema/act.js";
import type { UserTurn } from "../../src/schema/event.js";
import type { Fact } from "../../src/schema/persona.js";
import type { Beat } from "../../src/schema/scenario.js";
import { fact, lived, probe, told } from "../core/makers.js";
import { talkIn } from "../support/talk.js";
import { ADA, DISHES, encounter, LETTERS, NOTHING, past, type Staged, stage } from "./stage.js";

const HOOKS = { stream: () => {}, signal: new AbortController().signal };
const CHEAP = lived(fact("budget", { is: "low" }));
const FORMAL = lived(fact("register", { is: "formal" }));
const CASUAL = lived(fact("register", { is: "casual" }));

/** An assistant that serves a person it knows nothing of but what it is told. */
function serving(technique = "generic", parts: Staged = {}) {
  const assistant = offlineAssistant(TECHNIQUES[technique] as Technique, stage({ known: NOTHING, ...parts }));
  const answer = (task: Partial<Task>, turn: Partial<UserTurn>, more: Partial<Encounter> = {}) =>
    assistant.reply(encounter(task, turn, more), HOOKS);
  const react = (...acts: UserAct["intent"][]) => answer({}, { acts: acts.map((intent) => ({ intent })) });
  return { assistant, answer, react };
}

const ASKED: Partial<Task> = { purpose: "probe", probe: probe(["diet"]) };
const BEATS: Partial<Beat>[] = [
  ...[
    { script: true as const },
    { disclose: "diet" },
    { confides: "condition" },
    { change: "diet" },
    { retract: "diet" },
  ],
  ...[{ challenge: true as const }, { digress: "cats" }],
];
const beat = (step: Partial<Beat>): Partial<Task> => ({
  purpose: "beat",
  beat: { turn: 1, say: ["Hm."], ...step } as Beat,
});

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

describe("what it says of the person", () => {
  it("is what it recalls where it is asked, and that it knows nothing where it does", async () => {
    const about = { ...ASKED, about: "diet", options: [] };
    expect((await serving("oracle", { told: [told("diet")] }).answer(about, {})).text).toContain("you live on plants");
    const ignorant = await serving("generic").answer(about, {});
    expect(ignorant).toMatchObject({ used: [], recalled: [] });
    expect(ignorant.text).not.toMatch(/plants|everything there is/);
  });

  it("is used in the gap of a text only where it is believed and its readers may learn it", async () => {
    const letter = { ...ASKED, options: LETTERS, slots: ["register"] };
    const write = (audience: string, parts: Staged) =>
      serving("oracle", parts).answer({ ...letter, audience: [audience] }, { acts: [{ intent: "probe" }] });
    const knows = { told: [told("condition")] };
    for (const seed of ["1", "2", "3", "4", "5", "6"]) {
      expect((await write("landlord", { ...knows, seed })).text).not.toContain("storm");
      expect((await write("landlord", { ...knows, seed })).choice).toBe("reserved");
      expect((await write("doctor", { seed })).text).not.toContain("storm");
    }
    const texts = await Promise.all(["1", "2", "3", "4", "5", "6"].map((seed) => write("doctor", { ...knows, seed })));
    expect(texts.some(({ text }) => text.includes("for half my head is a storm"))).toBe(true);
  });

  it("may give away what came as a text, for a text does not say who may read it", async () => {
    const knowing = past("s1", "2026-05-01T10:00", [
      "half my head is a storm",
      ADA.facts.find(({ id }) => id === "condition") as Fact,
    ]);
    const letters = await Promise.all(
      ["1", "2", "3", "4", "5", "6"].map(async (seed) => {
        const { assistant, answer } = serving("history", { seed });
        await assistant.endSession(knowing);
        return answer({ ...ASKED, options: LETTERS, slots: ["register"], audience: ["landlord"] }, {});
      }),
    );
    expect(letters.some(({ text }) => text.includes("storm"))).toBe(true);
  });
});

describe("its manner", () => {
  it.each<["casual" | "neutral" | "formal", readonly LivedFact[]]>([
    ["casual", CASUAL],
    ["neutral", []],
    ["formal", FORMAL],
  ])("is %s where it believes so", async (band, beliefs) => {
    for (const seed of ["1", "2", "3", "4", "5"]) {
      const { text } = await serving("generic", { seed }).answer(
        {},
        { acts: [{ intent: "thank" }] },
        { told: beliefs },
      );
      expect(PHRASES[band].welcome).toContain(text);
    }
  });

  it("has many frames for each thing, without a gap that nobody fills", () => {
    for (const [band, frames] of Object.entries(PHRASES)) {
      for (const [name, lines] of Object.entries(frames)) {
        expect([band, name, lines.length >= 3]).toEqual([band, name, true]);
        expect(
          lines.flatMap((line) => line.match(/\{\w+\}/g) ?? []).filter((gap) => !/item|pitch|tell/.test(gap)),
        ).toEqual([]);
      }
    }
  });

  it("keeps what it said apart from session to session, but says no sentence twice in the whole", async () => {
    const { assistant, react } = serving("generic");
    const said: string[] = [];
    for (let sitting = 0; sitting < 3; sitting++) {
      for (const act of ["open", "alternative", "accept", "thank", "question"] as const)
        said.push((await react(act)).text);
      await assistant.endSession({ id: `s${sitting}`, at: "2026-05-01", turns: [], told: new Map() });
    }
    const long = said.flatMap(sentencesOf).filter((sentence) => sentence.split(" ").length >= 4);
    expect(new Set(long).size).toBe(long.length);
  });
});

describe("the stubs", () => {
  it("echo recites what it recalls to whoever reads, and chooses without it", async () => {
    const recited = await Promise.all(
      ["1", "2", "3", "4", "5", "6", "7", "8"].map((seed) => {
        const { answer } = serving("echo", { seed, known: { ...NOTHING, documents: true } });
        return answer({ ...ASKED, audience: ["landlord"] }, { acts: [{ intent: "probe" }] });
      }),
    );
    for (const { text, used } of recited) {
      expect(text).toMatch(/^You .*(plants|euro).*(plants|euro)/);
      expect([...used].sort()).toEqual(["budget", "diet"]);
    }
    expect(new Set(recited.map(({ choice }) => choice))).toContain("grill");
  });

  it("mute offers nothing, asks nothing, says nothing of anyone, whatever it is asked", async () => {
    const { answer } = serving("mute", { known: { ...NOTHING, documents: true } });
    for (const task of [
      {},
      ASKED,
      { ...ASKED, about: "diet" },
      { ...ASKED, options: LETTERS },
      beat({ confides: "condition" }),
    ]) {
      const said = await answer(task, { acts: [{ intent: "open" }] });
      expect(said).toMatchObject({ choice: null, choice_by: "none", asked: [], used: [], recalled: [] });
      expect(PHRASES.neutral.mute).toContain(said.text);
    }
  });
});
