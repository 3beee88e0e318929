import { expect, it } from "vitest";

/** A value that somebody else found: what of, where it stands, what we say, what they say, to how many decimals they say it. */
export type Golden = readonly [
  name: string,
  source: string,
  ours: () => number | null,
  theirs: number | null,
  decimals?: number,
];

/** One test a value, named after it and its source. */
export function itHasTheGoldenValues(values: readonly Golden[]): void {
  for (const [name, source, ours, theirs, decimals = 6] of values)
    it(`${name} [${source}]`, () => {
      const value = ours();
      if (theirs === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(theirs, decimals);
    });
}
