import { sessionTimes } from "../../core/civilTime.js";
import { activeFacts, lifeOf, momentOf } from "../../core/life.js";
import { optionsOf } from "../../core/options.js";
import { judge } from "../../core/utility.js";
import type { World } from "../../core/world.js";
import type { Scenario, Session } from "../../schema/scenario.js";
import type { Lint } from "./lint.js";

/** Goals and probes for which nothing on offer keeps the vetoes of some person and the norms of the scenario. */
export const hopelessChoices: Lint = (world, problem) =>
  Object.values(world.scenarios).flatMap((scenario) => {
    const times = sessionTimes(scenario.situation.at, scenario.sessions);
    return scenario.sessions.flatMap((session, index) =>
      choicesOf(session).flatMap((choice) => {
        const who = stuck(world, scenario, choice, times[index] as string);
        if (who.length === 0) return [];
        return problem(
          "scenario",
          scenario.id,
          ["sessions", index, ...choice.path],
          `no item of kind '${choice.kind}' is admissible for ${who.join(", ")}`,
          "add an item that keeps their vetoes and the norms",
          "warning",
        );
      }),
    );
  });

/** Something to be chosen: of what kind, on which slots, and who is to learn of it. */
interface Choice {
  path: (string | number)[];
  kind: string;
  slots: readonly string[];
  audience: readonly string[];
}

function choicesOf({ goal, probes }: Session): Choice[] {
  const goals = goal ? [{ path: ["goal"], kind: goal.kind, slots: goal.constraints, audience: ["self"] }] : [];
  return [
    ...goals,
    ...probes.flatMap(({ kind, slots, audience }, place) =>
      kind === undefined ? [] : [{ path: ["probes", place], kind, slots, audience }],
    ),
  ];
}

function stuck({ slots, catalogs, personas }: World, scenario: Scenario, choice: Choice, at: string): string[] {
  const options = optionsOf(catalogs[scenario.catalog], choice.kind);
  const moment = momentOf(scenario, at, choice.audience);
  return Object.values(personas)
    .filter((persona) => {
      const facts = activeFacts(lifeOf(persona, scenario), moment).filter(({ slot }) => choice.slots.includes(slot));
      return judge(slots, options, facts, scenario.norms).infeasible;
    })
    .map(({ id }) => id);
}
