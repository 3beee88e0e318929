import type { z } from "zod";
import { type Draws, drawsFor } from "../core/draws.js";
import type { World } from "../core/world.js";
import type { persona } from "../schema/persona.js";
import type { AttributeDraw, Manner, Population, PopulationSegment } from "../schema/population.js";
import { factForm } from "../schema/population.js";
import type { Value } from "../schema/primitives.js";
import type { Dealer } from "./dealing.js";
import { documentsBy } from "./documents.js";
import { factsFrom } from "./facts.js";
import { interactionsOf, type Shelf } from "./interactions.js";
import { idFor } from "./naming.js";
import { pairsOf } from "./pairs.js";
import { behaviourOf, styleOf } from "./styling.js";
import { valuesOf } from "./values.js";
import { type Drawn, drawnFrom } from "./weighing.js";
import type { Writer } from "./writer.js";

/** A persona as it is written into a file. */
export type WrittenPersona = z.input<typeof persona>;

/** What one person is made with. */
export interface Making {
  population: Population;
  world: Pick<World, "slots" | "matches">;
  shelves: readonly Shelf[];
  dealer: Dealer;
  seed: number;
  /** SHA-256 of the population file. */
  hash: string;
}

/**
 * One person of a segment. What is true of them comes from draws of their own; sentences are dealt, so that who was made
 * before decides which are still unused.
 */
export function personOf(name: string, place: number, segment: PopulationSegment, making: Making): WrittenPersona {
  const { population, world, shelves, dealer, seed, hash } = making;
  const draws = drawsFor(`${seed}|${population.id}|${place}`);
  const values = valuesOf(population, segment, draws);
  const facts = Object.entries(values).flatMap(([slot, value]) => {
    const described = world.slots[slot];
    return described ? factsFrom(described, value, population.facts[slot] ?? factForm.parse({}), draws) : [];
  });
  const manner = mannerOf(population, values);
  const style = styleOf(manner, draws);
  const friends = draws
    .shuffled(
      "friends",
      population.names.first.filter((first) => !name.startsWith(`${first} `)),
    )
    .slice(0, 5);
  const hand = { casing: style.casing ?? "sentence", punctuation: style.punctuation ?? "tidy" };
  const writer: Writer = { name, friends, facts, style: hand, manner, draws };
  return {
    schema: "dramatis/persona@1",
    ...{ id: idFor(name), name, locale: population.locale, segment: segment.id },
    demographics: attributesOf(segment.demographics, values, draws),
    traits: attributesOf(segment.traits, values, draws),
    provenance: { source: "populated", license: population.license, synthetic: true, seed, population: hash },
    facts,
    style,
    behaviour: behaviourOf(segment, draws),
    documents: documentsBy(writer, { population, slots: world.slots, matches: world.matches, dealer }),
    pairs: pairsOf(facts, shelves, world, population, dealer, draws),
    interactions: interactionsOf(facts, shelves, world.slots, population, draws),
  };
}

/** The manner of the value on its slot; of a value without one the first. */
function mannerOf({ manners }: Population, values: Drawn): Manner {
  return manners.values[String(values[manners.slot])] ?? (Object.values(manners.values)[0] as Manner);
}

function attributesOf(
  wanted: Readonly<Record<string, AttributeDraw>>,
  drawn: Drawn,
  draws: Draws,
): Record<string, Value> {
  const values = Object.entries(wanted).map(([slot, draw]) => [slot, attribute(slot, draw, drawn, draws)] as const);
  return Object.fromEntries(values.filter((entry): entry is [string, Value] => entry[1] !== null));
}

function attribute(slot: string, draw: AttributeDraw, drawn: Drawn, draws: Draws): Value | null {
  if (isRange(draw)) return Math.floor(draws.within(`attribute ${slot}`, [draw[0], draw[1] + 1]));
  return drawnFrom(draw, drawn, draws, `attribute ${slot}`);
}

const isRange = (draw: AttributeDraw): draw is [number, number] => Array.isArray(draw) && typeof draw[0] === "number";
