import { describe, expect, it } from "vitest";
import { PHRASES } from "../../src/assistants/realizer/phrases.js";
import type { LivedFact } from "../../src/core/life.js";
import { sentencesOf } from "../../src/core/words.js";
import type { Fact } from "../../src/schema/persona.js";
import { told } from "../core/makers.js";
import { ASKED, beat, CASUAL, FORMAL, serving } from "./serving.js";
import { ADA, LETTERS, NOTHING, past, type Staged } from "./stage.js";

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
