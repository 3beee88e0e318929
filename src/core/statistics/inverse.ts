/** Halvings after which the ends of any interval are neighbouring numbers, or as good as. */
const HALVINGS = 100;

/** Where in a range a function that rises takes a value, by bisection; an end of the range where it does not within it. */
export function inverse(rising: (at: number) => number, value: number, range: readonly [number, number]): number {
  let [low, high] = range;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
