import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { add, noUsage } from "../../src/core/usage.js";
import type { Event } from "../../src/schema/event.js";
import { type Journal, openJournal } from "../../src/store/journal.js";
import { handClock } from "../support/clock.js";
import { folderWith } from "./files.js";
import { EVENTS, said, withoutNumbers } from "./journalEvents.js";

function written(): { path: string; bytes: Buffer; ends: number[] } {
  const path = join(folderWith(), "journal.jsonl");
  const journal = openJournal(path, handClock(), "new");
  const ends = EVENTS.map((event) => {
    journal.write(event);
    return statSync(path).size;
  });
  journal.close();
  return { path, bytes: readFileSync(path), ends };
}

/** What a journal of these events has to say. */
function saidBy(events: readonly Event[]) {
  const used = noUsage();
  for (const event of events) if (event.type === "call" && event.call.reply) add(used, event.call.reply.usage);
  return {
    used,
    repeated: events.filter((event) => event.type === "call.started" && event.again).length,
    trials: ["a", "b"].map((trial) => {
      const own = events.filter((event) => event.trial === trial);
      const last = own.slice(
        Math.max(
          0,
          own.findLastIndex(({ type }) => type === "trial.started"),
        ),
      );
      const end = last.find((event) => event.type === "trial.ended");
      const calls = (event: Event) => event.type === "call" || event.type === "call.started";
      return {
        read: last.filter((event) => !calls(event)),
        calls: own.filter((event) => calls(event) || event.type === "trial.ended"),
        outcome: end?.type === "trial.ended" ? end.outcome : null,
      };
    }),
  };
}

const told = (journal: Journal) => ({
  used: { ...journal.used },
  repeated: journal.repeated(),
  trials: ["a", "b"].map((trial) => ({
    ...{ read: journal.read(trial), calls: journal.calls(trial), outcome: journal.outcome(trial) },
  })),
});

describe("a journal that was cut", () => {
  it("at any byte, is taken up with its whole lines, goes on after them, and says the same when opened again", () => {
    const { path, bytes, ends } = written();
    for (let cut = 0; cut <= bytes.length; cut++) {
      writeFileSync(path, bytes.subarray(0, cut));
      const whole = EVENTS.filter((_, at) => (ends[at] as number) <= cut);
      const journal = openJournal(path, handClock(), "existing");
      expect(told(journal), `cut at ${cut}`).toEqual(saidBy(whole));
      expect(statSync(path).size).toBe(whole.length === 0 ? 0 : ends[whole.length - 1]);
      journal.write(said("b", "goes on"));
      journal.close();
      if (cut % 8 > 0) continue;
      const again = openJournal(path, handClock(), "existing");
      expect(told(again), `cut at ${cut}, opened again`).toEqual(saidBy([...whole, said("b", "goes on")]));
      again.close();
    }
  });

  it("is refused where its lines have no numbers and one before the last is none", () => {
    const { path, bytes, ends } = written();
    const lines = withoutNumbers(bytes.toString("utf8")).split("\n");
    for (const wrong of ["{", "", "null", '{"schema":"dramatis/journal@2","event":{"trial":"a"}}', "[]", "\u0000"]) {
      const damaged = lines.with(2, wrong).join("\n");
      writeFileSync(path, damaged);
      expect(() => openJournal(path, handClock(), "existing"), wrong).toThrow(
        /journal\.jsonl:3 is no line of a journal/,
      );
      expect(readFileSync(path, "utf8")).toBe(damaged);
    }
    expect(ends).toHaveLength(EVENTS.length);
  });
});

describe("the lines of a long file", () => {
  it("are whole where they cross what is read at a time", () => {
    const path = join(folderWith(), "journal.jsonl");
    const journal = openJournal(path, handClock(), "new");
    const long = "é".repeat(400_000);
    for (let line = 0; line < 5; line++) journal.write(said("a", `${line}${long}`));
    journal.close();
    const again = openJournal(path, handClock(), "existing");
    const texts = again.read("a").map((event) => (event.type === "turn" ? event.turn.text : ""));
    expect(texts.map((text) => [text[0], text.length])).toEqual(
      ["0", "1", "2", "3", "4"].map((first) => [first, long.length + 1]),
    );
    again.close();
  });
});
