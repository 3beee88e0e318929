import type { Lint } from "./lint.js";

/** Beats that take a fact back. They are spoken, but what is true, known and required stays as it was. */
export const retractions: Lint = ({ scenarios }, problem) =>
  Object.values(scenarios).flatMap(({ id, sessions }) =>
    sessions.flatMap(({ beats }, index) =>
      beats.flatMap(({ retract }, step) =>
        retract === undefined
          ? []
          : problem(
              "scenario",
              id,
              ["sessions", index, "beats", step, "retract"],
              `is only spoken: what holds on '${retract}' stays true, known and required`,
              "for a change that counts, give the fact a later, the session a drift, and the beat a change",
              "warning",
            ),
      ),
    ),
  );
