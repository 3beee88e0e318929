import { describe, expect, it } from "vitest";
import { agree, rank, satisfies, satisfyingValues, wantedValue } from "../../src/core/satisfies.js";
import type { Vocabulary } from "../../src/core/world.js";
import type { Condition } from "../../src/schema/condition.js";
import type { Attribute } from "../../src/schema/primitives.js";
import { SLOTS, slot, vocabulary } from "./makers.js";

const on = (id: string, slots: Vocabulary = SLOTS) => {
  const described = slots[id];
  if (!described) throw new Error(`no slot ${id}`);
  return described;
};
const meets = (id: string, condition: Condition, attribute: Attribute | undefined) =>
  satisfies(on(id), condition, attribute);

describe("satisfies", () => {
  it.each<[string, Condition, Attribute | undefined, boolean]>([
    ["diet", { is: "vegetarian" }, "vegetarian", true],
    ["diet", { is: "vegetarian" }, "vegan", true],
    ["diet", { is: "vegan" }, "vegetarian", false],
    ["diet", { is: "omnivore" }, "vegan", false],
    ["diet", { any_of: ["vegetarian", "omnivore"] }, "vegan", true],
    ["diet", { any_of: ["omnivore"] }, "vegan", false],
    ["diet", { not: "omnivore" }, "vegan", true],
    ["diet", { not: "omnivore" }, "omnivore", false],
    ["budget", { max: "medium" }, "low", true],
    ["budget", { max: "medium" }, "medium", true],
    ["budget", { max: "medium" }, "high", false],
    ["budget", { min: "medium" }, "low", false],
    ["budget", { min: "medium", max: "medium" }, "medium", true],
    ["budget", { max: "medium" }, "priceless", false],
    ["length", { max: 60 }, 60, true],
    ["length", { max: 60 }, 61, false],
    ["length", { min: 120 }, 119.5, false],
    ["length", { min: 0, max: 10 }, 0, true],
    ["length", { is: 12 }, 12, true],
    ["contains", { is: "nuts" }, ["milk", "nuts"], true],
    ["contains", { is: "nuts" }, ["milk"], false],
    ["contains", { any_of: ["nuts", "gluten"] }, ["milk", "gluten"], true],
    ["contains", { not: "nuts" }, ["milk", "nuts"], false],
    ["contains", { not: "nuts" }, ["milk"], true],
    ["contains", { not: "nuts" }, [], true],
    ["contains", { is: "nuts" }, [], false],
    ["country", { is: "SE" }, "SE", true],
  ])("%s %o of %o: %s", (id, condition, attribute, expected) => {
    expect(meets(id, condition, attribute)).toBe(expected);
  });

  it.each<[string, Condition]>([
    ["diet", { is: "vegan" }],
    ["diet", { any_of: ["vegan", "omnivore"] }],
    ["budget", { max: "high" }],
    ["length", { min: 0 }],
  ])("a missing %s satisfies nothing but a not", (id, condition) => {
    expect(meets(id, condition, undefined)).toBe(false);
    expect(meets(id, { not: "vegan" }, undefined)).toBe(true);
  });

  it("takes a value for the same however YAML read it", () => {
    const sizes = vocabulary(slot("size", "enum", ["38", "40"], { satisfies: [["40", "38"]] }));
    expect(satisfies(on("size", sizes), { is: 38 }, "38")).toBe(true);
    expect(satisfies(on("size", sizes), { is: "38" }, 40)).toBe(true);
    expect(satisfies(on("size", sizes), { not: "38" }, 38)).toBe(false);
  });
});

describe("values and conditions", () => {
  it("ranks an ordinal by its order and a number by itself", () => {
    expect([rank(on("budget"), "low"), rank(on("budget"), "high"), rank(on("length"), 70)]).toEqual([0, 2, 70]);
    expect(rank(on("budget"), "none")).toBeNaN();
  });

  it("lists the values that satisfy a condition", () => {
    expect(satisfyingValues(on("diet"), { is: "vegetarian" })).toEqual(["vegan", "vegetarian"]);
    expect(satisfyingValues(on("budget"), { min: "medium" })).toEqual(["medium", "high"]);
  });

  it.each<[string, Condition, Condition, boolean]>([
    ["diet", { is: "vegan" }, { is: "vegetarian" }, true],
    ["diet", { is: "vegan" }, { is: "omnivore" }, false],
    ["budget", { max: "medium" }, { min: "medium" }, true],
    ["budget", { max: "low" }, { min: "medium" }, false],
    ["length", { max: 60 }, { min: 120 }, false],
    ["length", { max: 60 }, { is: 50 }, true],
    ["contains", { is: "nuts" }, { is: "milk" }, true],
    ["length", { min: 5 }, { not: 5 }, true],
    ["length", { is: 5 }, { not: 5 }, false],
    ["length", { any_of: [5, 6] }, { min: 6 }, true],
    ["country", { is: "SE" }, { is: "SE" }, true],
    ["country", { is: "SE" }, { is: "NO" }, false],
    ["country", { is: "SE" }, { any_of: ["NO", "SE"] }, true],
    ["country", { not: "SE" }, { not: "NO" }, true],
  ])("%s %o and %o agree: %s", (id, one, other, expected) => {
    expect(agree(on(id), one, other)).toBe(expected);
    expect(agree(on(id), other, one)).toBe(expected);
  });

  it("says a condition in plain words", () => {
    const words = [{ is: "vegan" }, { not: "nuts" }, { any_of: ["a", "b"] }, { min: 1, max: 3 }].map(wantedValue);
    expect(words).toEqual(["vegan", "not nuts", "a or b", "at least 1 and at most 3"]);
  });
});
