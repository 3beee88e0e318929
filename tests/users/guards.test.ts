import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { failedGuards } from "../../src/users/guards/guards.js";

const { bad, good } = parse(readFileSync(new URL("guards.yaml", import.meta.url), "utf8")) as {
  bad: Record<string, string[]>;
  good: string[];
};

/** A short talk behind the turn: what the person said, what the assistant said, and what is nobody's business. */
const failures = (text: string, more: { before?: string[]; heard?: string[] } = {}) =>
  failedGuards({
    text,
    before: ["evening, need a table friday", "i don't eat meat, so a grill is no use to me", "ok", "thanks"],
    heard: ["Good evening. Near the hospital there are three or four I like. Just you?"],
    ...more,
    secrets: ["half my head is a storm", "migraine", "migraines"],
    names: ["Mara", "Mara Lindqvist"],
    longest: 60,
  });

describe.each(Object.entries(bad))("stops what fails for its %s", (guard, texts) => {
  it.each(texts)("%s", (text) => {
    expect(failures(text)).toContain(guard);
  });
});

describe("lets pass", () => {
  it.each(good)("%s", (text) => {
    expect(failures(text)).toEqual([]);
  });
});

describe("a person who is spoken of", () => {
  const told = parse(readFileSync(new URL("thirdPerson.yaml", import.meta.url), "utf8")) as Record<string, string[]>;

  it.each(told.bad ?? [])("is stopped: %s", (text) => {
    expect(failures(text)).not.toEqual([]);
  });

  it.each(told.good ?? [])("is another, or what she is called: %s", (text) => {
    expect(failures(text)).toEqual([]);
  });
});

describe("a person who is spoken of with a pronoun alone", () => {
  type Told = { text: string; before?: string[]; heard?: string[] };
  const told = parse(readFileSync(new URL("lonePronoun.yaml", import.meta.url), "utf8")) as Record<string, Told[]>;

  it.each(told.bad ?? [])("is stopped: $text", (turn) => {
    expect(failures(turn.text, turn)).toContain("third-person");
  });

  it.each(told.good ?? [])("is another: $text", (turn) => {
    expect(failures(turn.text, turn)).not.toContain("third-person");
  });
});

describe("the guards", () => {
  it("are tried on sixty turns of each kind at least", () => {
    expect(Object.values(bad).flat().length).toBeGreaterThanOrEqual(60);
    expect(good.length).toBeGreaterThanOrEqual(60);
  });

  it("stop a turn without a word", () => {
    for (const text of ["", "  ", "…", "🙂"]) expect(failures(text)).toEqual(["empty"]);
  });

  it("name each that fails once", () => {
    expect(failures("User: How can I help you? [END]")).toEqual(["role-flip", "label", "leak"]);
  });
});
