import { hash } from "node:crypto";

/** A keyed source of chance: each draw is a pure function of the key, the stream's name and an index. */
export interface Draws {
  /** A number in [0, 1). */
  number(stream: string): number;
  /** True with the given probability. */
  chance(stream: string, probability: number): boolean;
  /** One of a non-empty list. */
  pick<T>(stream: string, list: readonly T[]): T;
  /** The list in a drawn order. */
  shuffled<T>(stream: string, list: readonly T[]): T[];
  /** A number in [low, high); the number itself where it is not a range. */
  within(stream: string, range: number | readonly [number, number]): number;
}

/**
 * Draws for one key, such as `seed|persona|scenario|repeat`. Streams count their own index, so that
 * what one part of a player draws never moves what another part will draw.
 * The number is the first 48 bits of SHA-256 of `key|stream|index`.
 */
export function drawsFor(key: string): Draws {
  const counts = new Map<string, number>();
  const number = (stream: string) => {
    const index = counts.get(stream) ?? 0;
    counts.set(stream, index + 1);
    return drawAt(`${key}|${stream}|${index}`);
  };
  const pick = <T>(stream: string, list: readonly T[]) => list[Math.floor(number(stream) * list.length)] as T;
  return {
    number,
    pick,
    chance: (stream, probability) => number(stream) < probability,
    within: (stream, range) => (typeof range === "number" ? range : range[0] + number(stream) * (range[1] - range[0])),
    shuffled: (stream, list) => shuffle(list, () => number(stream)),
  };
}

/** The draw of one full key, in [0, 1). */
export function drawAt(key: string): number {
  return Number.parseInt(hash("sha256", key, "hex").slice(0, 12), 16) / 2 ** 48;
}

/** Fisher and Yates, as in Knuth, TAOCP 2, algorithm 3.4.2P. */
function shuffle<T>(list: readonly T[], number: () => number): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(number() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
