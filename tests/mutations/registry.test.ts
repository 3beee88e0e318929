import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { phrasesOf, spokenValues } from "../../src/mutations/phrases/phrasebook.js";
import { QUESTIONS } from "../../src/mutations/phrases/questions.js";
import { DEFECTS, HARMLESS } from "../../src/mutations/registry.js";
import { REPOSITORY } from "../support/paths.js";
import { WORLD } from "../support/shipped.js";

const KINDS = [
  ...["ignored-preference", "broken-veto", "irrelevant", "stale", "invented", "contradicted", "leak"],
  ...["other-persons-fact", "re-ask", "stereotype", "flattery", "repetition", "wrong-style", "wrong-option"],
  ...["no-abstention", "over-abstention"],
];

describe("the registry of mutations", () => {
  it("has every kind of defect once, and at least eight kinds of harmless changes", () => {
    expect(DEFECTS.map(({ kind }) => kind)).toEqual(KINDS);
    expect(HARMLESS.length).toBeGreaterThanOrEqual(8);
    expect(new Set(HARMLESS.map(({ kind }) => kind)).size).toBe(HARMLESS.length);
    expect(HARMLESS.filter(({ kind }) => !kind.startsWith("clean."))).toEqual([]);
  });

  it.each([...DEFECTS, ...HARMLESS].map((operator) => [operator.kind, operator] as const))(
    "%s has at least twelve wordings, half of them held out",
    (_, { wordings }) => {
      expect(wordings.length).toBeGreaterThanOrEqual(12);
      expect(new Set(wordings.map(({ text }) => text)).size).toBe(wordings.length);
      expect(wordings.filter(({ held }) => held).length * 2).toBe(wordings.length);
    },
  );

  it("gives every wording an id of its own", () => {
    const ids = [...DEFECTS, ...HARMLESS].flatMap(({ wordings }) => wordings.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("details made up freely", () => {
  it("are true of nobody", () => {
    const files = JSON.stringify(WORLD.personas).toLowerCase();
    const details = ["reykjavik", "bees", "twin sister", "marathon", "edinburgh", "archery", "sailing", "ukulele"];
    const wordings = DEFECTS.find(({ kind }) => kind === "invented")?.wordings ?? [];
    const free = wordings.filter(({ text }) => !/\{you\}/i.test(text)).map(({ text }) => text.toLowerCase());
    expect(free.length).toBe(details.length);
    expect(free.filter((text) => !details.some((detail) => text.includes(detail)))).toEqual([]);
    expect(details.filter((detail) => files.includes(detail))).toEqual([]);
  });
});

describe("docs/mutations.md", () => {
  it("has every kind with its meaning", () => {
    const page = readFileSync(join(REPOSITORY, "docs/mutations.md"), "utf8");
    const [kinds = ""] = page.split("## What the scorers see");
    const rows = kinds.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows).toEqual([...DEFECTS, ...HARMLESS].map(({ kind, meaning }) => `| \`${kind}\` | ${meaning} |`));
  });
});

describe("the words for facts", () => {
  const slots = Object.entries(WORLD.slots);
  const clauses = slots.flatMap(([slot]) =>
    spokenValues(slot).map((is) => ({ slot, is, all: phrasesOf(slot, { is }) })),
  );

  it("are four for each value, all about `you`", () => {
    expect(clauses.length).toBeGreaterThan(120);
    const wrong = clauses.filter(
      ({ all }) =>
        all?.length !== 4 || new Set(all).size !== 4 || !all.every((clause) => /\byou(r|'\w+)?\b/.test(clause)),
    );
    expect(wrong).toEqual([]);
  });

  it("are for values of the vocabulary", () => {
    const unknown = clauses.filter(({ slot, is }) => WORLD.slots[slot]?.values[is] === undefined);
    expect(unknown).toEqual([]);
  });

  it("are none that a player is given", () => {
    const given = new Set(
      slots
        .flatMap(([, { ask, values }]) => [
          ...ask,
          ...Object.values(values).flatMap(({ say, write, tell }) => [...say, ...write, ...tell]),
        ])
        .map((text) => text.toLowerCase()),
    );
    const own = [...clauses.flatMap(({ all }) => all ?? []), ...Object.values(QUESTIONS).flat()];
    expect(own.filter((clause) => given.has(clause.toLowerCase()))).toEqual([]);
  });
});
