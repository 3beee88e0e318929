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
  ])("%s", (text) => {
    expect(offered(text)).toEqual(["letter"]);
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
