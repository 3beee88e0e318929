import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { ProviderError } from "../../src/core/errors.js";
import type { Model } from "../../src/core/model.js";
import { noUsage } from "../../src/core/usage.js";
import { embedder, offlineEmbeddings } from "../../src/models/embedder.js";
import { metered } from "../../src/models/meter.js";
import { ollamaEmbeddings } from "../../src/models/ollamaEmbeddings.js";
import { openaiEmbeddings } from "../../src/models/openaiEmbeddings.js";
import { openEmbeddings } from "../../src/models/registry.js";
import { replayed } from "../../src/models/replay.js";
import { readVector, written } from "../../src/models/vectors.js";
import { local } from "../../src/schema/config.js";
import { bookOf } from "../support/books.js";
import { embedding, lettersOf, ollamaEmbedding } from "../support/embedding.js";
import { LIBRARIES, withoutLibrary } from "../support/optional.js";
import { type Answer, HTML, nowhere, plainly, serving, silent } from "../support/server.js";

const NEVER = new AbortController().signal;
const TEXTS = ["no meat for me", "a quiet table"];
const question = (...texts: string[]) => ({
  messages: texts.map((content) => ({ role: "user" as const, content })),
  tools: [],
});

interface Asked {
  provider: string;
  library: string | null;
  path: string;
  well: Answer;
  open(url: string, timeout?: number): Promise<Model>;
}

const OPENAI: Asked = {
  ...{ provider: "openai", library: null, path: "/v1/embeddings", well: embedding() },
  open: async (url, timeout = 20_000) => openaiEmbeddings("m", { apiKey: "secret", baseURL: `${url}/v1`, timeout }),
};
const OLLAMA: Asked = {
  ...{ provider: "ollama", library: "@langchain/ollama", path: "/api/embed", well: ollamaEmbedding },
  open: (url, timeout = 20_000) =>
    ollamaEmbeddings("m", { apiKey: undefined, baseURL: url, timeout, folder: LIBRARIES }),
};

describe.each<Asked>([OPENAI, OLLAMA])("embeddings of $provider", ({ library, path, well, open, provider }) => {
  const missing = library === null ? null : withoutLibrary(library);
  beforeEach((context) => {
    if (missing !== null) context.skip(missing);
  });

  async function vectorsOf(answers: Answer[], signal = NEVER, timeout?: number) {
    const { url, received } = await serving(...answers);
    const model = await open(url, timeout);
    return { received, reply: await model.complete(question(...TEXTS), { signal }), model };
  }

  it("are a vector for each text, in their order, by one request", async () => {
    const { received, reply, model } = await vectorsOf([well]);
    expect(received.map((one) => [one.path, one.body.model, one.body.input])).toEqual([[path, "m", TEXTS]]);
    expect(reply.vectors?.map(readVector)).toEqual(TEXTS.map(lettersOf));
    expect(reply).toMatchObject({ text: "", calls: [], usage: { calls: 1, output: 0, unreported: 0 } });
    expect(reply.usage.input).toBeGreaterThan(0);
    expect(model.name).toBe(`${provider}:m`);
  });

  it.each<[string, Answer, string]>([
    ["500", plainly(500, '{"error": {"message": "oops"}}'), "server"],
    ["429", plainly(429, '{"error": {"message": "slow down"}}'), "rate-limit"],
    ["401", plainly(401, '{"error": {"message": "who are you"}}'), "auth"],
    ["HTML", plainly(200, HTML, "text/html"), "invalid-output"],
    ["an error under 200", plainly(200, '{"error": {"message": "overloaded"}}'), "server"],
    ["a reset", (response) => void response.socket?.resetAndDestroy(), "network"],
  ])("class what goes wrong: %s", async (_, answer, kind) => {
    const failure = await vectorsOf([answer]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProviderError);
    expect(failure).toMatchObject({ kind });
  });

  it("fail by their class where nobody answers, or not in time", async () => {
    const model = await open(await nowhere());
    await expect(model.complete(question("a"), { signal: NEVER })).rejects.toMatchObject({ kind: "network" });
    await expect(vectorsOf([silent], NEVER, 50)).rejects.toMatchObject({ kind: "timeout" });
  });

  it("end at an abort, with its reason", async () => {
    const abort = new AbortController();
    const reason = new Error("stopped by hand");
    const hanging: Answer = () => abort.abort(reason);
    await expect(vectorsOf([hanging], abort.signal)).rejects.toBe(reason);
  });
});

describe("embeddings of OpenAI's servers", () => {
  it("may come packed", async () => {
    const { url } = await serving(embedding({ packed: true }));
    const { vectors = [] } = await (await OPENAI.open(url)).complete(question(...TEXTS), { signal: NEVER });
    expect(vectors.map(readVector)).toEqual(TEXTS.map(lettersOf));
  });

  it("count what was read, about, where the server does not tell, and not the vectors", async () => {
    const { url } = await serving(embedding({ told: false }));
    const { usage } = await metered(await OPENAI.open(url), { input: 1, output: 1 }).complete(question(...TEXTS), {
      signal: NEVER,
    });
    expect(usage).toMatchObject({ unreported: 1, usd: null });
    expect(usage.estimated).toBeLessThan(50);
  });

  it.each<[string, unknown[]]>([
    ["too few", [{ embedding: [1, 2] }]],
    ["of two widths", [{ embedding: [1, 2] }, { embedding: [1] }]],
    ["of nothing", [{ embedding: [] }, { embedding: [] }]],
    ["of words", [{ embedding: ["one"] }, { embedding: ["two"] }]],
  ])("are refused where they are %s", async (_, data) => {
    const { url } = await serving(plainly(200, JSON.stringify({ data })));
    const done = (await OPENAI.open(url)).complete(question(...TEXTS), { signal: NEVER });
    await expect(done).rejects.toMatchObject({ kind: "invalid-output" });
  });

  it("need a key", () => {
    expect(() => openaiEmbeddings("m", { apiKey: undefined, baseURL: undefined })).toThrow("openai:m needs a key");
  });
});

describe("what is named for embeddings", () => {
  const sources = {
    ...{ environment: { OPENAI_API_KEY: "a key" }, folder: "/", engines: new Map() },
    config: { headers: {}, timeout: 10, streaming: {}, local: local.parse({}) },
  };

  it.each<[string, string, number]>([
    ["anthropic:m", "no embeddings behind 'anthropic:m'", 3],
    ["acme:m", "no model provider in 'acme:m'", 3],
    ["hashed", "'hashed' names no model", 2],
  ])("is refused where it has none: %s", async (name, message, exitCode) => {
    await expect(openEmbeddings(name, sources)).rejects.toMatchObject({ message, exitCode });
  });

  it("is opened without settings, so that its calls have the same keys wherever they are read", async () => {
    expect(await openEmbeddings("openai:m", sources)).toMatchObject({ name: "openai:m", settings: {} });
  });
});

describe("calls for embeddings", () => {
  /** Vectors of letters, and what was asked. */
  function counting(): Model & { asked: string[][] } {
    const asked: string[][] = [];
    return {
      ...{ name: "letters", settings: {}, asked },
      async complete({ messages }, { onStart }) {
        await onStart?.();
        const texts = messages.map(({ content }) => content);
        asked.push(texts);
        const usage = { ...noUsage(), calls: 1, input: texts.length };
        return { text: "", calls: [], vectors: written(texts.map(lettersOf), texts.length), usage };
      },
    };
  }

  it("are LangChain's two, and say what they used since they were asked last", async () => {
    const model = counting();
    const embeddings = embedder(model, NEVER);
    expect(await embeddings.embedDocuments(TEXTS)).toEqual(TEXTS.map(lettersOf));
    expect(await embeddings.embedQuery("tea")).toEqual(lettersOf("tea"));
    expect(model.asked).toEqual([TEXTS, ["tea"]]);
    expect(embeddings.spent()).toMatchObject({ calls: 2, input: 3 });
    expect(embeddings.spent()).toEqual(noUsage());
  });

  it("are none where there is no text", async () => {
    const model = counting();
    expect(await embedder(model, NEVER).embedDocuments([])).toEqual([]);
    expect(model.asked).toEqual([]);
  });

  it("are recorded and not made again", async () => {
    const model = counting();
    const first = bookOf();
    const asked = (book: ReturnType<typeof bookOf>) =>
      embedder(replayed(model, "embeddings", book, null), NEVER).embedDocuments(TEXTS);
    const vectors = await asked(first);
    const second = bookOf(first.written);
    expect(await asked(second)).toEqual(vectors);
    expect(model.asked).toHaveLength(1);
    expect(second.used()).toMatchObject({ calls: 1, input: 2 });
  });
});

describe("vectors", () => {
  it("are read as they were written, to the precision of 32 bits", () => {
    const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 40 }), (vector) => {
        const [text = ""] = written([vector], 1);
        expect(readVector(text)).toEqual(vector.map(Math.fround));
        expect(written([readVector(text)], 1)).toEqual([text]);
      }),
    );
  });
});

describe("hashed words", () => {
  const { embedDocuments, embedQuery } = offlineEmbeddings;
  const near = async (one: string, other: string) => {
    const [a = [], b = []] = await embedDocuments([one, other]);
    return a.reduce((sum, number, at) => sum + number * (b[at] as number), 0);
  };

  it("are of length 1, the same for a document and a question, whatever the case", async () => {
    const vector = await embedQuery("A quiet table, please.");
    expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
    expect((await embedDocuments(["a QUIET table please"]))[0]).toEqual(vector);
    expect(new Set(await embedQuery("?!"))).toEqual(new Set([0]));
  });

  it("are near where words are shared, less so where pieces of words are, and know no meaning", async () => {
    const same = await near("vegetarian food", "vegetarian dishes");
    const alike = await near("vegetarian food", "vegetarians eat");
    const meant = await near("vegetarian food", "no meat for me");
    expect(same).toBeGreaterThan(alike);
    expect(alike).toBeGreaterThan(meant);
    expect(alike).toBeGreaterThan(0.2);
    expect(Math.abs(meant)).toBeLessThan(0.1);
  });

  it("are the same everywhere: the places and signs of two words are fixed", async () => {
    const vector = await embedQuery("tea tea mint");
    const held = vector.flatMap((number, at) => (number === 0 ? [] : [[at, Math.sign(number)]]));
    expect(held).toMatchInlineSnapshot(`
      [
        [
          474,
          -1,
        ],
        [
          604,
          1,
        ],
        [
          1222,
          -1,
        ],
        [
          1291,
          1,
        ],
        [
          1421,
          1,
        ],
        [
          1540,
          1,
        ],
        [
          1542,
          -1,
        ],
        [
          1561,
          1,
        ],
        [
          1577,
          -1,
        ],
      ]
    `);
  });

  it("read other scripts too", async () => {
    expect(await near("без мяса", "мяса нет")).toBeGreaterThan(0.3);
  });
});
