import { drawsFor } from "../draws.js";

/** How many resamples an interval rests on. */
export const RESAMPLES = 2000;

/** From this many persons on a bootstrap is trusted; under it, resamples are too alike. */
export const ENOUGH = 20;

/** Resamples of n persons with replacement: each a list of n places from 0 to n - 1. */
export type ResamplesOf = (n: number) => readonly (readonly number[])[];

/**
 * The 2,000 resamples of n persons in a run with this seed, drawn once per n, so that all estimates on the same persons
 * rest on the same resamples of them (Efron 1979; persons are what is drawn, with all that is theirs: a cluster bootstrap).
 */
export function resamplesFor(seed: number): ResamplesOf {
  const known = new Map<number, number[][]>();
  return (n) => {
    const drawn = known.get(n) ?? draw(n, seed);
    known.set(n, drawn);
    return drawn;
  };
}

function draw(n: number, seed: number): number[][] {
  const draws = drawsFor(`${seed}|bootstrap|${n}`);
  const places = Array.from({ length: n }, (_, place) => place);
  return Array.from({ length: RESAMPLES }, () => places.map(() => draws.pick("person", places)));
}
