import { describe, expect, it } from "vitest";
import { freshness } from "../../src/assistants/retrieval/freshness.js";
import { fused } from "../../src/assistants/retrieval/fused.js";
import { importanceBy } from "../../src/assistants/retrieval/importance.js";
import { vectorIndex } from "../../src/assistants/retrieval/vectorIndex.js";
import type { Recollection, Thinking } from "../../src/assistants/technique.js";
import { TECHNIQUES } from "../../src/assistants/techniques/registry.js";
import { cosine } from "../../src/core/cosine.js";
import type { Question } from "../../src/core/model.js";
import type { MeteredEmbeddings } from "../../src/core/ports.js";
import { noUsage, oneCall } from "../../src/core/usage.js";
import { encounter, NOTHING, past, type Staged, stage } from "./stage.js";

const piece = (id: string, at: string | null = "2026-01-01", text = id): Recollection => {
  return { id, source: "session", text, at, facts: [] };
};
const ids = (pieces: readonly Recollection[]) => pieces.map(({ id }) => id);

/** Embeddings of two numbers, by what stands in a text; and what was asked of them. */
function meaning(vectors: Record<string, [number, number]>): MeteredEmbeddings & { asked: string[][] } {
  const asked: string[][] = [];
  const vectorOf = (text: string) =>
    Object.entries(vectors).find(([words]) => text.includes(words))?.[1] ?? ([0, 0] as [number, number]);
  return {
    asked,
    spent: noUsage,
    async embedDocuments(texts) {
      asked.push(texts);
      return texts.map(vectorOf);
    },
    async embedQuery(text) {
      asked.push([text]);
      return vectorOf(text);
    },
  };
}

function start(id: string, embeddings: MeteredEmbeddings, parts: Staged = {}, thinking: Thinking | null = null) {
  const technique = TECHNIQUES[id];
  if (!technique) throw new Error(`no technique '${id}'`);
  return technique.start({ ...stage({ known: NOTHING, ...parts }), embeddings }, thinking);
}

describe("freshness", () => {
  it.each<[string | null, number]>([
    ["2026-06-12T20:00", 1],
    ["2026-06-11", 0.995],
    ["2026-01-25", 0.995 ** 138],
    ["2027-01-01", 1],
    [null, 1],
  ])("of %s on 12 June 2026 is %d", (at, value) => {
    expect(freshness(at, "2026-06-12T08:00")).toBeCloseTo(value, 12);
  });

  it("halves in about 138 days", () => {
    expect(0.995 ** 138).toBeCloseTo(0.5, 2);
  });
});

describe("reciprocal rank fusion", () => {
  it("adds 1 / (60 + place) over the rankings a piece stands in", () => {
    const [a, b, c] = [piece("a"), piece("b"), piece("c")];
    const scores = fused([
      [a, b],
      [b, c, a],
    ]);
    expect(scores.map(({ piece: { id } }) => id)).toEqual(["b", "a", "c"]);
    expect(scores.map(({ score }) => score)).toEqual([1 / 62 + 1 / 61, 1 / 61 + 1 / 63, 1 / 62]);
  });

  it("of nothing is nothing", () => {
    expect(fused([[], []])).toEqual([]);
  });
});

describe("an index of vectors", () => {
  it("measures the cosine, whatever the lengths", () => {
    expect(cosine([1, 0], [10, 0])).toBe(1);
    expect(cosine([1, 0], [0, 3])).toBe(0);
    expect(cosine([1, 1], [-2, -2])).toBeCloseTo(-1, 12);
    expect(cosine([1, 2], [2, 1])).toBeCloseTo(0.8, 12);
    expect(cosine([0, 0], [1, 1])).toBe(0);
  });

  it("asks once for all that is new, and once for each query", async () => {
    const embeddings = meaning({ tea: [1, 0], rain: [0, 1] });
    const index = vectorIndex(embeddings);
    expect(await index.nearest("tea")).toEqual([]);
    expect(embeddings.asked).toEqual([]);
    index.add([piece("tea"), piece("rain")]);
    await index.nearest("tea");
    await index.nearest("rain");
    index.add([piece("more rain")]);
    const near = await index.nearest("rain");
    expect(embeddings.asked).toEqual([["tea", "rain"], ["tea"], ["rain"], ["more rain"], ["rain"]]);
    expect(near.map((one) => [one.piece.id, one.similarity])).toEqual([
      ["rain", 1],
      ["more rain", 1],
      ["tea", 0],
    ]);
  });
});

const MEANING = { meat: [1, 0.1], beans: [1, 0], purse: [0, 1], "dear to me": [0.6, 0.8] } as const;
const TALK = past("s1", "2026-05-01T10:00", ["no meat for me"], ["my purse is thin"], ["hm"]);
const embeddings = () => meaning(MEANING as unknown as Record<string, [number, number]>);

describe("dense", () => {
  it("recalls what is near in meaning, the nearest first, without a shared word", async () => {
    const memory = start("dense", embeddings());
    await memory.observe(TALK);
    expect(ids(await memory.recall(encounter({}, { text: "beans?" })))).toEqual(["turn-0"]);
    expect(ids(await memory.recall(encounter({}, { text: "what is dear to me" })))).toEqual(["turn-1", "turn-0"]);
    expect(await memory.recall(encounter({}, { text: "zebra" }))).toEqual([]);
  });

  it("is worth offline what shared strings are", async () => {
    const memory = TECHNIQUES.dense?.start(stage(), null);
    expect(ids((await memory?.recall(encounter({}, { text: "LENTILS" }))) ?? [])[0]).toBe("d1");
  });
});

describe("hybrid", () => {
  it("puts first what both find", async () => {
    const memory = start("hybrid", embeddings());
    await memory.observe(
      past("s1", "2026-05-01T10:00", ["no meat for me"], ["beans, always beans"], ["purse and meat"]),
    );
    const found = ids(await memory.recall(encounter({}, { text: "beans" })));
    expect(found).toEqual(["turn-1", "turn-0", "turn-2"]);
  });

  it("lets older pieces count less", async () => {
    const memory = start("hybrid", embeddings());
    await memory.observe({ ...past("s0", "2025-01-01T10:00", ["beans"]) });
    const later = past("s1", "2026-05-01T10:00", ["no meat for me"]);
    await memory.observe({ ...later, turns: later.turns.map((turn) => ({ ...turn, index: 7 })) });
    expect(ids(await memory.recall(encounter({}, { text: "beans" })))).toEqual(["turn-7", "turn-0"]);
  });
});

describe("recency", () => {
  /** Three texts a year, a month and a day old; the oldest is what is asked about. */
  async function aged(tokens = 400, thinking: Thinking | null = null) {
    const memory = start("recency", embeddings(), { tokens }, thinking);
    for (const [index, [at, text]] of [
      ["2025-06-12T10:00", "beans"],
      ["2026-05-12T10:00", "purse"],
      ["2026-06-11T10:00", "purse dear"],
    ].entries()) {
      const session = past(`s${index}`, at as string, [text as string]);
      await memory.observe({ ...session, turns: session.turns.map((turn) => ({ ...turn, index })) });
    }
    return memory;
  }

  it("adds recency and relevance, each drawn out to [0, 1]", async () => {
    // Recency .995^365, .995^31, .995^1, drawn out: 0, .834, 1. Relevance of beans 1, of the purse 0.
    const memory = await aged();
    const now = { ...encounter().moment, at: "2026-06-12T18:00" };
    const asked = encounter({}, { text: "beans" }, { moment: now });
    expect(ids(await memory.recall(asked))).toEqual(["turn-0", "turn-2", "turn-1"]);
    const other = encounter({}, { text: "purse" }, { moment: now });
    expect(ids(await (await aged()).recall(other))).toEqual(["turn-2", "turn-1", "turn-0"]);
  });

  it("keeps fresh what it recalled: that is what sets it apart from history", async () => {
    // One text fits. What was recalled last week comes before a newer one, where neither is nearer to what is asked.
    const memory = await aged(8);
    const day = (at: string) => ({ moment: { ...encounter().moment, at } });
    expect(ids(await memory.recall(encounter({}, { text: "beans" }, day("2026-06-12T18:00"))))).toEqual(["turn-0"]);
    expect(ids(await memory.recall(encounter({}, { text: "hm" }, day("2026-06-19T18:00"))))).toEqual(["turn-0"]);
    const unused = await aged(8);
    expect(ids(await unused.recall(encounter({}, { text: "hm" }, day("2026-06-19T18:00"))))).toEqual(["turn-2"]);
  });

  it("adds how much a piece matters by the model's word", async () => {
    const questions: Question[] = [];
    const thinking: Thinking = {
      prompts: { "importance.md": "Rate:\n{{texts}}" },
      async ask(question) {
        questions.push(question);
        return {
          text: "",
          calls: [{ name: "rate_texts", args: { ratings: [1, 10, 1] } }],
          usage: oneCall({ input: 1 }),
        };
      },
    };
    const memory = await aged(400, thinking);
    const now = { ...encounter().moment, at: "2026-06-12T18:00" };
    const found = await memory.recall(encounter({}, { text: "hm" }, { moment: now }));
    expect(ids(found)).toEqual(["turn-1", "turn-2", "turn-0"]);
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ required: "rate_texts" });
    expect(questions[0]?.messages[0]?.content).toContain("1. 2025-06-12, said: beans\n2. ");
    await memory.recall(encounter({}, { text: "hm" }, { moment: now }));
    expect(questions).toHaveLength(1);
  });
});

describe("importance", () => {
  const rating = (ratings: unknown): Thinking => ({
    prompts: { "importance.md": "{{texts}}" },
    ask: async () => ({ text: "", calls: [{ name: "rate_texts", args: { ratings } }], usage: oneCall(null) }),
  });
  const rated = (ratings: unknown) => importanceBy(rating(ratings))([piece("a"), piece("b"), piece("c")]);

  it("is 1 where a rating is missing or none, and for all where no model is there", async () => {
    expect(await rated([7, "9"])).toEqual([7, 9, 1]);
    expect(await rated([0, 11, null])).toEqual([1, 1, 1]);
    expect(await rated("high")).toEqual([1, 1, 1]);
    expect(await importanceBy(null)([piece("a")])).toEqual([1]);
  });
});
