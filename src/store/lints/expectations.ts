import { matrixOf } from "../../core/matrix.js";
import type { World } from "../../core/world.js";
import type { Lint } from "./lint.js";

/** Expectations that a scenario states and that are right for nobody. */
export const idleExpectations: Lint = (world, problem) =>
  Object.values(world.scenarios).flatMap((scenario) => {
    const cells = playable(world, scenario.catalog) ? matrixOf(world, scenario.id) : [];
    return scenario.sessions.flatMap((session, index) =>
      session.probes.flatMap((probe, place) =>
        Object.entries(probe.expect ?? {}).flatMap(([slot, stated]) => {
          const mine = cells.filter((cell) => cell.probe === probe.id);
          if (mine.length === 0 || mine.some(({ expected }) => expected[slot] === stated)) return [];
          const found = [...new Set(mine.map(({ expected }) => expected[slot] ?? "nothing"))].join(", ");
          return problem(
            "scenario",
            scenario.id,
            ["sessions", index, "probes", place, "expect", slot],
            `'${stated}' is right for nobody`,
            `what is computed: ${found}`,
          );
        }),
      ),
    );
  });

const playable = ({ catalogs }: World, catalog: string) => catalogs[catalog] !== undefined;
