/**
 * To which segment each of so many people belongs: always the one furthest behind its share, so that the shares are
 * kept as closely as whole people allow, and who comes first stays where they are when more are asked for
 * (Webster's highest averages, one person at a time). Gives places in the list of weights.
 */
export function membership(weights: readonly number[], count: number): number[] {
  const taken = weights.map(() => 0);
  return Array.from({ length: count }, () => {
    const averages = weights.map((weight, index) => weight / (2 * (taken[index] as number) + 1));
    const next = averages.indexOf(Math.max(...averages));
    taken[next] = (taken[next] as number) + 1;
    return next;
  });
}
