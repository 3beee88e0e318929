import { sessionTimes } from "../../core/civilTime.js";
import type { Vocabulary } from "../../core/world.js";
import type { Catalog } from "../../schema/catalog.js";
import { conditionOf } from "../../schema/condition.js";
import type { Scenario, Session } from "../../schema/scenario.js";
import type { Lint } from "../lints/lint.js";
import type { Problem } from "../problem.js";
import { conditionProblems, doubled, missing, type ReportHere } from "./naming.js";

/** Catalogs, kinds, slots, values, requests and sessions that scenarios name and that do not exist. */
export const scenarioReferences: Lint = ({ slots, catalogs, scenarios }, report) =>
  Object.values(scenarios).flatMap((scenario) => {
    const problem: ReportHere = (...what) => report("scenario", scenario.id, ...what);
    const catalog = Object.hasOwn(catalogs, scenario.catalog) ? catalogs[scenario.catalog] : undefined;
    return [
      ...missing("catalog", scenario.catalog, catalogs, ["catalog"], problem),
      ...scenario.norms.flatMap((norm, index) =>
        conditionProblems(slots, norm.slot, conditionOf(norm), ["norms", index], problem),
      ),
      ...twins(scenario, problem),
      ...timesWithoutEnd(scenario, problem),
      ...suddenDrifts(scenario, problem),
      ...scenario.sessions.flatMap((session, index) => {
        const here: ReportHere = (path, ...what) => problem(["sessions", index, ...path], ...what);
        return [
          ...(catalog ? goalProblems(slots, catalog, session, here) : []),
          ...driftProblems(slots, scenario, session, here),
          ...beatProblems(slots, session, here),
          ...probeProblems(slots, catalog, session, here),
        ];
      }),
    ];
  });

function twins({ sessions }: Scenario, problem: ReportHere): Problem[] {
  const probes = sessions.flatMap((session, index) =>
    session.probes.map(({ id }, step) => ({ id, path: ["sessions", index, "probes", step, "id"] })),
  );
  return [
    ...doubled(
      sessions,
      ({ id }) => id,
      ({ id }, index) => problem(["sessions", index, "id"], `two sessions have the id '${id}'`),
    ),
    ...doubled(
      probes,
      ({ id }) => id,
      ({ id, path }) => problem(path, `two probes have the id '${id}'`, "ids are unique in a scenario"),
    ),
  ];
}

/** A session that begins when no date of four digits is left to write. */
function timesWithoutEnd({ situation, sessions }: Scenario, problem: ReportHere): Problem[] {
  const first = sessionTimes(situation.at, sessions).findIndex((at) => !/^\d{4}-/.test(at));
  return first < 0 ? [] : problem(["sessions", first, "after"], "begins after the year 9999", "let less time pass");
}

function suddenDrifts({ situation, sessions }: Scenario, problem: ReportHere): Problem[] {
  const times = sessionTimes(situation.at, sessions);
  return sessions.flatMap(({ id, drift }, index) =>
    drift.length === 0 || times[index] !== times[index - 1]
      ? []
      : problem(
          ["sessions", index, "drift"],
          `session '${id}' begins when the one before does, so what changes would have changed before`,
          "give it an `after` such as 30d",
        ),
  );
}

function goalProblems(slots: Vocabulary, catalog: Catalog, { goal }: Session, problem: ReportHere): Problem[] {
  if (!goal) return [];
  return [
    ...missing("item of kind", goal.kind, kindsOf(catalog), ["goal", "kind"], problem),
    ...goal.constraints.flatMap((slot) => missing("slot", slot, slots, ["goal", "constraints"], problem)),
    ...goal.requests.flatMap((request) =>
      missing("request", request, catalog.requests, ["goal", "requests"], problem, " in the catalog"),
    ),
  ];
}

function driftProblems(slots: Vocabulary, { sessions }: Scenario, { drift }: Session, problem: ReportHere): Problem[] {
  const tellings = [...sessions.map(({ id }) => id), "never", "by-behaviour"];
  return drift.flatMap(({ slot, told }, step) => [
    ...missing("slot", slot, slots, ["drift", step, "slot"], problem),
    ...missing("session", told, tellings, ["drift", step, "told"], problem),
  ]);
}

function beatProblems(slots: Vocabulary, { beats }: Session, problem: ReportHere): Problem[] {
  return beats.flatMap(({ disclose, confides, change, retract }, step) =>
    [disclose, confides, change, retract].flatMap((slot) =>
      slot === undefined ? [] : missing("slot", slot, slots, ["beats", step], problem),
    ),
  );
}

function probeProblems(
  slots: Vocabulary,
  catalog: Catalog | undefined,
  { probes }: Session,
  problem: ReportHere,
): Problem[] {
  return probes.flatMap(({ slots: relevant, about, kind }, step) => [
    ...[...relevant, about ?? []]
      .flat()
      .flatMap((slot) => missing("slot", slot, slots, ["probes", step, "slots"], problem)),
    ...(kind !== undefined && catalog
      ? missing("item of kind", kind, kindsOf(catalog), ["probes", step, "kind"], problem)
      : []),
  ]);
}

const kindsOf = ({ items }: Catalog) => [...new Set(items.map(({ kind }) => kind))];
