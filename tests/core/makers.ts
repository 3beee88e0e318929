import type { z } from "zod";
import { drawsFor } from "../../src/core/draws.js";
import { type Situation, type Truth, truthAt } from "../../src/core/expected.js";
import { knownAt, type Told } from "../../src/core/knowledge.js";
import { type LivedFact, lifeOf, type Moment } from "../../src/core/life.js";
import { splitSlot, type Vocabulary, type World } from "../../src/core/world.js";
import { type Catalog, catalog as catalogSchema, type Item, item as itemSchema } from "../../src/schema/catalog.js";
import type { Condition } from "../../src/schema/condition.js";
import {
  type Evidence,
  type Fact,
  fact as factSchema,
  type Persona,
  persona as personaSchema,
} from "../../src/schema/persona.js";
import type { Attributes } from "../../src/schema/primitives.js";
import {
  type Norm,
  norm as normSchema,
  type Probe,
  probe as probeSchema,
  type Scenario,
  type Session,
  scenario as scenarioSchema,
  session as sessionSchema,
} from "../../src/schema/scenario.js";
import { type Slot, slot as slotSchema } from "../../src/schema/slot.js";

/** A slot with wordings nobody looks at; an ordinal's values go from least to most. */
export function slot(id: string, type: Slot["type"], values: readonly string[] = [], more: Partial<Slot> = {}): Slot {
  const wordings = (value: string) => ({ say: [`say ${value}`], write: [`write ${value}`], match: [`match ${value}`] });
  return slotSchema.parse({
    id,
    type,
    about: id,
    values: Object.fromEntries(values.map((value) => [value, wordings(value)])),
    ...more,
  });
}

export function vocabulary(...slots: readonly Slot[]): Vocabulary {
  return Object.fromEntries(slots.map((one) => [one.id, splitSlot(one).spoken]));
}

/** A vocabulary with a slot of each type. */
export const SLOTS = vocabulary(
  slot("diet", "enum", ["vegan", "vegetarian", "omnivore"], { satisfies: [["vegan", "vegetarian"]] }),
  slot("budget", "ordinal", ["low", "medium", "high"]),
  slot("length", "number"),
  slot("contains", "set", ["nuts", "milk", "gluten"]),
  slot("tone", "enum", ["warm", "direct", "humorous"]),
  slot("naming", "enum", ["snake", "camel"]),
  slot("country", "text"),
);

type Parts<S extends z.ZodType> = Partial<z.input<S>>;

/** A fact whose slot is its id unless another is named: `fact("diet", { is: "vegan", veto: true })`. */
export function fact(id: string, parts: Parts<typeof factSchema>): Fact {
  return factSchema.parse({ id, slot: id, ...parts });
}

export function person(facts: readonly Fact[] = [], more: Parts<typeof personaSchema> = {}): Persona {
  return personaSchema.parse({
    schema: "dramatis/persona@1",
    id: "ada",
    name: "Ada",
    segment: "planner",
    style: { words_per_turn: [4, 18], formality: 0.5 },
    provenance: { source: "made up", license: "MIT", synthetic: true },
    ...more,
    facts,
  });
}

export function item(id: string, attributes: Attributes = {}, more: Parts<typeof itemSchema> = {}): Item {
  return itemSchema.parse({ id, name: id, kind: "dish", pitch: [`the ${id}`], attributes, ...more });
}

export function norm(id: string, condition: Condition, outranks: Norm["outranks"] = "preference"): Norm {
  return normSchema.parse({ slot: id, ...condition, outranks, because: "it is the rule" });
}

export function probe(slots: readonly string[], more: Parts<typeof probeSchema> = {}): Probe {
  const ask = ["Which one?", "Which, then?", "So, which?", "And which?"];
  return probeSchema.parse({ id: "p1", type: "apply", ask, kind: "dish", slots, ...more });
}

export function session(id: string, more: Parts<typeof sessionSchema> = {}): Session {
  return sessionSchema.parse({ id, ...more });
}

/** A goal that nobody's facts are told in. */
export function goal(constraints: readonly string[] = []) {
  const lines = ["one", "two", "three", "four"];
  return { intent: "find" as const, kind: "dish", open: lines, context: lines, constraints: [...constraints] };
}

export function scenario(
  sessions: readonly Session[] = [session("s1")],
  more: Parts<typeof scenarioSchema> = {},
): Scenario {
  return scenarioSchema.parse({
    schema: "dramatis/scenario@1",
    id: "dinner",
    title: "Dinner",
    domain: "recommendation",
    situation: { place: "Lisbon", at: "2026-06-12T18:00" },
    catalog: "menu",
    role: "a helper",
    stop: { max_turns: 4 },
    ...more,
    sessions,
  });
}

export function catalog(items: readonly Item[], id = "menu"): Catalog {
  return catalogSchema.parse({ schema: "dramatis/catalog@1", id, domain: "recommendation", items });
}

/** A world of one scenario, its catalog and some persons. */
export function world(personas: readonly Persona[], script: Scenario, items: readonly Item[], slots = SLOTS): World {
  return {
    slots,
    matches: {},
    personas: Object.fromEntries(personas.map((one) => [one.id, one])),
    scenarios: { [script.id]: script },
    catalogs: { [script.catalog]: catalog(items, script.catalog) },
  };
}

/** The facts as they hold where nothing drifts. */
export function lived(...facts: readonly Fact[]): LivedFact[] {
  return lifeOf(person(facts), scenario());
}

export const MOMENT: Moment = {
  at: "2026-06-12T18:00",
  domain: "recommendation",
  place: "Lisbon",
  audience: ["self"],
};

/** Facts stated in a text that is given. */
export function stated(...facts: readonly string[]): Evidence[] {
  return facts.map((id) => ({ fact: id, form: "stated" as const }));
}

/** A fact told in a session, for certain unless said otherwise. */
export function told(id: string, when = "s1", how: Told["how"] = "act"): Told {
  return { fact: id, slot: id, how, session: when };
}

/** Facts, options and what is known, as a probe is judged against: everything on the table unless said otherwise. */
export function situation(parts: Partial<Situation> & { known?: readonly string[] }): Situation {
  const { known = [], ...rest } = parts;
  return {
    slots: SLOTS,
    life: [],
    moment: MOMENT,
    knowledge: knownAt(stated(...known), [], "s1"),
    options: [],
    norms: [],
    ...rest,
  };
}

/** What is right at a probe on some slots. */
export function truth(slots: readonly string[], parts: Parameters<typeof situation>[0]): Truth {
  return truthAt(probe(slots), situation(parts));
}

/** A seeded order of a list. */
export function reordered<T>(list: readonly T[], seed: number): T[] {
  return drawsFor(`order ${seed}`).shuffled("list", list);
}
