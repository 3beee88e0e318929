import { describe, expect, it } from "vitest";
import { wantedValue } from "../../src/core/satisfies.js";
import { peopleOf } from "../../src/populations/populate.js";
import { conditionOf } from "../../src/schema/condition.js";
import { type Persona, persona } from "../../src/schema/persona.js";
import { played, WORLD } from "../support/shipped.js";
import { smallPopulation } from "./small.js";

const SLOTS = ["noise", "company", "pace", "budget"];

/** A person whose own facts decide what is common in the group. */
interface Decisive {
  people: readonly Persona[];
  person: Persona;
  others: readonly Persona[];
}

describe("the segment technique over populated people", () => {
  it("recalls what the others of a group share, the person left out", async () => {
    const { people, person, others } = decisive();
    const world = { ...WORLD, personas: Object.fromEntries(people.map((one) => [one.id, one])) };
    const trial = await played({ persona: person.id, scenario: "dinner-lisbon", technique: "segment", world });
    const recalled = new Set(
      trial.sessions.flatMap(({ turns }) =>
        turns.flatMap((turn) => (turn.speaker === "assistant" ? turn.recalled.map(({ id }) => id) : [])),
      ),
    );
    for (const slot of SLOTS) expect(recalled.has(`segment.${slot}`), slot).toBe(isShared(others, slot));
  }, 60_000);
});

/** The first such person over some seeds: whoever else would do shows nothing. */
function decisive(): Decisive {
  const population = smallPopulation({ count: 12, deviation: 0.5 });
  for (let seed = 1; seed <= 30; seed++) {
    const people = [...peopleOf(population, WORLD, { seed, count: 12, hash: "0".repeat(64) })].map((one) =>
      persona.parse(one),
    );
    for (const person of people) {
      const group = people.filter(({ segment }) => segment === person.segment);
      const others = group.filter(({ id }) => id !== person.id);
      if (SLOTS.some((slot) => isShared(group, slot) !== isShared(others, slot))) return { people, person, others };
    }
  }
  throw new Error("nobody's own facts decide anything");
}

/** Whether more than a third of these people want the same on a slot. */
function isShared(people: readonly Persona[], slot: string): boolean {
  const wanted = people.flatMap(({ facts }) => facts.filter((fact) => fact.slot === slot && fact.strength > 0));
  const votes = Map.groupBy(wanted, (fact) => wantedValue(conditionOf(fact)));
  return Math.max(0, ...[...votes.values()].map(({ length }) => length)) * 3 > people.length;
}
