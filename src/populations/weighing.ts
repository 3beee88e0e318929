import type { Draws } from "../core/draws.js";
import type { Table, Weights } from "../schema/population.js";
import type { Value } from "../schema/primitives.js";

/** What has been drawn of a person so far, by slot. */
export type Drawn = Readonly<Record<string, Value>>;

/** One of the things, each as likely as its weight says. Throws RangeError where no weight is above 0. */
export function weighed<T>(draws: Draws, stream: string, things: readonly (readonly [T, number])[]): T {
  const heavy = things.filter(([, weight]) => weight > 0);
  const total = heavy.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draws.number(stream) * total;
  for (const [thing, weight] of heavy) {
    left -= weight;
    if (left < 0) return thing;
  }
  const last = heavy.at(-1);
  if (last === undefined) throw new RangeError(`nothing to draw for ${stream}`);
  return last[0];
}

/** The weights of a table for a person: its own, or those of the first row that holds; null where none does. */
export function weightsFor(table: Table, drawn: Drawn): Weights | null {
  if (!Array.isArray(table)) return table;
  return (
    table.find(({ given }) => Object.entries(given).every(([slot, wanted]) => has(drawn, slot, wanted)))?.weights ??
    null
  );
}

function has(drawn: Drawn, slot: string, wanted: Value | Value[]): boolean {
  return [wanted].flat().some((one) => String(one) === String(drawn[slot]));
}

/** A value drawn from a table; null where no row holds. */
export function drawnFrom(table: Table, drawn: Drawn, draws: Draws, stream: string): string | null {
  const weights = weightsFor(table, drawn);
  return weights === null ? null : weighed(draws, stream, Object.entries(weights));
}
