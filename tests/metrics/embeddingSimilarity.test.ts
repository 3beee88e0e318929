import { describe, expect, it } from "vitest";
import type { Embeddings } from "../../src/core/ports.js";
import { embeddingSimilarity, sentenceMatching } from "../../src/metrics/text/embeddingSimilarity.js";
import { embedder } from "../../src/models/embedder.js";
import { hashedWords } from "../../src/models/hashedWords.js";
import { openaiEmbeddings } from "../../src/models/openaiEmbeddings.js";
import { embedding, lettersOf } from "../support/embedding.js";
import { serving } from "../support/server.js";

/** Vectors of two numbers by hand: cosines are 0, .6, .8 and 1. */
const VECTORS: Readonly<Record<string, number[]>> = {
  "East.": [1, 0],
  "North.": [0, 2],
  "Between.": [3, 4],
  "West.": [-1, 0],
  "East. North.": [1, 1],
  "Nowhere.": [0, 0],
};

function byHand(): Embeddings & { asked: string[][] } {
  const asked: string[][] = [];
  return {
    asked,
    async embedDocuments(texts) {
      asked.push(texts);
      return texts.map((text) => VECTORS[text] ?? []);
    },
    embedQuery: async (text) => VECTORS[text] ?? [],
  };
}

describe("similarity of whole texts", () => {
  it.each([
    ["East.", "North.", 0],
    ["East.", "Between.", 0.6],
    ["North.", "Between.", 0.8],
    ["East.", "West.", -1],
    ["East.", "East. North.", Math.SQRT1_2],
    ["East.", "Nowhere.", 0],
  ])("of %s and %s is the cosine of their vectors", async (one, other, cosine) => {
    expect(await embeddingSimilarity(byHand(), one, other)).toBeCloseTo(cosine, 12);
  });

  it("is unknown of nothing, and nothing is asked then", async () => {
    const embeddings = byHand();
    expect(await embeddingSimilarity(embeddings, "…", "East.")).toBeNull();
    expect(await embeddingSimilarity(embeddings, "East.", "")).toBeNull();
    expect(embeddings.asked).toEqual([]);
  });
});

describe("greedy matching of sentences", () => {
  it("takes the nearest for each sentence of either side, in one call", async () => {
    const embeddings = byHand();
    // Between → North .8; East → East 1, North → Between .8: precision .8, recall (0.6 + 0.8) / 2 = .7.
    expect(await sentenceMatching(embeddings, "East. North.", "Between.")).toEqual({
      precision: expect.closeTo(0.8, 12),
      recall: expect.closeTo(0.7, 12),
      f1: expect.closeTo((2 * 0.8 * 0.7) / 1.5, 12),
    });
    expect(embeddings.asked).toEqual([["East.", "North.", "Between."]]);
    expect(await sentenceMatching(byHand(), "East.", "East. Between. North.")).toEqual({
      precision: expect.closeTo((1 + 0.6 + 0) / 3, 12),
      recall: 1,
      f1: expect.closeTo((2 * (1.6 / 3)) / (1 + 1.6 / 3), 12),
    });
  });

  it("is 1 for the same sentences in another order, and no F1 comes of opposites", async () => {
    expect(await sentenceMatching(byHand(), "East. North.", "North. East.")).toEqual({
      precision: 1,
      recall: 1,
      f1: 1,
    });
    expect(await sentenceMatching(byHand(), "East.", "West.")).toEqual({ precision: -1, recall: -1, f1: 0 });
  });

  it("is unknown without a reference, and 0 for an answer that says nothing", async () => {
    expect(await sentenceMatching(byHand(), " … ", "East.")).toBeNull();
    expect(await sentenceMatching(byHand(), "East.", "!")).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe("vectors of hashed words", () => {
  it("know strings, and no meaning", async () => {
    expect(await embeddingSimilarity(hashedWords, "A quiet table.", "a QUIET table")).toBeCloseTo(1, 12);
    const shared = (await embeddingSimilarity(hashedWords, "a quiet table", "a quiet bench")) as number;
    const meant = (await embeddingSimilarity(hashedWords, "a quiet table", "some calm desk")) as number;
    expect(shared).toBeGreaterThan(meant);
  });
});

describe("vectors of a server that speaks OpenAI's protocol", () => {
  it("are asked for once, and compared", async () => {
    const { url, received } = await serving(embedding());
    const model = await openaiEmbeddings("m", { apiKey: "secret", baseURL: `${url}/v1`, timeout: 20_000 });
    const [one, other] = ["no meat for me", "a quiet table"] as const;
    const found = await embeddingSimilarity(embedder(model, new AbortController().signal), one, other);
    const [x, y] = [lettersOf(one), lettersOf(other)];
    const dot = x.reduce((sum, value, at) => sum + value * (y[at] as number), 0);
    expect(found).toBeCloseTo(dot / (Math.hypot(...x) * Math.hypot(...y)), 6);
    expect(received.map(({ body }) => body.input)).toEqual([[one, other]]);
  });
});
