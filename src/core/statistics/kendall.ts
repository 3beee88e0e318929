/**
 * Kendall's tau-b, how far two rankings of the same things agree: (concordant - discordant pairs) / √(pairs not tied in
 * the first · pairs not tied in the second); in [-1, 1], 1 for the same order. Null where either list has fewer than two
 * different values: there is no order to compare. Quadratic in the number of things.
 * Source: Kendall 1945, Biometrika 33, 239–251; as scipy's `kendalltau`.
 * @param first one number a thing
 * @param second the other number of the same things, in the same order
 * @throws RangeError where the lists differ in length
 */
export function kendallTauB(first: readonly number[], second: readonly number[]): number | null {
  if (first.length !== second.length)
    throw new RangeError(`two numbers a thing are needed: there are ${first.length} and ${second.length}`);
  let balance = 0;
  let untiedFirst = 0;
  let untiedSecond = 0;
  for (let one = 0; one < first.length; one++)
    for (let other = 0; other < one; other++) {
      const signFirst = Math.sign((first[one] as number) - (first[other] as number));
      const signSecond = Math.sign((second[one] as number) - (second[other] as number));
      balance += signFirst * signSecond;
      untiedFirst += Math.abs(signFirst);
      untiedSecond += Math.abs(signSecond);
    }
  return untiedFirst === 0 || untiedSecond === 0 ? null : balance / Math.sqrt(untiedFirst * untiedSecond);
}
