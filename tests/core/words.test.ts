import { describe, expect, it } from "vitest";
import { normalised, sentencesOf, wordsOf } from "../../src/core/words.js";

describe("one form of a text", () => {
  it.each([
    ["full-width letters and ligatures", "Ｖｅｇａｎ oﬃce", "vegan office"],
    ["curly apostrophes", "I don’t ‘know’", "i don't 'know'"],
    ["composed and decomposed accents", "cafe\u0301", "caf\u00e9"],
    ["a dotless i, which is no i", "ılık", "ılık"],
    ["a capital I, which is an i in every locale", "ILIK", "ilik"],
  ])("%s", (_, text, expected) => {
    expect(normalised(text)).toBe(expected);
  });
});

describe("words", () => {
  it.each<[string, string[]]>([
    ["Yes, please: two (2)!", ["yes", "please", "two", "2"]],
    ["I don’t eat gluten-free bread.", ["i", "don't", "eat", "gluten-free", "bread"]],
    ["12,500.50 euros at 18:00", ["12,500.50", "euros", "at", "18", "00"]],
    ["'quoted' -- dashed-", ["quoted", "dashed"]],
    ["snake_case and | --- |", ["snake", "case", "and"]],
    ["İstanbul हिन्दी", ["i̇stanbul", "हिन्दी"]],
    ["🔒 …", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });
});

describe("sentences", () => {
  it.each<[string, string[]]>([
    ["One. Two! Three?", ["One.", "Two!", "Three?"]],
    ["It costs 2.50 today. Fine", ["It costs 2.50 today.", "Fine"]],
    ["First line\nsecond line", ["First line", "second line"]],
    ["Really?! Well… yes", ["Really?!", "Well…", "yes"]],
    ["see add_up.sh, then run", ["see add_up.sh, then run"]],
    ["...and then.", ["...and then."]],
    ["  \n ", []],
  ])("%s", (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it("takes its time by the length of the text, whatever stands in it", () => {
    const started = performance.now();
    expect(sentencesOf(`a${".".repeat(200_000)}b${"!?".repeat(100_000)}`)).toHaveLength(1);
    expect(sentencesOf(`${"…".repeat(200_000)} a`)).toEqual(["a"]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
