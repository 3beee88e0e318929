import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cosine } from "../../src/core/cosine.js";
import type { Model } from "../../src/core/model.js";
import { localEmbeddings } from "../../src/models/localEmbeddings.js";
import { readVector } from "../../src/models/vectors.js";
import { local } from "../../src/schema/config.js";
import { LIBRARIES } from "../support/optional.js";
import { GGUF, MISSING } from "./place.js";

const NEVER = new AbortController().signal;
const question = (...texts: string[]) => ({
  messages: texts.map((content) => ({ role: "user" as const, content })),
  tools: [],
});

describe("embeddings of a GGUF file", () => {
  let model: Model;
  beforeAll(async () => {
    const terms = { local: local.parse({ context: 256, threads: 1 }), folder: LIBRARIES, timeout: 60_000 };
    if (MISSING === null) model = await localEmbeddings("m.gguf", GGUF, terms);
  });
  beforeEach((context) => {
    if (MISSING !== null) context.skip(MISSING);
  });
  const asked = async (...texts: string[]) => {
    const { vectors = [], usage } = await model.complete(question(...texts), { signal: NEVER });
    return { vectors: vectors.map(readVector), usage };
  };

  it("are a vector for each text, and their tokens are counted", async () => {
    const { vectors, usage } = await asked("a cup of mint tea", "a cup of mint tea", "the train was late");
    expect(vectors).toHaveLength(3);
    expect(vectors[0]?.length).toBeGreaterThan(50);
    expect(vectors[1]).toEqual(vectors[0]);
    expect(cosine(vectors[0] ?? [], vectors[2] ?? [])).toBeLessThan(0.9999);
    expect(usage).toMatchObject({ calls: 1, output: 0, unreported: 0 });
    expect(usage.input).toBeGreaterThanOrEqual(12);
  });

  it("are the same alone and among others", async () => {
    const alone = await asked("the train was late");
    const among = await asked("a cup of mint tea", "the train was late");
    expect(among.vectors[1]).toEqual(alone.vectors[0]);
  });

  it("end at an abort, and fail where a text is longer than the context", async () => {
    const abort = new AbortController();
    abort.abort(new Error("stopped by hand"));
    await expect(model.complete(question("tea"), { signal: abort.signal })).rejects.toThrow("stopped by hand");
    await expect(asked("tea and more tea ".repeat(200))).rejects.toMatchObject({ kind: "context-overflow" });
  });
});
