import { matrixOf } from "../../core/matrix.js";
import type { World } from "../../core/world.js";
import type { Lint } from "./lint.js";

/** Expectations that a scenario states and that are right for nobody. */
export const idleExpectations: Lint = (world, file) =>
  Object.values(world.scenarios).flatMap((scenario) => {
    const cells = playable(world, scenario.catalog) ? matrixOf(world, scenario.id) : [];
    return scenario.sessions.flatMap((session, index) =>
      session.probes.flatMap((probe, place) =>
        Object.entries(probe.expect ?? {}).flatMap(([slot, stated]) => {
          const mine = cells.filter((cell) => cell.probe === probe.id);
          if (mine.length === 0 || mine.some(({ expected }) => expected[slot] === stated)) return [];
          const found = [...new Set(mine.map(({ expected }) => expected[slot] ?? "nothing"))].join(", ");
          return (
            file("scenario", scenario.id)?.problem(
              ["sessions", index, "probes", place, "expect", slot],
              `'${stated}' is right for nobody`,
              `what is computed: ${found}`,
            ) ?? []
          );
        }),
      ),
    );
  });

/** Goals for which nothing on offer is admissible for some person. */
export const hopelessGoals: Lint = (world, file) =>
  Object.values(world.scenarios).flatMap((scenario) => {
    if (!playable(world, scenario.catalog)) return [];
    const stuck = matrixOf(world, scenario.id).filter(({ infeasible }) => infeasible);
    const probes = [...new Set(stuck.map(({ probe }) => probe))];
    return probes.flatMap((probe) => {
      const who = stuck.filter((cell) => cell.probe === probe).map(({ persona }) => persona);
      return (
        file("scenario", scenario.id)?.problem(
          ["sessions"],
          `at probe '${probe}' no item is admissible for ${who.join(", ")}`,
          "add an item that keeps their vetoes and the norms",
          "warning",
        ) ?? []
      );
    });
  });

const playable = ({ catalogs }: World, catalog: string) => catalogs[catalog] !== undefined;
