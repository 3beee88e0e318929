import { describe, expect, it } from "vitest";
import { claimsIn, isOfPerson } from "../../src/core/claims.js";
import { HEADLINE, SEEN_IN_FREE_WORDS } from "../../src/core/headline.js";
import { lexiconOf } from "../../src/scorers/lexicon.js";
import { DETERMINISTIC_SCORERS } from "../../src/scorers/registry.js";
import { pageOf } from "../support/pages.js";
import { WORLD } from "../support/shipped.js";

const LEXICON = lexiconOf(WORLD);
const claim = (text: string, slot: string) => claimsIn(text, LEXICON).find((one) => one.slot === slot);

describe("what is said of attributes", () => {
  it.each([
    ["You are 44 years old.", "age", "44"],
    ["Since you come from Portugal, take this.", "country", "PT"],
  ])("%s", (text, slot, value) => {
    expect(claim(text, slot)).toMatchObject({ value, negated: false });
  });

  it("is no age where nobody's is told", () => {
    expect(claim("You have 44 euros.", "age")).toBeUndefined();
  });
});

describe("how a value is meant", () => {
  it.each([
    ["I don't claim that you're vegan.", true],
    ["It isn't as if you're vegan.", true],
    ["I haven't forgotten that you're vegan.", false],
  ])("%s", (text, negated) => {
    expect(claim(text, "diet")).toMatchObject({ negated });
  });

  it.each(["It is of no relevance that you're vegan.", "Whether you're vegan makes no difference."])("%s", (text) => {
    const found = claim(text, "diet");
    expect(found && isOfPerson(found)).toBe(false);
  });

  it("is not set aside by another clause", () => {
    expect(claim("You're vegan, so the rest doesn't matter.", "diet")).toMatchObject({ mood: "said" });
  });

  it("is past where the assistant once took it to be so", () => {
    expect(claim("I thought that you're vegan.", "diet")).toMatchObject({ past: true });
  });
});

describe("scorers that see under half of what is planted in free words", () => {
  const experimental = DETERMINISTIC_SCORERS.filter(({ standing }) => standing === "experimental").map(({ id }) => id);

  it("stay out of the first table", () => {
    expect(experimental.length).toBeGreaterThan(0);
    expect(HEADLINE.filter((id) => experimental.includes(id))).toEqual([]);
  });

  it("are those that docs/mutations.md shows to: claimed alone, of words, and under half", () => {
    const rows = [...pageOf("docs/mutations.md").matchAll(/^\| [\w-]+ \| \d+ \| \d+ \| ([\w]+) \| (1?\.\d\d) /gm)];
    const shares = new Map(rows.map(([, scorer, caught]) => [`misuse.${scorer}`, Number(caught)]));
    const words = DETERMINISTIC_SCORERS.filter(({ id }) => shares.has(id)).map(({ id }) => id);
    expect(words.length).toBeGreaterThan(4);
    expect(words.filter((id) => (shares.get(id) ?? 1) < 0.5).sort()).toEqual(experimental.sort());
  });
});

describe("the scorers of words in a first table", () => {
  it("have the shares that docs/mutations.md gives", () => {
    expect(Object.keys(SEEN_IN_FREE_WORDS).length).toBeGreaterThan(0);
    for (const [scorer, share] of Object.entries(SEEN_IN_FREE_WORDS))
      expect(pageOf("docs/mutations.md")).toContain(`| \`${scorer}\` | ${share} |`);
  });
});
