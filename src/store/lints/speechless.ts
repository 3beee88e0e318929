import { satisfyingValues } from "../../core/satisfies.js";
import { conditionOf } from "../../schema/condition.js";
import type { Lint } from "./lint.js";

/** Facts that matter but that nobody can put into words: neither the persona nor the slot says how. */
export const speechless: Lint = ({ personas, slots }, problem) =>
  Object.values(personas).flatMap(({ id, facts }) =>
    facts.flatMap((fact, index) => {
      const slot = slots[fact.slot];
      const condition = conditionOf(fact);
      if (!slot || fact.say.length > 0 || fact.strength === 0) return [];
      const shared = satisfyingValues(slot, condition).flatMap((value) => slot.values[value]?.say ?? []);
      if (condition.not === undefined && shared.length > 0) return [];
      return problem(
        "persona",
        id,
        ["facts", index],
        `nobody can put '${fact.id}' into words: neither the fact nor slot '${fact.slot}' has a say for it`,
        "give the fact two or more lines under say",
        "warning",
      );
    }),
  );
