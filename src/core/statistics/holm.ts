/**
 * Holm's adjusted p values, in the order of the given ones: below α exactly where the step-down test at a family-wise
 * error of α rejects. Each is in [0, 1] and not below the given one. Empty of none.
 * Source: Holm 1979, Scandinavian Journal of Statistics 6, 65–70; as R's `p.adjust(p, "holm")`.
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, place) => place).sort((one, other) => (ps[one] as number) - (ps[other] as number));
  const adjusted = [...ps];
  let highest = 0;
  for (const [rank, place] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (ps.length - rank) * (ps[place] as number)));
    adjusted[place] = highest;
  }
  return adjusted;
}
