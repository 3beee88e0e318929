import { describe, expect, it } from "vitest";
import { askedSlots } from "../../src/core/askedSlots.js";
import { findPhrases, hasPhrase } from "../../src/core/phrases.js";
import { slot, vocabulary } from "./makers.js";

const negated = (text: string, phrase = "vegan") => findPhrases(text, [phrase]).map((found) => found.negated);

describe("finding phrases", () => {
  it("finds whole words only, whatever case, punctuation or apostrophe", () => {
    expect(hasPhrase("A VEGAN, of course!", ["vegan"])).toBe(true);
    expect(hasPhrase("veganism", ["vegan"])).toBe(false);
    expect(hasPhrase("that’s workers’ rights", ["workers' rights"])).toBe(true);
    expect(hasPhrase("a low-cost dinner", ["low-cost"])).toBe(true);
    expect(hasPhrase("the cost is low", ["low-cost"])).toBe(false);
  });

  it("finds words across punctuation and lines", () => {
    expect(hasPhrase("on a\nshoestring, then", ["on a shoestring"])).toBe(true);
  });

  it("takes the longest of two that start together, once for each place", () => {
    const found = findPhrases("tight budget, then a tight budget indeed", ["tight", "tight budget", "budget"]);
    expect(found.map(({ phrase, at }) => [phrase, at])).toEqual([
      ["tight budget", 0],
      ["budget", 1],
      ["tight budget", 4],
      ["budget", 5],
    ]);
  });

  it("finds nothing in nothing", () => {
    expect(findPhrases("", ["vegan"])).toEqual([]);
    expect(findPhrases("vegan", ["", "…"])).toEqual([]);
  });
});

describe("negation", () => {
  it.each<[string, boolean]>([
    ["I am vegan", false],
    ["I am not vegan", true],
    ["She isn't really what you would call vegan", false],
    ["She isn’t what you'd call vegan", true],
    ["No, and one two three vegan", true],
    ["No, and one two three four vegan", false],
    ["Not meat, but vegan", false],
    ["It never was vegan", true],
    ["vegan, not", false],
    ["without anything vegan", true],
    ["not cheap because vegan", false],
    ["No meat. Vegan food", false],
    ["Not for me!\nvegan", false],
  ])("%s: %s", (text, expected) => {
    expect(negated(text)).toEqual([expected]);
  });

  it("counts each place for itself", () => {
    expect(negated("Not vegan. Well, to be honest with you all, vegan.")).toEqual([true, false]);
  });
});

describe("the slots a text asks about", () => {
  const slots = vocabulary(
    slot("diet", "enum", [], { ask: ["What do you eat?"], cues: ["eat", "food"] }),
    slot("noise", "enum", [], { ask: ["How loud may it be?"], cues: ["loud"] }),
  );

  it.each<[string[], string[]]>([
    [["So: what do you eat?"], ["diet"]],
    [["Do you like it loud?"], ["noise"]],
    [["Is the food there too loud?"], ["diet", "noise"]],
    [["What do you eat when it is loud?"], ["noise", "diet"]],
    [["You eat well."], []],
    [["What do you eat?", "What do you eat?"], ["diet"]],
  ])("%o", (sentences, expected) => {
    expect(askedSlots(sentences, slots).sort()).toEqual([...expected].sort());
  });
});
