import { sessionTimes } from "../core/civilTime.js";
import type { World } from "../core/world.js";
import type { Catalog } from "../schema/catalog.js";
import { type Condition, conditionOf } from "../schema/condition.js";
import type { Persona } from "../schema/persona.js";
import type { Value } from "../schema/primitives.js";
import type { Scenario } from "../schema/scenario.js";
import { knownWords } from "./nearest.js";
import type { Problem } from "./problem.js";
import type { YamlFile } from "./yamlFile.js";

type Path = readonly PropertyKey[];
type Report = (path: Path, message: string, hint?: string | null) => void;

/** Slots, values, catalogs, items, requests and sessions that are named but do not exist. */
export function referenceProblems(world: World, files: ReadonlyMap<string, YamlFile>): Problem[] {
  const problems: Problem[] = [];
  const reporter = (key: string): Report => {
    const file = files.get(key);
    return (path, message, hint = null) => {
      if (file) problems.push(file.problem(path, message, hint));
    };
  };
  for (const catalog of Object.values(world.catalogs)) checkCatalog(world, catalog, reporter(`catalog ${catalog.id}`));
  for (const persona of Object.values(world.personas)) checkPersona(world, persona, reporter(`persona ${persona.id}`));
  for (const scenario of Object.values(world.scenarios))
    checkScenario(world, scenario, reporter(`scenario ${scenario.id}`));
  return problems;
}

function checkSlot(world: World, slot: string, path: Path, report: Report): boolean {
  if (world.slots[slot]) return true;
  report(path, `no slot '${slot}'`, knownWords(slot, Object.keys(world.slots)));
  return false;
}

function checkValue(world: World, slot: string, value: Value, path: Path, report: Report): void {
  const described = world.slots[slot];
  if (!described || described.type === "text") return;
  if (described.type === "number") {
    if (typeof value !== "number")
      report(
        path,
        `'${value}' is not a number`,
        `slot '${slot}' is a number${described.unit ? ` in ${described.unit}` : ""}`,
      );
    return;
  }
  const values = Object.keys(described.values);
  if (!values.includes(String(value)))
    report(path, `'${value}' is no value of slot '${slot}'`, knownWords(String(value), values));
}

function checkCondition(world: World, slot: string, condition: Condition, path: Path, report: Report): void {
  if (!checkSlot(world, slot, [...path, "slot"], report)) return;
  const type = world.slots[slot]?.type;
  if ((condition.min !== undefined || condition.max !== undefined) && type !== "ordinal" && type !== "number")
    report(
      path,
      `min and max need an ordinal or a number; slot '${slot}' is ${type === "enum" ? "an" : "a"} ${type}`,
      "use is, not or any_of",
    );
  for (const [key, wanted] of Object.entries(condition)) {
    for (const value of [wanted ?? []].flat()) checkValue(world, slot, value, [...path, key], report);
  }
}

function checkCatalog(world: World, { items, requests }: Catalog, report: Report): void {
  const ids = new Set<string>();
  const names = new Set<string>();
  items.forEach((item, index) => {
    const path = ["items", index];
    if (ids.has(item.id)) report([...path, "id"], `two items have the id '${item.id}'`, "ids are unique in a catalog");
    if (names.has(item.name.toLowerCase()))
      report([...path, "name"], `two items are called '${item.name}'`, "people could not tell them apart");
    ids.add(item.id);
    names.add(item.name.toLowerCase());
    for (const [slot, attribute] of Object.entries(item.attributes)) {
      if (!checkSlot(world, slot, [...path, "attributes", slot], report)) continue;
      for (const value of Array.isArray(attribute) ? attribute : [attribute])
        checkValue(world, slot, value, [...path, "attributes", slot], report);
    }
    for (const slot of Object.keys(item.points)) checkSlot(world, slot, [...path, "points", slot], report);
    for (const slot of item.reveals) checkSlot(world, slot, [...path, "reveals"], report);
    for (const request of Object.keys(item.details)) {
      if (!requests[request])
        report(
          [...path, "details", request],
          `no request '${request}' in this catalog`,
          knownWords(request, Object.keys(requests)),
        );
    }
  });
}

function checkPersona(world: World, persona: Persona, report: Report): void {
  const ids = new Set<string>();
  const attributes = [
    ...Object.keys(persona.demographics).map((slot) => `demographics.${slot}`),
    ...Object.keys(persona.traits).map((slot) => `traits.${slot}`),
  ];
  persona.facts.forEach((fact, index) => {
    const path = ["facts", index];
    if (ids.has(fact.id)) report([...path, "id"], `two facts have the id '${fact.id}'`, "ids are unique in a persona");
    ids.add(fact.id);
    checkCondition(world, fact.slot, conditionOf(fact), path, report);
    fact.later.forEach((change, step) => {
      checkCondition(world, fact.slot, conditionOf(change), [...path, "later", step], report);
    });
  });
  const known = [...ids, ...attributes];
  const evidence = (list: readonly { fact: string }[], path: Path) =>
    list.forEach(({ fact }, index) => {
      if (!known.includes(fact))
        report([...path, "evidence", index, "fact"], `no fact '${fact}'`, knownWords(fact, known));
    });
  persona.documents.forEach((document, index) => evidence(document.evidence, ["documents", index]));
  persona.pairs.forEach((pair, index) => evidence(pair.evidence, ["pairs", index]));
  const items = Object.values(world.catalogs).flatMap((catalog) => catalog.items.map((item) => item.id));
  persona.interactions.forEach((interaction, index) => {
    evidence(interaction.evidence, ["interactions", index]);
    if (!items.includes(interaction.item))
      report(
        ["interactions", index, "item"],
        `no item '${interaction.item}' in any catalog`,
        knownWords(interaction.item, items),
      );
  });
}

function checkScenario(world: World, scenario: Scenario, report: Report): void {
  const catalog = world.catalogs[scenario.catalog];
  if (!catalog)
    report(["catalog"], `no catalog '${scenario.catalog}'`, knownWords(scenario.catalog, Object.keys(world.catalogs)));
  const kinds = [...new Set(catalog?.items.map((item) => item.kind))];
  const sessions = scenario.sessions.map(({ id }) => id);
  scenario.norms.forEach((norm, index) =>
    checkCondition(world, norm.slot, conditionOf(norm), ["norms", index], report),
  );
  const probes = new Set<string>();
  const times = sessionTimes(scenario.situation.at, scenario.sessions);
  scenario.sessions.forEach((session, index) => {
    const path = ["sessions", index];
    if (session.drift.length > 0 && times[index] === times[index - 1])
      report(
        [...path, "drift"],
        `session '${session.id}' begins when the one before does, so what changes would have changed before`,
        "give it an `after` such as 30d",
      );
    if (sessions.indexOf(session.id) !== index)
      report([...path, "id"], `two sessions have the id '${session.id}'`, null);
    const { goal } = session;
    if (goal && catalog) {
      if (!kinds.includes(goal.kind))
        report([...path, "goal", "kind"], `no item of kind '${goal.kind}'`, knownWords(goal.kind, kinds));
      goal.constraints.forEach((slot) => checkSlot(world, slot, [...path, "goal", "constraints"], report));
      for (const request of goal.requests) {
        if (!catalog.requests[request])
          report(
            [...path, "goal", "requests"],
            `no request '${request}' in the catalog`,
            knownWords(request, Object.keys(catalog.requests)),
          );
      }
    }
    session.drift.forEach(({ slot, told }, step) => {
      checkSlot(world, slot, [...path, "drift", step, "slot"], report);
      if (!["by-behaviour", "never", ...sessions].includes(told))
        report(
          [...path, "drift", step, "told"],
          `no session '${told}'`,
          knownWords(told, [...sessions, "never", "by-behaviour"]),
        );
    });
    session.beats.forEach((beat, step) => {
      for (const slot of [beat.disclose, beat.confides, beat.change, beat.retract])
        if (slot !== undefined) checkSlot(world, slot, [...path, "beats", step], report);
    });
    session.probes.forEach((probe, step) => {
      const at = [...path, "probes", step];
      if (probes.has(probe.id))
        report([...at, "id"], `two probes have the id '${probe.id}'`, "ids are unique in a scenario");
      probes.add(probe.id);
      for (const slot of [...probe.slots, ...(probe.about === undefined ? [] : [probe.about])])
        checkSlot(world, slot, [...at, "slots"], report);
      if (probe.kind !== undefined && catalog && !kinds.includes(probe.kind))
        report([...at, "kind"], `no item of kind '${probe.kind}'`, knownWords(probe.kind, kinds));
    });
  });
}
