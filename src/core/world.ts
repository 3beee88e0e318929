import type { Catalog } from "../schema/catalog.js";
import type { Twin } from "../schema/event.js";
import type { Persona } from "../schema/persona.js";
import type { Scenario } from "../schema/scenario.js";
import type { Slot, SlotValue } from "../schema/slot.js";
import { entryOf } from "./entryOf.js";
import { remembered } from "./remembered.js";
import { twinOf } from "./twin.js";

/** A slot as players see it: without the wordings that scorers look for. */
export type SpokenSlot = Omit<Slot, "values"> & { values: Readonly<Record<string, Omit<SlotValue, "match">>> };

/** The shared vocabulary, by slot id. */
export type Vocabulary = Readonly<Record<string, SpokenSlot>>;

/** What scorers look for, by slot and value. No player ever gets it. */
export type Matches = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Everything the files say, by id. */
export interface World {
  slots: Vocabulary;
  matches: Matches;
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

/** The two halves of a slot: what players speak from, and what scorers look for. */
export function splitSlot({ values, ...slot }: Slot): { spoken: SpokenSlot; matches: Record<string, string[]> } {
  const entries = Object.entries(values);
  const spoken = Object.fromEntries(entries.map(([value, { match: _, ...wordings }]) => [value, wordings]));
  return {
    spoken: { ...slot, values: spoken },
    matches: Object.fromEntries(entries.map(([value, { match }]) => [value, match])),
  };
}

/** The cast of a pair, or of its twin. Throws if an id is unknown; loading has checked them before. */
export function castOf(world: World, persona: string, scenario: string, twin?: Twin): Cast {
  const script = found(world.scenarios, scenario);
  const person = found(world.personas, persona);
  return {
    slots: world.slots,
    persona: twin ? twinOf(person, twin, world) : person,
    scenario: script,
    catalog: found(world.catalogs, script.catalog),
  };
}

/** A cast as players get it: without the phrases by which scorers tell whether an artifact meets its demands. */
export function playersCast(cast: Cast): Cast {
  return { ...cast, scenario: playersScript(cast.scenario) };
}

const playersScript = remembered((scenario: Scenario): Scenario => {
  const sessions = scenario.sessions.map((session) => ({
    ...session,
    probes: session.probes.map((probe) => ({ ...probe, must: [] })),
  }));
  return { ...scenario, sessions };
});

function found<T>(things: Readonly<Record<string, T>>, id: string): T {
  const thing = entryOf(things, id);
  if (thing === undefined) throw new Error(`no such id: ${id}`);
  return thing;
}
