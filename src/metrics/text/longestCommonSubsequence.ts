/** The lengths of the longest common subsequences of all beginnings of two lists: a row a token of the first, from none on. */
function table(first: readonly string[], second: readonly string[]): Uint32Array[] {
  const rows = [new Uint32Array(second.length + 1)];
  for (const [one, token] of first.entries()) {
    const above = rows[one] as Uint32Array;
    const row = new Uint32Array(second.length + 1);
    for (const [other, candidate] of second.entries())
      row[other + 1] = token === candidate ? at(above, other) + 1 : Math.max(at(above, other + 1), at(row, other));
    rows.push(row);
  }
  return rows;
}

const at = (row: Uint32Array | undefined, place: number) => row?.[place] ?? 0;

/** How long the longest common subsequence of two lists is. */
export function commonLength(first: readonly string[], second: readonly string[]): number {
  return at(table(first, second).at(-1), second.length);
}

/**
 * The places in the first list of one longest common subsequence; which of several is that of `rouge_score`, which goes back
 * from the end and prefers to leave out a token of the first list.
 */
export function commonPlaces(first: readonly string[], second: readonly string[]): number[] {
  const rows = table(first, second);
  const places: number[] = [];
  let one = first.length;
  let other = second.length;
  while (one > 0 && other > 0)
    if (first[one - 1] === second[other - 1]) {
      places.unshift(one - 1);
      one--;
      other--;
    } else if (at(rows[one], other - 1) > at(rows[one - 1], other)) other--;
    else one--;
  return places;
}
