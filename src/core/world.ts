import type { Catalog } from "../schema/catalog.js";
import type { Persona } from "../schema/persona.js";
import type { Scenario } from "../schema/scenario.js";
import type { Slot } from "../schema/slot.js";

/** The shared vocabulary, by slot id. */
export type Vocabulary = Readonly<Record<string, Slot>>;

/** Everything the files say, by id. */
export interface World {
  slots: Vocabulary;
  personas: Readonly<Record<string, Persona>>;
  scenarios: Readonly<Record<string, Scenario>>;
  catalogs: Readonly<Record<string, Catalog>>;
}

/** One person in one scenario: what a trial is played with, whoever assists. */
export interface Cast {
  slots: Vocabulary;
  persona: Persona;
  scenario: Scenario;
  catalog: Catalog;
}

/** The cast of a pair. Throws if an id is unknown; loading has checked them before. */
export function castOf(world: World, persona: string, scenario: string): Cast {
  const script = found(world.scenarios, scenario);
  return {
    slots: world.slots,
    persona: found(world.personas, persona),
    scenario: script,
    catalog: found(world.catalogs, script.catalog),
  };
}

function found<T>(things: Readonly<Record<string, T>>, id: string): T {
  const thing = things[id];
  if (thing === undefined) throw new Error(`no such id: ${id}`);
  return thing;
}
