/**
 * P(X ≤ k) of a binomial X for k = 0, 1, …, n, each in [0, 1]. Summed by logarithms: the chance of no success alone is too small for
 * a number from n = 1075 on.
 * @param n how many tries
 * @param chance of a success in each, in [0, 1]
 */
export function binomialAtMost(n: number, chance: number): number[] {
  if (chance === 0 || chance === 1) return Array.from({ length: n + 1 }, (_, k) => (chance === 0 || k === n ? 1 : 0));
  const odds = Math.log(chance / (1 - chance));
  let logTerm = n * Math.log1p(-chance);
  let sum = 0;
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) logTerm += Math.log((n - k + 1) / k) + odds;
    sum += Math.exp(logTerm);
    return Math.min(1, sum);
  });
}
