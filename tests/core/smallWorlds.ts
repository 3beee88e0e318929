import fc from "fast-check";
import type { Truth } from "../../src/core/expected.js";
import { truthAt } from "../../src/core/expected.js";
import { lifeOf } from "../../src/core/life.js";
import type { Condition } from "../../src/schema/condition.js";
import type { Fact } from "../../src/schema/persona.js";
import type { Attributes } from "../../src/schema/primitives.js";
import { fact, item, MOMENT, person, scenario, session, situation } from "./makers.js";

const VALUES: Record<string, readonly (string | number)[]> = {
  diet: ["vegan", "vegetarian", "omnivore"],
  budget: ["low", "medium", "high"],
  length: [50, 90, 130],
  contains: ["nuts", "milk", "gluten"],
  tone: ["warm", "direct"],
};
const slots = Object.keys(VALUES);
const aSlot = fc.constantFrom(...slots);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 3 });

function conditionOn(slot: string): fc.Arbitrary<Condition> {
  const value = fc.constantFrom(...(VALUES[slot] as (string | number)[]));
  const plain = [
    value.map((is) => ({ is })),
    value.map((not) => ({ not })),
    fc.uniqueArray(value, { minLength: 1, maxLength: 2 }).map((any_of) => ({ any_of })),
  ];
  const bounds = [value.map((min) => ({ min })), value.map((max) => ({ max }))];
  return fc.oneof(...plain, ...(slot === "budget" || slot === "length" ? bounds : []));
}

const aFact = aSlot.chain((slot) =>
  fc.record({
    condition: conditionOn(slot),
    slot: fc.constant(slot),
    strength: fc.constantFrom(0, 0.2, 0.5, 0.9),
    veto: fc.constantFrom(false, false, false, true),
    share_with: maybe(fc.constantFrom<string[]>([], ["doctor"], ["landlord", "doctor"])),
    when: maybe(fc.constantFrom({ audience: "landlord" }, { place: "Lisbon" }, { place: "Porto" })),
    since: maybe(fc.constant("2026-01-01")),
    until: maybe(fc.constantFrom("2026-01-01", "2026-12-31")),
    later: maybe(conditionOn(slot)),
  }),
);

const aNorm = aSlot.chain((slot) =>
  fc.record({
    slot: fc.constant(slot),
    condition: conditionOn(slot),
    outranks: fc.constantFrom("preference" as const, "veto" as const),
  }),
);

const someAttributes: fc.Arbitrary<Attributes> = fc
  .record(
    Object.fromEntries(slots.map((slot) => [slot, maybe(fc.constantFrom(...(VALUES[slot] as (string | number)[])))])),
  )
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Attributes);

/** A person with a few facts, some of them known and some drifting, options, norms and a probe on some slots. */
export const smallWorld = fc
  .record({
    facts: fc.array(aFact, { maxLength: 6 }),
    options: fc.array(someAttributes, { maxLength: 5 }),
    norms: fc.array(aNorm, { maxLength: 2 }),
    relevant: fc.subarray(slots),
    drifting: fc.subarray(slots),
    audience: fc.constantFrom(["self"], ["landlord"]),
    knows: fc.func(fc.boolean()),
  })
  .map(({ facts, options, norms, relevant, drifting, audience, knows }) => {
    const life = lifeOf(
      { ...ADA, facts: facts.map((one, index) => ({ ...factOf(one), id: `f${index}` })) },
      { ...SCRIPT, sessions: [FIRST, { ...SECOND, drift: drifting.map((slot) => ({ slot, told: "never" })) }] },
    );
    return {
      relevant,
      situation: situation({
        life,
        moment: { ...MOMENT, audience },
        known: life.filter(({ id }) => knows(id)).map(({ id }) => id),
        options: options.map((attributes, index) => ({ ...OPTION, id: `o${index}`, attributes })),
        norms: norms.map(({ slot, condition, outranks }) => ({ slot, ...condition, outranks, because: "it is" })),
      }),
    };
  });
export type SmallWorld = typeof smallWorld extends fc.Arbitrary<infer W> ? W : never;

export function truthIn({ relevant, situation: facts }: SmallWorld): Truth {
  return truthAt({ slots: relevant, about: undefined }, facts);
}

type FactParts = typeof aFact extends fc.Arbitrary<infer F> ? F : never;

function factOf({ condition, later, ...parts }: FactParts): Fact {
  const { is: _, ...base } = FACT;
  return { ...base, ...parts, ...condition, later: later ? [{ at: "s2", ...later, say: [] }] : [] };
}

// Parsed once: two thousand worlds of parsed parts would take most of the time of these tests.
const FACT = fact("f", { slot: "diet", is: "vegan" });
const OPTION = item("o");
const ADA = person();
const SCRIPT = scenario();
const FIRST = session("s1");
const SECOND = session("s2");
