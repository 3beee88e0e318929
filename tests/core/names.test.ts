import { describe, expect, it } from "vitest";
import { namesOf, namingsIn } from "../../src/core/names.js";
import { wordsOf } from "../../src/core/words.js";
import { WORLD } from "../support/shipped.js";

const { slots, personas } = WORLD;
const told = new Set(Object.values(personas).flatMap(({ facts }) => facts.map(({ slot }) => slot)));
const NAMES = namesOf(Object.values(slots), told);
const named = (text: string, address: "you" | "I" = "you") =>
  namingsIn(wordsOf(text), NAMES, address).map(({ slot, value }) => `${slot}: ${value}`);

describe("values called by their names", () => {
  it.each([
    ["you keep a small tortoise", "pet: tortoise"],
    ["you usually read poetry", "books: poetry"],
    ["you're vegan", "diet: vegan"],
    ["podcasts suit you", "media: podcast"],
    ["your budget is low", "budget: low"],
  ])("%s", (text, expected) => {
    expect(named(text)).toContain(expected);
  });

  it.each([
    ["you could try the podcast", "an offer"],
    ["you asked about the tortoise", "what was asked about"],
    ["you're low", "a degree without its slot"],
    ["you have to live with them", "a word that only looks like the name `lively`"],
    ["the podcast is long", "a thing"],
  ])("%s: nothing, for it is %s", (text) => {
    expect(named(text)).toEqual([]);
  });

  it("are shunned where a set is told", () => {
    expect(namingsIn(wordsOf("you're allergic to shellfish"), NAMES, "you")).toMatchObject([
      { slot: "contains", shuns: true },
    ]);
    expect(named("you have shellfish")).toEqual([]);
  });

  it("are the writer's in a letter", () => {
    expect(named("I have diabetes", "I")).toEqual(["condition: diabetes"]);
    expect(named("you have diabetes", "I")).toEqual([]);
  });
});
