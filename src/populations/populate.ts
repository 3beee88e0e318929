import { drawsFor } from "../core/draws.js";
import type { World } from "../core/world.js";
import type { Population, PopulationSegment } from "../schema/population.js";
import { dealer } from "./dealing.js";
import type { Shelf } from "./interactions.js";
import { membership } from "./membership.js";
import { namesFor } from "./naming.js";
import { personOf, type WrittenPersona } from "./person.js";

/** What is asked of a population beside its file. */
export interface Asked {
  seed: number;
  count: number;
  /** SHA-256 of the population file. */
  hash: string;
}

/**
 * The people of a population, one after the other: a pure function of the file, the world's vocabulary and catalogs, and
 * what is asked. Who is made first is the same however many follow. Throws RangeError where names run out.
 */
export function* peopleOf(
  population: Population,
  world: Pick<World, "slots" | "matches" | "catalogs">,
  { seed, count, hash }: Asked,
): Generator<WrittenPersona> {
  const draws = drawsFor(`${seed}|${population.id}`);
  const { segments } = population;
  const names = namesFor(population, count, draws);
  const places = membership(
    segments.map(({ weight }) => weight),
    count,
  );
  const making = { population, world, shelves: shelvesOf(world), dealer: dealer(draws), seed, hash };
  for (const [place, name] of names.entries())
    yield personOf(name, place, segments[places[place] as number] as PopulationSegment, making);
}

/** What can be chosen among: the items of one kind in one catalog that differ in something, two at least. */
function shelvesOf({ catalogs }: Pick<World, "catalogs">): Shelf[] {
  const ids = Object.keys(catalogs).sort();
  return ids.flatMap((id) => {
    const items = catalogs[id]?.items.filter(({ attributes }) => Object.keys(attributes).length > 0) ?? [];
    return [...Map.groupBy(items, ({ kind }) => kind).values()].filter((kind) => kind.length > 1);
  });
}
