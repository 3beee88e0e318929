import { describe, expect, it } from "vitest";
import { offeredIn } from "../../src/core/offers.js";
import { item } from "./makers.js";

const LETTER = item("letter", {}, { name: "Thorne's Letter" });
const TRADE = item("trade", {}, { name: "the Long Trade" });
const offered = (text: string) => offeredIn(text, [LETTER, TRADE]).map(({ id }) => id);

describe("what a text offers", () => {
  it.each([
    "I'd rather suggest Thorne's Letter. It is out by three on the day you ask.",
    "Thorne's Letter is out by noon.",
    "Not the Long Trade, it is out of reach; Thorne's Letter is what you need.",
    "The Long Trade or Thorne's Letter? I'd go with Thorne's Letter.",
    "I know you prefer the Long Trade, but I'd go with Thorne's Letter.",
    "I'd go with Thorne's Letter, though you like the Long Trade.",
    "You usually prefer the Long Trade. Thorne's Letter is surer here.",
    "Thorne's Letter is surer here, although I know that you like the Long Trade.",
    "You would like Thorne's Letter.",
    "You asked for the Long Trade last time; for this my pick is Thorne's Letter.",
  ])("%s", (text) => {
    expect(offered(text)).toEqual(["letter"]);
  });

  it.each([
    "I'd go with the Long Trade or Thorne's Letter.",
    "The Long Trade is quick and Thorne's Letter is cheap, so I'd go with either.",
  ])("both where it settles for neither: %s", (text) => {
    expect(offered(text).sort()).toEqual(["letter", "trade"]);
  });

  it.each([
    "Thorne's Letter is out, I'm afraid.",
    "Thorne's Letter came to mind, but that is out.",
    "I can't recommend Thorne's Letter.",
    "Skip Thorne's Letter.",
  ])("but not what it rules out: %s", (text) => {
    expect(offered(text)).toEqual([]);
  });
});
