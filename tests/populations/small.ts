import fc from "fast-check";
import { type Population, population } from "../../src/schema/population.js";

const MANNER = {
  formality: [0.2, 0.4],
  words_per_turn: [
    [3, 5],
    [10, 14],
  ],
  casing: { lower: 1, sentence: 1 },
  punctuation: { tidy: 1, loose: 1, none: 1 },
  examples: ["fine by me", "not today"],
  greetings: ["Hi {friend},"],
  farewells: ["Bye, {name}"],
};

/** A population of two segments over four slots of the shipped vocabulary, with some parts in their place. */
export function smallPopulation(parts: object = {}): Population {
  return population.parse({
    schema: "dramatis/population@1",
    id: "small",
    title: "Two sorts of people",
    license: "MIT",
    count: 12,
    deviation: 0,
    period: ["2025-01-01", "2025-12-31"],
    names: { first: ["Ada", "Bo", "Cy", "Di", "Ed", "Flo"], last: ["Ash", "Birch", "Cedar", "Elm", "Fir"] },
    segments: [
      {
        id: "hushed",
        about: "quiet people",
        weight: 2,
        demographics: { age: [20, 30], occupation: { baker: 1, clerk: 1 } },
        draws: [
          {
            profiles: [
              { id: "library", weight: 2, is: { noise: "quiet", company: "alone", pace: "slow" } },
              { id: "garden", weight: 1, is: { noise: "quiet", company: "pair", pace: "steady" } },
            ],
          },
          {
            slot: "budget",
            table: [{ given: { company: "pair" }, weights: { high: 1 } }, { weights: { low: 3, medium: 1 } }],
          },
        ],
      },
      {
        id: "loud",
        about: "loud people",
        draws: [
          { profiles: [{ id: "stage", is: { noise: "lively", company: "group", pace: "fast" } }] },
          { slot: "budget", table: { medium: 1 } },
        ],
      },
    ],
    common: [{ slot: "finances", chance: 0.5, table: { debt: 1, inheritance: 1 } }],
    facts: {
      budget: { as: "max", bounds: { high: "is" }, later: { at: "s2", chance: 1, to: { low: { medium: 1 } } } },
      finances: { disclose: "private", share_with: ["self", "adviser"] },
    },
    manners: { slot: "register", values: { casual: MANNER } },
    documents: {
      number: [2, 4],
      facts: [1, 3],
      forms: { stated: 0.5, implied: 0.3, negated: 0.1, "third-party": 0.1 },
    },
    topics: [
      {
        id: "out",
        slots: ["noise", "company", "pace", "budget"],
        open: { note: ["{weekday}.", "Out."], review: ["Four stars.", "Three stars."], mail: ["You asked.", "So."] },
        close: { note: ["Bed."], mail: ["Write soon."] },
        filler: ["It rained {2..5} times.", "{friend} lost a hat.", "The band was late."],
      },
    ],
    writing: {
      noise: {
        quiet: { stated: ["I need it quiet."], negated: ["Silence bores me."], other: ["{friend} hates a din."] },
        lively: { stated: ["I like a racket."], negated: ["Drums are not for me."], other: ["{friend} loves drums."] },
      },
      company: { alone: { stated: ["I go by myself, always."] }, group: { stated: ["There's {6..9} of us."] } },
      budget: {
        low: { implied: ["I walked on when I saw the prices."] },
        high: { other: ["{friend} pays anything."] },
      },
    },
    fill: { weekday: ["Monday", "Friday"] },
    interactions: { kinds: [2, 4], noise: 0.1 },
    pairs: { number: [1, 2], noise: 0, prompts: { outing: ["Which outing?"], restaurant: ["Where to eat?"] } },
    ...parts,
  });
}

const weight = fc.integer({ min: 0, max: 3 });

/** Small populations that differ in how many are asked for, how far they depart, what they draw and how they write. */
export const anyPopulation = fc
  .record({
    count: fc.integer({ min: 1, max: 9 }),
    deviation: fc.double({ min: 0, max: 1, noNaN: true }),
    weights: fc.tuple(weight, weight, weight).filter((three) => three.some((one) => one > 0)),
    facts: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })),
    filler: fc.double({ min: 0, max: 1, noNaN: true }),
    noise: fc.double({ min: 0, max: 2, noNaN: true }),
  })
  .map(({ count, deviation, weights: [low, medium, high], facts: [least, more], filler, noise }) =>
    smallPopulation({
      ...{ count, deviation, common: [{ slot: "budget", table: { low, medium, high } }] },
      documents: {
        ...{ number: [1, 5], held_out: 1, facts: [least, least + more], filler },
        forms: { stated: 0.4, implied: 0.4, negated: 0.2, "third-party": 0.2 },
      },
      interactions: { kinds: [0, 5], noise },
    }),
  );
