import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { UsageError } from "../../src/core/errors.js";
import { openCache } from "../../src/models/cache.js";
import { replayed } from "../../src/models/replay.js";
import { bookOf } from "../support/books.js";
import { temporaryFolder } from "../support/folders.js";
import { scriptedModel } from "../support/models.js";

const NEVER = new AbortController().signal;
const question = { messages: [{ role: "user" as const, content: "a table" }], tools: [] };

/** A cache in a file, opened anew for each run, and what a run with it makes of one question. */
function cached() {
  const path = join(temporaryFolder(onTestFinished), "replies.sqlite");
  return async (parts: { server?: string; repeat?: number; settings?: object } = {}) => {
    const model = { ...scriptedModel(`fresh ${JSON.stringify(parts)}`), ...parts };
    const book = { ...bookOf(), repeat: parts.repeat ?? 0 };
    const { text, usage } = await replayed(model as never, "user", book, openCache(path)).complete(question, {
      signal: NEVER,
    });
    return { text, usage, asked: model.asked.length, written: book.written };
  };
}

it("a later run gets the reply of an earlier one, for nothing, and its journal has it", async () => {
  const run = cached();
  const first = await run();
  const later = await run();
  expect(first.asked).toBe(1);
  expect(later).toMatchObject({ asked: 0, text: first.text, usage: { calls: 0, input: 0, usd: 0 } });
  expect(later.written).toMatchObject([{ type: "call", call: { reply: { text: first.text } } }]);
});

it("whatever changes an answer asks anew: the repeat, the settings, the server", async () => {
  const run = cached();
  await run();
  for (const other of [{ repeat: 1 }, { settings: { temperature: 1 } }, { server: "http://elsewhere/v1" }]) {
    expect((await run(other)).asked, JSON.stringify(other)).toBe(1);
    expect((await run(other)).asked, JSON.stringify(other)).toBe(0);
  }
});

it.each([
  ["another file", "notes.txt", "file is not a database"],
  ["a file in a folder that is not there", "nowhere/replies.sqlite", "unable to open database file"],
])("says that %s cannot be one, and where it is named", (_, name, reason) => {
  const folder = temporaryFolder(onTestFinished);
  writeFileSync(join(folder, "notes.txt"), "Buy milk, bread and a book for the way. ".repeat(100));
  const path = join(folder, name);
  const where = "name another file under `cache` in dramatis.config.yaml, or none";
  expect(() => openCache(path)).toThrow(new UsageError(`${path} cannot keep replies: ${reason}`, where));
});
