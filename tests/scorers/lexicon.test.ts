import { describe, expect, it } from "vitest";
import { claimsIn } from "../../src/core/claims.js";
import { speaksOf } from "../../src/scorers/facts.js";
import { lexiconOf } from "../../src/scorers/lexicon.js";
import { answers } from "../../src/scorers/memory/askedAbout.js";
import { WORLD } from "../support/shipped.js";

const LEXICON = lexiconOf(WORLD);
const TOLD = Object.values(WORLD.slots).flatMap(({ id: slot, type, values }) =>
  Object.entries(values).flatMap(([value, { tell }]) => tell.map((phrase) => ({ slot, type, value, phrase }))),
);

describe("what an assistant can say of a person", () => {
  it.each(["From what I know, {tell}.", "If I am right, {tell}.", "I have it that {tell}."])(
    "is heard in '%s'",
    (frame) => {
      const missed = TOLD.filter(({ slot, type, value, phrase }) => {
        const condition = type === "set" ? { not: value } : { is: value };
        const fact = { fact: slot, slot, condition, from: null, to: null, by: "file" as const, told: null };
        const claims = claimsIn(frame.replace("{tell}", phrase), LEXICON);
        return !claims.some((claim) => answers(claim) && speaksOf(claim, fact));
      });
      expect(TOLD.length).toBeGreaterThan(400);
      expect(missed.map(({ slot, phrase }) => `${slot}: ${phrase}`)).toEqual([]);
    },
  );
});
