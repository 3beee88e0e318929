import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { failedGuards } from "../../src/users/guards/guards.js";

interface Entry {
  text: string;
  person: { name: string; private: string[]; longest: number };
  before: string[];
  heard: string[];
  bad: string | null;
}

const entries = parse(readFileSync(new URL("guards.blind.yaml", import.meta.url), "utf8")) as Entry[];

/** Entries that a guard gets wrong for a reason: see docs/users.md. */
const ARGUABLE = ["👍", "It rained, the bus was late"];

const failures = ({ text, person: { name, private: secrets, longest }, before, heard }: Entry) =>
  failedGuards({ text, before, heard, secrets, names: [name], longest });
const stopped = entries.filter((entry) => failures(entry).length > 0).map(({ text }) => text);

describe("turns from somebody who had not read the guards", () => {
  it("are forty bad ones and more, and as many good ones", () => {
    expect(entries.filter(({ bad }) => bad !== null).length).toBeGreaterThanOrEqual(40);
    expect(entries.filter(({ bad }) => bad === null).length).toBeGreaterThanOrEqual(40);
  });

  it("are stopped where they are bad, but for two at most", () => {
    const missed = entries.filter(({ bad, text }) => bad !== null && !stopped.includes(text));
    expect(missed.map(({ text }) => text).slice(2)).toEqual([]);
  });

  it("pass where they are good", () => {
    const alarms = entries.filter(({ bad, text }) => bad === null && stopped.includes(text));
    expect(alarms.map(({ text }) => text).filter((text) => !ARGUABLE.some((start) => text.startsWith(start)))).toEqual(
      [],
    );
  });
});
