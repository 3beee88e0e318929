import type { Draws } from "../core/draws.js";
import type { Population } from "../schema/population.js";

/** So many full names, no two alike, in an order that does not change when more are asked for. Throws RangeError where there are too few, and where two make one id. */
export function namesFor({ names }: Pick<Population, "names">, count: number, draws: Draws): string[] {
  const { first, last } = names;
  if (count > first.length * last.length)
    throw new RangeError(
      `${first.length} first and ${last.length} last names make ${first.length * last.length} people, not ${count}`,
    );
  const firsts = draws.shuffled("first names", first);
  const lasts = draws.shuffled("last names", last);
  const full = Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / lcm(firsts.length, lasts.length));
    return `${firsts[index % firsts.length]} ${lasts[(index + round) % lasts.length]}`;
  });
  refuseAlike(full);
  return full;
}

/** Names make ids, and ids make files: of two alike one would be lost. */
function refuseAlike(names: readonly string[]): void {
  const taken = new Map<string, string>();
  for (const name of names) {
    const id = idFor(name);
    if (id === "") throw new RangeError(`'${name}' makes no id: names need a letter of a to z, with or without marks`);
    const other = taken.get(id);
    if (other !== undefined) throw new RangeError(`'${other}' and '${name}' would both be called ${id}`);
    taken.set(id, name);
  }
}

/** The id that a name makes: `noor-el-amrani`. */
export function idFor(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}

function lcm(one: number, other: number): number {
  return (one * other) / gcd(one, other);
}

function gcd(one: number, other: number): number {
  return other === 0 ? one : gcd(other, one % other);
}
