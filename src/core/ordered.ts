/** A list in the order of a text of each piece, by code unit and no locale; pieces with the same text keep their order. */
export function ordered<T>(list: readonly T[], key: (piece: T) => string): T[] {
  return list.toSorted((one, other) => compared(key(one), key(other)));
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
