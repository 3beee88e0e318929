import { appendFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Event } from "../../src/schema/event.js";
import { openJournal } from "../../src/store/journal.js";
import { ENDED, STARTED, userTurn } from "../core/events.js";
import { folderWith } from "./files.js";
import { withoutNumbers } from "./journalEvents.js";

const clock = { wall: () => "2026-06-12T18:00:00.000Z", now: () => 0, after: () => () => {}, every: () => () => {} };
const journalIn = (folder: string) => openJournal(join(folder, "journal.jsonl"), clock, "new");
const of = (trial: string, event: Event): Event => ({ ...event, trial });
const said = (trial: string, index: number, text: string): Event => ({
  ...{ schema: "dramatis/event@1", type: "turn", trial, session: "s1" },
  turn: userTurn(index, { text }),
});

describe("the journal", () => {
  it("gives back the events of each trial in their order, however trials interleave", () => {
    const journal = journalIn(folderWith());
    const events = [
      of("a", STARTED),
      of("b", STARTED),
      said("a", 0, "one"),
      said("b", 0, "two"),
      said("a", 1, "three"),
      of("a", ENDED),
    ];
    for (const event of events) journal.write(event);
    expect(journal.read("a")).toEqual(events.filter(({ trial }) => trial === "a"));
    expect(journal.read("b")).toEqual(events.filter(({ trial }) => trial === "b"));
    expect(journal.read("c")).toEqual([]);
  });

  it("reads while it writes, texts of many bytes and all that needs escaping among them", () => {
    const journal = journalIn(folderWith());
    const texts = ["Łódź – olá 👩‍🔬", 'a "quote"\nand a line', "\u2028\u0000", "हिन्दी", "plain"];
    texts.forEach((text, index) => {
      journal.write(said("a", index, text));
      const read = journal.read("a").map((event) => (event.type === "turn" ? event.turn.text : ""));
      expect(read).toEqual(texts.slice(0, index + 1));
    });
  });

  it("is one line an event, with wall time around it and a schema that has a version", () => {
    const folder = folderWith();
    const journal = journalIn(folder);
    journal.write(of("a", STARTED));
    journal.write(said("a", 0, "two\nlines"));
    const lines = readFileSync(join(folder, "journal.jsonl"), "utf8").split("\n");
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toBe("");
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({
      schema: "dramatis/journal@1",
      wall: clock.wall(),
      event: { schema: "dramatis/event@1", type: "turn" },
    });
  });

  it("has a line with the operating system before write returns", async () => {
    const folder = folderWith();
    const journal = journalIn(folder);
    journal.write(of("a", STARTED));
    expect(readFileSync(join(folder, "journal.jsonl"), "utf8")).toContain("trial.started");
    await journal.sync();
    journal.close();
  });

  it("is synced once a second, as its clock says, and no more after it is closed", () => {
    const timers = new Map<number, () => void>();
    const every = (milliseconds: number, work: () => void) => {
      timers.set(milliseconds, work);
      return () => timers.delete(milliseconds);
    };
    const journal = openJournal(join(folderWith(), "journal.jsonl"), { ...clock, every }, "new");
    expect([...timers.keys()]).toEqual([1000]);
    journal.close();
    expect(timers.size).toBe(0);
  });

  it("forgets where a trial stands, not what it said", () => {
    const folder = folderWith();
    const journal = journalIn(folder);
    journal.write(of("a", STARTED));
    journal.forget("a");
    expect(journal.read("a")).toEqual([]);
    expect(readFileSync(join(folder, "journal.jsonl"), "utf8")).toContain('"trial":"a"');
  });

  it("never writes into a journal that is there", () => {
    const folder = folderWith({ "journal.jsonl": "old\n" });
    expect(() => journalIn(folder)).toThrow("EEXIST");
    expect(readFileSync(join(folder, "journal.jsonl"), "utf8")).toBe("old\n");
  });

  it("says so where the file was cut behind its back", () => {
    const folder = folderWith();
    const journal = journalIn(folder);
    journal.write(said("a", 0, "something long enough to be cut"));
    truncateSync(join(folder, "journal.jsonl"), 20);
    expect(() => journal.read("a")).toThrow("shorter than what was written");
  });

  it.each([
    ["a kind that there is not", { type: "zzz" }],
    ["a call without an answer or a failure", { type: "call" }],
    ["nothing", null],
  ])("without numbers is refused by line where somebody wrote %s into it", (_, more) => {
    const folder = folderWith();
    const journal = journalIn(folder);
    journal.write(of("a", STARTED));
    journal.close();
    const path = join(folder, "journal.jsonl");
    writeFileSync(path, withoutNumbers(readFileSync(path, "utf8")));
    const event = more === null ? null : { trial: "a", ...more };
    appendFileSync(path, `${JSON.stringify({ schema: "dramatis/journal@1", wall: "", event })}\n`);
    expect(() => openJournal(path, clock, "existing")).toThrow("journal.jsonl:2 is no line of a journal");
  });
});
