import { describe, expect, it } from "vitest";
import type { Memory } from "../../src/assistants/technique.js";
import { type Recollection, withinBudget } from "../../src/assistants/technique.js";
import { TECHNIQUES } from "../../src/assistants/techniques/registry.js";
import { fact, person, told } from "../core/makers.js";
import { ADA, ALL, encounter, NOTHING, past, type Staged, stage } from "./stage.js";

const start = (id: string, parts: Staged = {}): Memory => {
  const technique = TECHNIQUES[id];
  if (!technique) throw new Error(`no technique '${id}'`);
  return technique.start(stage(parts), null);
};
const ids = (pieces: readonly Recollection[]) => pieces.map(({ id }) => id);
const facts = (pieces: readonly Recollection[]) => [
  ...new Set(pieces.flatMap((piece) => piece.facts.map(({ id }) => id))),
];
const JUNE = past(
  "s1",
  "2026-05-01T10:00",
  ["I want a bowl of leaves"],
  ["my purse is thin", fact("budget", { is: "low" })],
);

describe("every technique", () => {
  const observed = async (id: string, tokens: number) => {
    const memory = start(id, { tokens, peers: PEERS });
    await memory.observe(JUNE);
    return await memory.recall(encounter({}, { text: "beans and coins and leaves, please" }));
  };

  it.each(Object.keys(TECHNIQUES))("%s says what it is", async (id) => {
    expect(TECHNIQUES[id]).toMatchObject({ id, meaning: expect.stringMatching(/\w+ \w+/) });
  });

  it.each(Object.keys(TECHNIQUES).flatMap((id) => [0, 5, 12, 30, 400].map((tokens) => [id, tokens] as const)))(
    "%s keeps to a budget of %d tokens of four characters",
    async (id, tokens) => {
      const length = (await observed(id, tokens)).reduce((sum, { text }) => sum + text.length, 0);
      expect(length).toBeLessThanOrEqual(4 * tokens);
    },
  );

  it.each(Object.keys(TECHNIQUES))("%s recalls nothing twice, and nothing of a text that is held out", async (id) => {
    const pieces = await observed(id, 1000);
    expect(new Set(ids(pieces)).size).toBe(pieces.length);
    expect(pieces.some(({ text }) => text.includes("stranger"))).toBe(false);
  });

  it.each(Object.keys(TECHNIQUES))("%s keeps one trial apart from another", async (id) => {
    const technique = TECHNIQUES[id];
    const one = technique?.start(stage({ known: NOTHING }), null);
    const other = technique?.start(stage({ known: NOTHING }), null);
    const before = await other?.recall(encounter({}, { text: "leaves" }));
    await one?.observe(JUNE);
    expect(await other?.recall(encounter({}, { text: "leaves" }))).toEqual(before);
  });
});

describe("a budget", () => {
  const piece = (id: string, length: number): Recollection => ({
    id,
    source: "session",
    text: "x".repeat(length),
    at: null,
    facts: [],
  });

  it("leaves out whole what does not fit, and goes on with what does", async () => {
    expect(ids(withinBudget([piece("a", 20), piece("b", 30), piece("c", 18), piece("d", 3)], 10))).toEqual(["a", "c"]);
  });
});

describe("generic and mute", () => {
  it.each(["generic", "mute"])("%s recalls nothing, whatever there was", async (id) => {
    const memory = start(id);
    await memory.observe(JUNE);
    expect(await memory.recall(encounter())).toEqual([]);
  });
});

describe.each(["history", "echo"])("%s", async (id) => {
  it("recalls all that came before, the latest first, attributes last", async () => {
    const memory = start(id, { persona: { ...ADA, demographics: { age: 41 } } });
    await memory.observe(JUNE);
    expect(ids(await memory.recall(encounter()))).toEqual([
      "turn-1",
      "turn-0",
      "pair-1",
      "interaction-1",
      "d2",
      "d1",
      "demographics.age",
    ]);
  });

  it("recalls what the person said and what it told, not what the assistant said", async () => {
    const memory = start(id, { known: NOTHING });
    await memory.observe(JUNE);
    const [last, first] = await memory.recall(encounter());
    expect(last).toMatchObject({ text: "2026-05-01, said: my purse is thin", facts: [{ id: "budget" }] });
    expect(first).toMatchObject({ text: "2026-05-01, said: I want a bowl of leaves", facts: [] });
  });

  it("is given what the suite gives, and no more", async () => {
    expect(facts(await start(id, { known: ALL }).recall(encounter()))).toEqual(["register", "diet", "budget"]);
    expect(ids(await start(id, { known: { ...NOTHING, documents: 1 } }).recall(encounter()))).toEqual(["d1"]);
    expect(await start(id, { known: NOTHING }).recall(encounter())).toEqual([]);
  });

  it("reads of its texts only what they state or imply", async () => {
    const text = { id: "d9", kind: "note", date: "2026-01-01", split: "given" as const, text: "Not me." };
    const persona = {
      ...ADA,
      documents: [
        {
          ...text,
          evidence: [
            { fact: "diet", form: "third-party" as const },
            { fact: "budget", form: "negated" as const },
          ],
        },
      ],
    };
    expect(facts(await start(id, { persona, known: { ...NOTHING, documents: true } }).recall(encounter()))).toEqual([]);
  });
});

describe("bm25", () => {
  it("recalls what shares words with what the person said last", async () => {
    const memory = start("bm25");
    await memory.observe(JUNE);
    expect(ids(await memory.recall(encounter({}, { text: "LENTILS?" })))).toEqual(["d1"]);
    expect(ids(await memory.recall(encounter({}, { text: "purse" })))).toEqual(["turn-1"]);
    expect(await memory.recall(encounter({}, { text: "zebra" }))).toEqual([]);
  });

  it("asks with the last two turns of the person", async () => {
    const turns = ["lentils", "purse", "zebra"].map((text, index) => ({ ...encounter().turns[0], index, text }));
    const memory = start("bm25");
    await memory.observe(JUNE);
    expect(ids(await memory.recall(encounter({}, {}, { turns: turns as never })))).toEqual(["turn-1"]);
  });

  it("puts first what shares more and rarer words", async () => {
    const found = await start("bm25").recall(encounter({}, { text: "did you count the coins of the week?" }));
    expect(ids(found)[0]).toBe("d2");
  });
});

describe("persona-prompt", () => {
  const attributes = { ...ADA, demographics: { age: 41, country: "SE" }, traits: { openness: 0.7 } };

  it("says in a line who the person is by the static attributes, and nothing they said or did", async () => {
    const memory = start("persona-prompt", { persona: attributes });
    await memory.observe(JUNE);
    expect(await memory.recall(encounter())).toMatchObject([
      {
        ...{ id: "persona", source: "attribute", text: "Who you talk to: age: 41; country: SE; openness: 0.7." },
        facts: [{ id: "demographics.age" }, { id: "demographics.country" }, { id: "traits.openness" }],
      },
    ]);
  });

  it("leaves out the last attributes where the budget has no room, and says nothing without any", async () => {
    const [piece] = await start("persona-prompt", { persona: attributes, tokens: 10 }).recall(encounter());
    expect(piece?.text).toBe("Who you talk to: age: 41; country: SE.");
    expect(await start("persona-prompt", { persona: attributes, tokens: 2 }).recall(encounter())).toEqual([]);
    expect(await start("persona-prompt").recall(encounter())).toEqual([]);
    expect(await start("persona-prompt", { persona: attributes, known: NOTHING }).recall(encounter())).toEqual([]);
  });
});

const peer = (id: string, ...held: ReturnType<typeof fact>[]) => ({ ...person(held), id, name: id });
const PEERS = [
  peer("bo", fact("diet", { is: "omnivore" }), fact("budget", { is: "low" })),
  peer("cy", fact("diet", { is: "omnivore", veto: true }), fact("budget", { is: "high" })),
  peer("di", fact("diet", { is: "vegan" }), fact("register", { is: "casual" })),
  peer("ed", fact("diet", { is: "omnivore" })),
];

describe("segment", () => {
  it("recalls what is commonest among the person's peers, held without a must", async () => {
    const [diet, ...rest] = await start("segment", { peers: PEERS }).recall(encounter());
    expect(diet).toMatchObject({ id: "segment.diet", facts: [{ condition: { is: "omnivore" }, veto: false }] });
    expect(rest).toEqual([]);
  });

  it("leaves the person out: with no peers it knows nothing, though it is given everything", async () => {
    expect(await start("segment", { peers: [] }).recall(encounter())).toEqual([]);
  });

  it("takes more than a third of them", async () => {
    const three = PEERS.slice(0, 3);
    expect(ids(await start("segment", { peers: three }).recall(encounter()))).toEqual(["segment.diet"]);
    expect(ids(await start("segment", { peers: PEERS.slice(0, 2) }).recall(encounter()))).toEqual([
      "segment.diet",
      "segment.budget",
    ]);
  });

  it("tells nothing private, past, of some audience only, or without weight", async () => {
    const alike = (parts: object) => ["bo", "cy", "di"].map((id) => peer(id, fact("diet", { is: "vegan", ...parts })));
    for (const parts of [
      { disclose: "private" },
      { until: "2027-01-01" },
      { when: { audience: "boss" } },
      { strength: 0 },
    ])
      expect(await start("segment", { peers: alike(parts) }).recall(encounter())).toEqual([]);
    expect(ids(await start("segment", { peers: alike({}) }).recall(encounter()))).toEqual(["segment.diet"]);
  });
});

describe("oracle", () => {
  it("recalls exactly what is known: what the materials carry and what was told", async () => {
    expect(facts(await start("oracle").recall(encounter())).sort()).toEqual(["budget", "diet", "register"]);
    expect(await start("oracle", { known: NOTHING }).recall(encounter())).toEqual([]);
    const one = start("oracle", { known: NOTHING, told: [told("condition", "s1")] });
    expect(facts(await one.recall(encounter()))).toEqual(["condition"]);
  });

  it("recalls the newer of two facts where it is known, and the older where it is not", async () => {
    const persona = person([
      fact("diet-then", { slot: "diet", is: "omnivore", until: "2026-01-01" }),
      fact("diet", { is: "vegan", since: "2026-01-01" }),
    ]);
    const knows = (...names: string[]) =>
      start("oracle", { persona, known: NOTHING, told: names.map((id) => told(id, "s1")) });
    expect(facts(await knows("diet-then").recall(encounter()))).toEqual(["diet-then"]);
    expect(facts(await knows("diet-then", "diet").recall(encounter()))).toEqual(["diet"]);
  });

  it("says who may learn a fact, what is a must and when it holds; what matters to the task comes first", async () => {
    const memory = start("oracle", { told: [told("condition", "s1")] });
    const pieces = await memory.recall(encounter({ slots: ["budget"] }));
    expect(pieces.map(({ text }) => text)).toEqual([
      "budget: low",
      "diet: vegan, must",
      "register: formal",
      "condition: migraine (only for doctor)",
    ]);
  });
});

describe("omniscient", () => {
  it("recalls the whole file as it holds, known or not", async () => {
    expect(facts(await start("omniscient", { known: NOTHING }).recall(encounter())).sort()).toEqual([
      "budget",
      "condition",
      "diet",
      "register",
    ]);
  });
});
