import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawsFor } from "../../src/core/draws.js";
import { satisfies } from "../../src/core/satisfies.js";
import type { World } from "../../src/core/world.js";
import { membership } from "../../src/populations/membership.js";
import { namesFor } from "../../src/populations/naming.js";
import { peopleOf } from "../../src/populations/populate.js";
import { conditionOf } from "../../src/schema/condition.js";
import { type Persona, persona } from "../../src/schema/persona.js";
import type { Population } from "../../src/schema/population.js";
import { populatedProblems } from "../../src/store/populatedProblems.js";
import { WORLD } from "../support/shipped.js";
import { unfounded } from "./entailed.js";
import { anyPopulation, smallPopulation } from "./small.js";

const peopleIn = (population: Population, { seed = 1, count = population.count } = {}): Persona[] =>
  [...peopleOf(population, WORLD, { seed, count, hash: "0".repeat(64) })].map((one) => persona.parse(one));

const worldOf = (people: readonly Persona[]): World => ({
  ...WORLD,
  personas: Object.fromEntries(people.map((person) => [person.id, person])),
});

/** The scenarios are left out: their headroom is nothing that people can be wrong in. */
const errorsIn = (people: readonly Persona[]) =>
  populatedProblems({ ...worldOf(people), scenarios: {} }).people.filter(({ severity }) => severity === "error");

const wanted = ({ facts }: Persona, slot: string) => {
  const fact = facts.find((one) => one.slot === slot && one.when === undefined);
  return fact?.is ?? fact?.max ?? fact?.min ?? fact?.not;
};

describe("people of one seed", () => {
  it("are the same each time, and others with another seed", () => {
    const population = smallPopulation();
    expect(peopleIn(population)).toEqual(peopleIn(population));
    expect(peopleIn(population, { seed: 2 })).not.toEqual(peopleIn(population));
  });

  it("stay who they are when more are asked for", () => {
    const population = smallPopulation();
    expect(peopleIn(population, { count: 20 }).slice(0, 5)).toEqual(peopleIn(population, { count: 5 }));
  });

  it("say where they come from", () => {
    const [first] = peopleIn(smallPopulation(), { seed: 7 });
    expect(first?.provenance).toEqual({
      ...{ source: "populated", license: "MIT", synthetic: true, seed: 7, population: "0".repeat(64) },
    });
  });
});

describe("any small population", () => {
  it("makes people whom validate takes, whose evidence holds, and who left nothing behind but in the period", () => {
    fc.assert(
      fc.property(anyPopulation, fc.integer({ min: 0, max: 999 }), (population, seed) => {
        const people = peopleIn(population, { seed });
        expect(new Set(people.map(({ id }) => id)).size).toBe(population.count);
        expect(errorsIn(people)).toEqual([]);
        expect(people.flatMap((person) => unfounded(person, population, WORLD.slots))).toEqual([]);
        const dates = people.flatMap(({ documents, interactions, pairs }) => [
          ...documents.map(({ date }) => date),
          ...[...interactions, ...pairs].map(({ at }) => at),
        ]);
        expect(dates.filter((date) => date < "2025-01-01" || date > "2025-12-31")).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("would be found out with evidence that does not hold", () => {
    const population = smallPopulation();
    const [person] = peopleIn(population).filter(({ documents }) =>
      documents.some(({ evidence }) => evidence.length > 0),
    );
    const swapped = structuredClone(person as Persona);
    for (const { evidence } of swapped.documents)
      for (const piece of evidence) piece.form = piece.form === "negated" ? "stated" : "negated";
    expect(unfounded(swapped, population, WORLD.slots)).not.toEqual([]);
  });
});

describe("what is drawn", () => {
  const many = peopleIn(smallPopulation({ count: 30 }));

  it("hangs together where nobody departs from the segment", () => {
    const together = many.map((person) => ["noise", "company", "pace"].map((slot) => wanted(person, slot)).join(" "));
    expect([...new Set(together)].sort()).toEqual(["lively group fast", "quiet alone slow", "quiet pair steady"]);
    for (const person of many) expect(wanted(person, "budget") === "high").toBe(wanted(person, "company") === "pair");
  });

  it("keeps the shares of the segments to a person", () => {
    expect(many.filter(({ segment }) => segment === "hushed")).toHaveLength(20);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 200 }),
        (weights, count) => {
          const total = weights.reduce((sum, one) => sum + one, 0);
          const places = membership(weights, count);
          for (const [place, weight] of weights.entries()) {
            const mine = places.filter((one) => one === place).length;
            expect(Math.abs(mine - (count * weight) / total)).toBeLessThan(weights.length);
          }
        },
      ),
    );
  });

  it("has marginals within four standard errors of the weights", () => {
    const names = { first: letters(20), last: letters(20).map((one) => `${one}son`) };
    const crowd = peopleIn(
      smallPopulation({ names, count: 300, documents: quick, interactions: { kinds: [0, 0], noise: 0 } }),
    );
    const hushed = crowd.filter(({ segment }) => segment === "hushed");
    within(hushed, (person) => wanted(person, "company") === "alone", 2 / 3);
    const alone = hushed.filter((person) => wanted(person, "company") === "alone");
    within(alone, (person) => wanted(person, "budget") === "low", 3 / 4);
    within(crowd, (person) => wanted(person, "finances") !== undefined, 1 / 2);
  });

  it("departs from the segment as often as the deviation says", () => {
    const names = { first: letters(20), last: letters(20).map((one) => `${one}son`) };
    const parts = { names, count: 300, deviation: 0.2, documents: quick, interactions: { kinds: [0, 0], noise: 0 } };
    const crowd = peopleIn(smallPopulation(parts)).filter(({ segment }) => segment === "loud");
    within(crowd, (person) => wanted(person, "noise") !== "lively", 0.2);
    within(crowd, (person) => wanted(person, "pace") !== "fast", 0.2);
  });

  // The fewest texts there can be: only facts are counted here.
  const quick = { number: [1, 1], forms: { stated: 1, implied: 1, negated: 0, "third-party": 0 } };
  const letters = (count: number) => Array.from({ length: count }, (_, index) => `N${index}`);
  function within(people: readonly Persona[], holds: (person: Persona) => boolean, share: number): void {
    const found = people.filter(holds).length / people.length;
    const error = Math.sqrt((share * (1 - share)) / people.length);
    expect(Math.abs(found - share)).toBeLessThan(4 * error);
  }
});

describe("what people leave behind", () => {
  const people = peopleIn(smallPopulation({ count: 30 }));

  it("tells nothing private, in documents or by what they did", () => {
    const secret = people.flatMap(({ facts, documents, interactions, pairs }) => {
      const hidden = facts.filter(({ disclose }) => disclose === "private").map(({ id }) => id);
      return [...documents, ...interactions, ...pairs]
        .flatMap(({ evidence }) => evidence)
        .filter(({ fact }) => hidden.includes(fact));
    });
    expect(people.filter(({ facts }) => facts.some(({ disclose }) => disclose === "private")).length).toBeGreaterThan(
      5,
    );
    expect(secret).toEqual([]);
  });

  it("shows by things taken what they meet, and by things left what they do not", () => {
    const items = new Map(
      Object.values(WORLD.catalogs).flatMap((catalog) => catalog.items.map((item) => [item.id, item])),
    );
    const shown = people.flatMap(({ facts, interactions }) =>
      interactions.flatMap(({ item, action, rating, evidence }) =>
        evidence.map(({ fact: id }) => {
          const fact = facts.find((one) => one.id === id) as Persona["facts"][number];
          const slot = WORLD.slots[fact.slot];
          const met = slot !== undefined && satisfies(slot, conditionOf(fact), items.get(item)?.attributes[fact.slot]);
          return { met, action, rating };
        }),
      ),
    );
    expect(shown.length).toBeGreaterThan(50);
    for (const { met, action } of shown) {
      if (action === "chose" || action === "bought") expect(met).toBe(true);
      if (action === "skipped" || action === "returned") expect(met).toBe(false);
    }
  });

  it("says no sentence twice", () => {
    for (const { documents } of people) {
      const quotes = documents.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
      expect(new Set(quotes).size).toBe(quotes.length);
    }
  });

  it("holds the asked number of documents out", () => {
    for (const { documents } of people) expect(documents.filter(({ split }) => split === "held-out")).toHaveLength(1);
  });
});

describe("names", () => {
  it("are all different, up to the last pair there is, and then run out", () => {
    const names = { first: ["A", "B", "C", "D"], last: ["X", "Y"] };
    const all = namesFor({ names }, 8, drawsFor("names"));
    expect(new Set(all).size).toBe(8);
    expect(() => namesFor({ names }, 9, drawsFor("names"))).toThrow("4 first and 2 last names make 8 people, not 9");
  });

  it.each([
    [["Zoë", "Zoe"], ["Holm", "Holm"], "would both be called zoe-holm"],
    [["Ana", "Ana Maria"], ["Maria Silva", "Silva"], "would both be called ana-maria-silva"],
    [["Ana", "Ana"], ["Silva", "Moreau"], "would both be called"],
    [["李", "王"], ["明", "华"], "makes no id"],
  ])("that would make one id are refused: %j %j", (first, last, message) => {
    expect(() => namesFor({ names: { first, last } }, 4, drawsFor("names"))).toThrow(message);
  });
});
