import { describe, expect, it } from "vitest";
import { type Entry, profileIn } from "../../src/assistants/profile/entries.js";
import { modelReader } from "../../src/assistants/profile/modelReader.js";
import type { Statement } from "../../src/assistants/profile/statement.js";
import type { Recollection, Thinking } from "../../src/assistants/technique.js";
import { profile } from "../../src/assistants/techniques/profile.js";
import type { Question } from "../../src/core/model.js";
import { oneCall } from "../../src/core/usage.js";
import { memoryKeep } from "../../src/graph/keep.js";
import type { Condition } from "../../src/schema/condition.js";
import { fact } from "../core/makers.js";
import { ALL, encounter, NOTHING, past, SLOTS, stage } from "./stage.js";

const piece = (id: string, at: string | null = "2026-01-01", text = id): Recollection => {
  return { id, source: "session", text, at, facts: [] };
};
const says = (slot: string, condition: Condition, from = "turn-1", at = "2026-01-01"): Statement => {
  return { slot, condition, confidence: 0.9, piece: piece(from, at) };
};

async function profileOf(...statements: Statement[]): Promise<Entry[]> {
  const kept = profileIn(memoryKeep(), SLOTS);
  for (const statement of statements) await kept.take(statement);
  return kept.at("2026-06-01T10:00");
}
const stated = (entries: readonly Entry[]) => entries.map(({ slot, condition }) => [slot, condition]);

describe("a profile", () => {
  it("adds evidence to what it holds already, and is surer of it", async () => {
    const [once] = await profileOf(says("diet", { is: "vegan" }));
    const [twice] = await profileOf(
      says("diet", { is: "vegan" }),
      says("diet", { is: "vegan" }, "turn-7", "2026-03-01"),
    );
    expect(once).toMatchObject({ confidence: 0.9, evidence: ["turn-1"], seen: "2026-01-01" });
    expect(twice).toMatchObject({ evidence: ["turn-1", "turn-7"], seen: "2026-03-01" });
    const unsure = { ...says("diet", { is: "vegan" }), confidence: 0.3 };
    const [guess] = await profileOf(unsure);
    const [confirmed] = await profileOf(unsure, { ...unsure, piece: piece("turn-9") });
    expect(confirmed?.confidence).toBeGreaterThan(guess?.confidence ?? 1);
  });

  it("does not count one text twice", async () => {
    const [entry] = await profileOf(says("diet", { is: "vegan" }), says("diet", { is: "vegan" }));
    expect(entry?.evidence).toEqual(["turn-1"]);
  });

  it("replaces what cannot be true beside the newer statement, and nothing else", async () => {
    const entries = await profileOf(
      says("diet", { is: "vegan" }),
      says("budget", { is: "low" }),
      says("diet", { is: "omnivore" }, "turn-5"),
    );
    expect(new Map(stated(entries) as [string, Condition][])).toEqual(
      new Map([
        ["budget", { is: "low" }],
        ["diet", { is: "omnivore" }],
      ]),
    );
  });

  it("lets lapse what nobody mentioned for two years", async () => {
    const old = says("diet", { is: "vegan" }, "turn-1", "2024-05-01");
    expect(await profileOf(old)).toEqual([]);
    expect(await profileOf(old, says("diet", { is: "vegan" }, "turn-2", "2026-05-01"))).toHaveLength(1);
  });
});

describe("a reader with a model", () => {
  const asked: Question[] = [];
  const thinking = (facts: unknown): Thinking => ({
    prompts: { "profile.md": "Read:\n{{texts}}" },
    async ask(question) {
      asked.push(question);
      const usage = oneCall({ input: 1, output: 1 });
      return { text: "", calls: [{ name: "note_facts", args: { facts } }], usage };
    },
  });
  const PIECES = [
    piece("turn-1", "2026-01-01", "no animals for me"),
    piece("turn-2", "2026-01-02", "my purse is thin"),
  ];

  it("asks once for all that is new, and requires the call", async () => {
    asked.length = 0;
    await modelReader(SLOTS, thinking([]))(PIECES);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.required).toBe("note_facts");
    expect(asked[0]?.messages[0]?.content).toContain("1. no animals for me\n2. my purse is thin");
    expect(JSON.stringify(asked[0]?.tools)).toContain('"enum":["diet","budget","register","condition"]');
  });

  it("asks nothing where nothing is new", async () => {
    asked.length = 0;
    expect(await modelReader(SLOTS, thinking([]))([])).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("ties each statement to the text it stands in, and leaves out what makes no sense", async () => {
    const statements = await modelReader(
      SLOTS,
      thinking([
        { from: 1, slot: "diet", value: "vegan", confidence: 0.8 },
        { from: 2, slot: "budget", value: "high", avoids: true },
        { from: 9, slot: "diet", value: "vegan" },
        { from: 1, slot: "shoe-size", value: 38 },
        { from: 1, slot: "__proto__", value: "x" },
        "vegan",
        null,
        { slot: "diet" },
      ]),
    )(PIECES);
    expect(
      statements.map(({ slot, condition, confidence, piece: { id } }) => [slot, condition, confidence, id]),
    ).toEqual([
      ["diet", { is: "vegan" }, 0.8, "turn-1"],
      ["budget", { not: "high" }, 0.5, "turn-2"],
    ]);
  });

  it("survives an answer that is no list", async () => {
    expect(await modelReader(SLOTS, thinking("nothing"))(PIECES)).toEqual([]);
  });
});

describe("the technique", () => {
  it("holds what materials and past sessions tell, the newer where two do not go together", async () => {
    const memory = profile.start(stage({ known: { ...NOTHING, documents: true } }), null);
    await memory.observe(past("s1", "2026-05-01T10:00", ["meat again", fact("diet", { is: "omnivore" })]));
    const found = await memory.recall(encounter());
    expect(found.map(({ text }) => text)).toEqual([
      "diet: omnivore (said 2026-05-01)",
      "budget: low (said 2026-02-01)",
    ]);
    expect(memory.learned?.().map(({ slot, evidence }) => [slot, evidence])).toEqual([
      ["diet", ["turn-0"]],
      ["budget", ["d2"]],
    ]);
  });

  it("reads each text once", async () => {
    const read: string[] = [];
    const memory = profile.start(stage({ known: ALL }), {
      prompts: { "profile.md": "{{texts}}" },
      async ask({ messages }) {
        read.push(messages[0]?.content ?? "");
        const usage = oneCall({ input: 1, output: 1 });
        return { text: "", calls: [{ name: "note_facts", args: { facts: [] } }], usage };
      },
    });
    await memory.recall(encounter({}, { text: "first words" }));
    await memory.recall(encounter({}, { text: "first words" }));
    expect(read).toHaveLength(1);
    expect(read[0]).toContain("first words");
    expect(read[0]).toContain("A week of beans and lentils.");
    expect(read[0]).not.toContain("A stranger's lunch");
  });
});
