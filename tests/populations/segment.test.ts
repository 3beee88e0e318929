import { describe, expect, it } from "vitest";
import { wantedValue } from "../../src/core/satisfies.js";
import { peopleOf } from "../../src/populations/populate.js";
import { conditionOf } from "../../src/schema/condition.js";
import { type Persona, persona } from "../../src/schema/persona.js";
import { played, WORLD } from "../support/shipped.js";
import { smallPopulation } from "./small.js";

describe("the segment technique over populated people", () => {
  const population = smallPopulation({ count: 9, deviation: 0.3 });
  const people = [...peopleOf(population, WORLD, { seed: 3, count: 9, hash: "0".repeat(64) })].map((one) =>
    persona.parse(one),
  );
  const world = { ...WORLD, personas: Object.fromEntries(people.map((person) => [person.id, person])) };

  it("recalls what the others of a group share, the person left out", async () => {
    let decided = 0;
    for (const person of people.filter(({ segment }) => segment === "hushed")) {
      const group = people.filter(({ segment }) => segment === "hushed");
      const others = group.filter(({ id }) => id !== person.id);
      const trial = await played({ persona: person.id, scenario: "dinner-lisbon", technique: "segment", world });
      const recalled = new Set(
        trial.sessions.flatMap(({ turns }) =>
          turns.flatMap((turn) => (turn.speaker === "assistant" ? turn.recalled.map(({ id }) => id) : [])),
        ),
      );
      for (const slot of ["noise", "company", "pace"]) {
        expect(recalled.has(`segment.${slot}`), `${person.id} ${slot}`).toBe(isShared(others, slot));
        if (isShared(others, slot) !== isShared(group, slot)) decided += 1;
      }
    }
    // Somebody's own facts would have decided: otherwise nothing was tested.
    expect(decided).toBeGreaterThan(0);
  }, 60_000);
});

/** Whether more than a third of these people want the same on a slot. */
function isShared(people: readonly Persona[], slot: string): boolean {
  const wanted = people.flatMap(({ facts }) => facts.filter((fact) => fact.slot === slot && fact.strength > 0));
  const votes = Map.groupBy(wanted, (fact) => wantedValue(conditionOf(fact)));
  return Math.max(0, ...[...votes.values()].map(({ length }) => length)) * 3 > people.length;
}
