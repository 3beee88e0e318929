import { describe, expect, it } from "vitest";
import { drawsFor } from "../../src/core/draws.js";
import { type Style, style as styleSchema } from "../../src/schema/persona.js";
import { bandOf, inStyle } from "../../src/users/agenda/style.js";
import { drawing } from "./setting.js";

const styled = (text: string, parts: Partial<Style> = {}, outcomes: Record<string, boolean> = {}) =>
  inStyle(text, styleSchema.parse({ words_per_turn: [1, 20], formality: 0.5, ...parts }), drawing(outcomes));

describe("the band of a style", () => {
  it.each([
    [0, "casual"],
    [0.34, "casual"],
    [0.35, "neutral"],
    [0.69, "neutral"],
    [0.7, "formal"],
    [1, "formal"],
  ])("of formality %d is %s", (formality, band) => {
    expect(bandOf({ formality })).toBe(band);
  });
});

describe("capitals", () => {
  it.each([
    ["begin each sentence", "go on. is it loud? yes! fine", {}, "Go on. Is it loud? Yes! Fine."],
    ["stay in names", "then Tasca Verde, near Santa Maria", {}, "Then Tasca Verde, near Santa Maria."],
    ["are not made in figures", "it costs 2.50 each", {}, "It costs 2.50 each."],
    ["are made of letters with marks", "às oito. é tarde", {}, "Às oito. É tarde."],
    [
      "are not made by who writes small",
      "Go on. Is it near Santa Maria?",
      { casing: "lower" },
      "go on. is it near santa maria?",
    ],
  ] as const)("%s", (_, text, parts, expected) => {
    expect(styled(text, parts)).toBe(expected);
  });
});

describe("punctuation", () => {
  it.each([
    [
      "tidy closes every sentence",
      "two of us. nothing fancy",
      { punctuation: "tidy" },
      {},
      "Two of us. Nothing fancy.",
    ],
    ["tidy keeps a mark that stands", "is it loud?", { punctuation: "tidy" }, {}, "Is it loud?"],
    [
      "loose leaves the last stop out, now and then",
      "two of us",
      { punctuation: "loose" },
      { "style.punctuation": true },
      "Two of us",
    ],
    ["loose sets it otherwise", "two of us", { punctuation: "loose" }, { "style.punctuation": false }, "Two of us."],
    ["loose keeps questions", "is it loud?", { punctuation: "loose" }, { "style.punctuation": true }, "Is it loud?"],
    [
      "none runs sentences together",
      "Two of us. Nothing fancy!",
      { punctuation: "none" },
      {},
      "Two of us, Nothing fancy",
    ],
    ["none keeps questions", "Fine. Is it loud?", { punctuation: "none" }, {}, "Fine, Is it loud?"],
    [
      "none drops an apostrophe, now and then",
      "it's me",
      { punctuation: "none" },
      { "style.apostrophe": true },
      "Its me",
    ],
    ["none keeps the dots of figures", "it costs 2.50", { punctuation: "none" }, {}, "It costs 2.50"],
  ] as const)("%s", (_, text, parts, outcomes, expected) => {
    expect(styled(text, parts, outcomes)).toBe(expected);
  });
});

describe("a formal person spells out", () => {
  const formal = (text: string) => styled(text, { formality: 0.8 });

  it.each([
    ["I'm sure it's fine", "I am sure it is fine."],
    ["I'd say I'll come, as I've said", "I would say I shall come, as I have said."],
    ["we'll see, they'll come", "We shall see, they will come."],
    ["I'd better go", "I had better go."],
    ["I don't, I can't, I won't", "I do not, I cannot, I will not."],
    ["it isn't and wasn't", "It is not and was not."],
    ["it's been long, there's been rain", "It has been long, there has been rain."],
    ["That's it. There's more. What's this?", "That is it. There is more. What is this?"],
    ["you're right, they've gone", "You are right, they have gone."],
    ["let's leave it", "Let us leave it."],
    ["the baker's bread in Pell's yard", "The baker's bread in Pell's yard."],
    ["isn't it loud? can't you say?", "Isn't it loud? Can't you say?"],
  ])("%s", (text, expected) => {
    expect(formal(text)).toBe(expected);
  });

  it("and nobody else does", () => {
    expect(styled("I'm sure it's fine")).toBe("I'm sure it's fine.");
  });
});

describe("emoji", () => {
  it("stand behind a turn as often as the style says", () => {
    const drawn = drawsFor("emoji");
    const style = styleSchema.parse({ words_per_turn: [1, 9], formality: 0.2, emoji: 0.3 });
    const turns = Array.from({ length: 400 }, () => inStyle("fine", style, drawn));
    const decorated = turns.filter((turn) => /^Fine\. \p{Extended_Pictographic}/u.test(turn));
    expect(decorated.length / turns.length).toBeGreaterThan(0.22);
    expect(decorated.length / turns.length).toBeLessThan(0.38);
    expect(turns.filter((turn) => turn === "Fine.").length).toBe(turns.length - decorated.length);
  });

  it("never stand where the style has none", () => {
    expect(styled("fine", {}, { "style.emoji": true })).toBe("Fine.");
  });
});

describe("slips of the fingers", () => {
  const words = "somewhere around twenty chairs stand between these tables".split(" ");

  it("swap two letters inside a longer word: the letters are the same, the first and the last stay", () => {
    const drawn = drawsFor("typos");
    const style = styleSchema.parse({ words_per_turn: [1, 9], formality: 0.2, typos: 0.2, casing: "lower" });
    let slipped = 0;
    for (let turn = 0; turn < 200; turn++) {
      inStyle(words.join(" "), style, drawn)
        .slice(0, -1)
        .split(" ")
        .forEach((word, at) => {
          const right = words[at] as string;
          expect([...word].sort()).toEqual([...right].sort());
          expect([word[0], word.at(-1)]).toEqual([right[0], right.at(-1)]);
          if (word !== right) slipped += 1;
        });
    }
    expect(slipped / (200 * words.length)).toBeGreaterThan(0.1);
    expect(slipped / (200 * words.length)).toBeLessThan(0.25);
  });

  it("are not made by who types well", () => {
    expect(styled(words.join(" "), {}, { "style.typo": true })).toBe(
      "Somewhere around twenty chairs stand between these tables.",
    );
  });
});
