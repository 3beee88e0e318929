import { describe, expect, it } from "vitest";
import { framed } from "../../src/mutations/framing.js";
import { withSentence } from "../../src/mutations/letter.js";
import { firstPerson } from "../../src/mutations/phrases/phrasebook.js";
import { outcomeIn } from "../../src/mutations/replied.js";
import { scenesOf } from "../../src/mutations/scene.js";
import { contextOf, TRIALS } from "./corpus.js";

describe("what comes out of a reply", () => {
  it("is computed as it was recorded", () => {
    const scenes = TRIALS.flatMap((trial) => scenesOf(trial, contextOf(trial, "none")));
    expect(scenes.length).toBeGreaterThan(150);
    for (const scene of scenes) {
      const { chosen, attributes, utility, admissible } = scene.probe;
      expect(outcomeIn(scene, scene.reply)).toEqual({ chosen, attributes, utility, admissible });
    }
  });
});

describe("words around a reply", () => {
  it("keep the lines of fences and lists", () => {
    expect(framed("Since {you}: {reply}", { you: "you ride" }, "Take the bus.")).toBe("Since you ride: Take the bus.");
    expect(framed("{reply} Bye.", {}, "Here:\n```\nx\n```")).toBe("Here:\n```\nx\n```\n\nBye.");
    expect(framed("Well. {reply} Bye.", {}, "1. One\n2. Two")).toBe("Well.\n\n1. One\n2. Two\n\nBye.");
  });

  it("are not said where a value is missing or behind a question", () => {
    expect(framed("{You}. {reply}", {}, "Yes.")).toBeNull();
    expect(framed("{reply} Bye.", {}, "Is it?")).toBeNull();
  });
});

describe("a sentence added to a letter", () => {
  const fenced = (body: string) => `Done:\n\`\`\`\n${body}\n\`\`\``;

  it("stands before its end", () => {
    expect(withSentence(fenced("Hi. One. Bye."), "Two.")).toBe(fenced("Hi. One. Two. Bye."));
    const long = "this paragraph has rather more than the twelve words that a greeting may have at most.";
    expect(withSentence(fenced(`Hi,\n\n${long}\n\nBye`), "Two.")).toBe(fenced(`Hi,\n\n${long} Two.\n\nBye`));
    expect(withSentence(fenced("Hi,\n\n1. one\n2. two\n\nBye"), "Two.")).toBe(
      fenced("Hi,\n\n1. one\n2. two\n\nTwo.\n\nBye"),
    );
    expect(withSentence("No letter.", "Two.")).toBeNull();
  });

  it("speaks as the person", () => {
    expect(firstPerson("you're behind on your rent")).toBe("I'm behind on my rent");
    expect(firstPerson("you were left money by a relative")).toBe("I was left money by a relative");
    expect(firstPerson("you've been losing your hearing")).toBe("I've been losing my hearing");
  });
});
