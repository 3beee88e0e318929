import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Journal, openJournal, recordedCalls } from "../../src/store/journal.js";
import type { Damage } from "../../src/store/journalLines.js";
import { ENDED, STARTED } from "../core/events.js";
import { handClock } from "../support/clock.js";
import { folderWith } from "./files.js";
import { EVENTS, of, said, withoutNumbers } from "./journalEvents.js";

function written(): { path: string; lines: string[] } {
  const path = join(folderWith(), "journal.jsonl");
  const journal = openJournal(path, handClock(), "new");
  for (const event of EVENTS) journal.write(event);
  journal.close();
  return { path, lines: readFileSync(path, "utf8").split("\n").slice(0, -1) };
}

function taken(path: string, lines: readonly string[]): Journal {
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  const journal = openJournal(path, handClock(), "existing");
  journal.close();
  return journal;
}

/** The lines of the last attempt at a trial, from its start. */
function lastAttempt(trial: string): number[] {
  const own = EVENTS.flatMap((event, at) => (event.trial === trial ? [at] : []));
  const start = own.findLast((at) => EVENTS[at]?.type === "trial.started") as number;
  return own.filter((at) => at >= start);
}

const DAMAGES: Record<string, (lines: readonly string[], at: number) => string[]> = {
  removed: (lines, at) => lines.toSpliced(at, 1),
  changed: (lines, at) => lines.with(at, (lines[at] as string).replace('"trial":', '"trial": ')),
  "no line of a journal": (lines, at) => lines.with(at, "{"),
  "of bytes that are none": (lines, at) => lines.with(at, "\u0000\u0000\u0000"),
  "put behind the next": (lines, at) => lines.toSpliced(at, 1).toSpliced(at + 1, 0, lines[at] as string),
};

describe.for(Object.entries(DAMAGES))("a journal with a line %s", ([, damage]) => {
  it("gives no end to a trial of whose last attempt something is gone, and to every other the one it had", () => {
    const { path, lines } = written();
    for (let at = 0; at < lines.length - 1; at++) {
      const journal = taken(path, damage(lines, at));
      expect(journal.damage.length, `line ${at + 1}`).toBeGreaterThan(0);
      for (const trial of ["a", "b"]) {
        // A line put behind the next is in its place where that is the trial's own order.
        const touched = lastAttempt(trial).includes(at);
        if (touched) expect(journal.outcome(trial), `${trial}, line ${at + 1}`).toBeNull();
      }
      const untouched = ["a", "b"].filter((trial) => EVENTS[at]?.trial !== trial && EVENTS[at + 1]?.trial !== trial);
      for (const trial of untouched) expect(journal.outcome(trial), `${trial}, line ${at + 1}`).not.toBeNull();
    }
  });
});

describe("a damaged journal", () => {
  it("says where it shows, and whose line it was", () => {
    const { path, lines } = written();
    const journal = taken(path, lines.toSpliced(9, 1));
    expect(journal.damage).toEqual([{ at: 10, what: "missing", lines: 1 }]);
    expect(journal.torn()).toEqual(["a"]);
    expect(journal.outcome("b")).toBe("completed");
  });

  it("with the end of a trial gone has it among those without an end", () => {
    const { path, lines } = written();
    const journal = taken(path, lines.toSpliced(5, 1));
    expect(journal.damage).toEqual([{ at: 6, what: "missing", lines: 1 }]);
    expect({ torn: journal.torn(), unended: journal.unended() }).toEqual({ torn: [], unended: ["b"] });
  });

  it("keeps no end of a torn attempt among what its calls are judged by", () => {
    const { path, lines } = written();
    const types = (journal: Journal) => journal.calls("a").map(({ type }) => type);
    writeFileSync(path, lines.toSpliced(8, 1).join("\n"));
    const journal = openJournal(path, handClock(), "existing");
    expect(types(journal)).not.toContain("trial.ended");
    journal.close();
  });

  it("is whole again for a trial that was played anew", () => {
    const { path, lines } = written();
    writeFileSync(path, `${lines.toSpliced(10, 1).join("\n")}\n`);
    const journal = openJournal(path, handClock(), "existing");
    expect(journal.torn()).toEqual(["a"]);
    for (const event of [of("a", STARTED), said("a", "anew"), of("a", ENDED)]) journal.write(event);
    journal.close();
    const again = openJournal(path, handClock(), "existing");
    expect({ torn: again.torn(), outcome: again.outcome("a") }).toEqual({ torn: [], outcome: "completed" });
    expect(again.damage).toEqual([{ at: 11, what: "missing", lines: 1 }]);
    again.close();
  });

  it("sees each byte that was changed", () => {
    const { path, lines } = written();
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    const unseen: number[] = [];
    for (let at = 0; at < bytes.length - 1; at += 3) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (bytes[at] as number) ^ 1;
      writeFileSync(path, flipped);
      const journal = openJournal(path, handClock(), "existing");
      if (journal.damage.length === 0) unseen.push(at);
      journal.close();
    }
    expect(unseen).toEqual([]);
  });

  it("that was written without numbers and went on with them is taken up", () => {
    const { path, lines } = written();
    writeFileSync(path, withoutNumbers(`${lines.slice(0, 7).join("\n")}\n`));
    const journal = openJournal(path, handClock(), "existing");
    for (const event of EVENTS.slice(7)) journal.write(event);
    journal.close();
    const again = openJournal(path, handClock(), "existing");
    expect({ damage: again.damage, outcome: again.outcome("a") }).toEqual({
      damage: [],
      outcome: "infrastructure_error",
    });
    again.close();
  });

  it("gives the calls that are left, and notices the others", () => {
    const { path, lines } = written();
    writeFileSync(path, `${lines.toSpliced(3, 1).join("\n")}\n`);
    const found: Damage[] = [];
    const calls = recordedCalls(path, (damage) => found.push(damage));
    expect(calls("a").map((event) => event.type === "call" && event.call.key)).toEqual(["k2"]);
    expect(found).toEqual([{ at: 4, what: "missing", lines: 1 }]);
  });
});
