import { agree } from "../../core/satisfies.js";
import { conditionOf } from "../../schema/condition.js";
import type { Fact } from "../../schema/persona.js";
import type { Lint } from "./lint.js";

/** Two facts of a person on one slot that hold at the same time and place and do not go together. */
export const contradictions: Lint = ({ personas, slots }, problem) =>
  Object.values(personas).flatMap(({ id, facts }) =>
    facts.flatMap((fact, index) =>
      facts.slice(0, index).flatMap((earlier) => {
        const slot = slots[fact.slot];
        if (
          !slot ||
          earlier.slot !== fact.slot ||
          !together(earlier, fact) ||
          agree(slot, conditionOf(earlier), conditionOf(fact))
        )
          return [];
        return problem(
          "persona",
          id,
          ["facts", index],
          `'${fact.id}' contradicts '${earlier.id}' on slot '${fact.slot}'`,
          "give one an until or a when, or drop it",
        );
      }),
    ),
  );

function together(one: Fact, other: Fact): boolean {
  const overlap =
    (one.until === undefined || other.since === undefined || other.since < one.until) &&
    (other.until === undefined || one.since === undefined || one.since < other.until);
  return overlap && JSON.stringify(one.when ?? null) === JSON.stringify(other.when ?? null);
}
