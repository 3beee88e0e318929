import { describe, expect, it } from "vitest";
import { castOf } from "../../src/core/world.js";
import { style as styleSchema } from "../../src/schema/persona.js";
import type { Act } from "../../src/users/agenda/acts.js";
import { framerOf } from "../../src/users/agenda/framing.js";
import { joined, lowerFirst, properNames } from "../../src/users/agenda/joining.js";
import { fact, lived } from "../core/makers.js";
import { WORLD } from "../support/shipped.js";
import { drawing } from "./setting.js";

const NAMES = new Set(["Jonas", "Lisbon"]);

describe("clauses become sentences", () => {
  it.each([
    ["with a stop where none is", ["fine", "Eight, please."], "fine. Eight, please."],
    ["each with the mark it has", ["Why that one?", "It is dear!", "No"], "Why that one? It is dear! No"],
    ["run on after a comma", ["as I said,", "No meat for me"], "as I said, no meat for me"],
    ["run on after a colon", ["one more thing:", "The address?"], "one more thing: the address?"],
    ["run on after 'and', 'but' and 'so'", ["oh and", "The address?"], "oh and the address?"],
    [
      "run on after a comma and 'but'",
      ["not that it matters, but", "Your stove spoke"],
      "not that it matters, but your stove spoke",
    ],
    ["end after a word that only ends like one", ["I bought sand", "It is heavy"], "I bought sand. It is heavy"],
    ["keep names where they run on", ["well,", "Jonas comes along"], "well, Jonas comes along"],
    ["keep 'I'", ["well,", "I come along"], "well, I come along"],
    ["keep what is written in capitals", ["well,", "NHS staff"], "well, NHS staff"],
  ])("%s", (_, parts, expected) => {
    expect(joined(parts, NAMES)).toBe(expected);
  });

  it("leave small letters small", () => {
    expect(lowerFirst("the one", NAMES)).toBe("the one");
    expect(lowerFirst("", NAMES)).toBe("");
  });
});

describe("the words that keep their capital", () => {
  const names = properNames(castOf(WORLD, "mara-lindqvist", "team-message"));

  it("are names of the person, of the scenario and of the catalog", () => {
    for (const name of ["Mara", "Lindqvist", "Bo", "Ines", "Tuesday"])
      expect([name, names.has(name)]).toEqual([name, true]);
  });

  it("are not words that also stand small", () => {
    for (const word of ["The", "They", "It", "Please"]) expect([word, names.has(word)]).toEqual([word, false]);
  });
});

describe("a person's own small words", () => {
  const style = styleSchema.parse({
    ...{ words_per_turn: [2, 20], formality: 0.3 },
    ...{ openers: ["Well,", "Yes,", "Look –"], closers: ["please", "you know"] },
  });
  const framed = framerOf(style, NAMES, drawing({ "speech.opener": true, "speech.closer": true }));
  const tells: Act = { intent: "inform", fact: lived(fact("diet", { is: "vegan" }))[0] as never };
  const answers: Act = { intent: "answer", slot: "diet", facts: [] };
  const says = (core: string, ...acts: Act[]) => framed(core, acts);

  it("stand before and behind what is told", () => {
    expect(says("No meat for me", tells)).toBe("Well, no meat for me, you know");
  });

  it("of agreement stand before answers only", () => {
    const agreeing = framerOf({ ...style, openers: ["Yes,"] }, NAMES, drawing({ "speech.opener": true }));
    expect(agreeing("No meat for me", [answers])).toBe("Yes, no meat for me");
    expect(agreeing("No meat for me", [tells])).toBe("No meat for me");
  });

  it("of asking stand behind questions only, before the mark, and nothing before a question", () => {
    expect(says("What does it cost?", { intent: "request" } as Act)).toBe("What does it cost, please?");
  });

  it("that greet do not stand in the middle of a talk", () => {
    const greeting = framerOf({ ...style, openers: ["Good day,", "hiya,"] }, NAMES, drawing({ "speech.opener": true }));
    expect(greeting("No meat for me", [tells])).toBe("No meat for me");
  });

  it("that leave it to the other stand behind a favour, not behind a question of fact", () => {
    const possible = framerOf({ ...style, closers: ["if possible"] }, NAMES, drawing({ "speech.closer": true }));
    const asked: Act[] = [{ intent: "request" } as Act];
    expect(possible("Could you tell me the price?", asked)).toBe("Could you tell me the price, if possible?");
    expect(possible("What does it cost?", asked)).toBe("What does it cost?");
  });

  it("of asking that are a sentence stand behind the question", () => {
    const closers = ["I should be obliged"];
    const obliged = framerOf({ ...style, closers }, NAMES, drawing({ "speech.closer": true }));
    expect(obliged("What does it cost?", [{ intent: "request" } as Act])).toBe(
      "What does it cost? I should be obliged.",
    );
    expect(obliged("No meat for me", [tells])).toBe("No meat for me");
  });

  it("do not stand before what opens by itself", () => {
    expect(says("yep, that one", answers)).toBe("yep, that one, you know");
  });

  it("leave alone what is scripted, cried out, thanked, or said in another mood", () => {
    expect(says("No meat for me")).toBe("No meat for me");
    expect(says("Perfect!", { intent: "accept", manner: "willing" } as Act)).toBe("Perfect!");
    expect(says("That one", { intent: "accept", manner: "glad" } as Act)).toBe("That one");
    expect(says("No way", { intent: "give-up" })).toBe("No way");
    expect(says("Thank you", { intent: "thank" })).toBe("Thank you");
  });
});
