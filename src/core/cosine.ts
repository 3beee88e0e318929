/** The cosine of the angle between two vectors, -1 to 1; 0 where one has no direction. */
export function cosine(one: readonly number[], other: readonly number[]): number {
  let [dot, ones, others] = [0, 0, 0];
  for (let at = 0; at < one.length; at++) {
    const [x, y] = [one[at] as number, other[at] ?? 0];
    dot += x * y;
    ones += x * x;
    others += y * y;
  }
  const lengths = Math.sqrt(ones * others);
  return lengths === 0 ? 0 : dot / lengths;
}
