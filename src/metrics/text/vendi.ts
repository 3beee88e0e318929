import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** How far two similarities that should be one may lie apart. */
const ROUNDING = 1e-9;

/**
 * The Vendi score: how many wholly different things a sample is worth, the exponential of the entropy of the eigenvalues of its
 * similarities / n; from 1 (all the same) to n (all different). Null of nothing. It says how varied a sample is, not how good.
 * Source: Friedman and Dieng 2023 (arXiv 2210.02410); orders other than 1: Pasarkar and Dieng 2024 (arXiv
 * 2310.12952); as the Python package `vendi_score`.
 * @param similarities of each thing to each: symmetric, positive semidefinite, 1 to itself
 * @param order of the entropy: under 1 rare kinds weigh more, over 1 common ones; Infinity looks at the commonest alone
 * @throws RangeError where the similarities are not a symmetric square
 */
export function vendiScore(similarities: readonly (readonly number[])[], order = 1): number | null {
  const n = similarities.length;
  if (n === 0) return null;
  assertSymmetric(similarities);
  const matrix = new Matrix(similarities.map((row) => row.map((value) => value / n)));
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const shares = realEigenvalues.filter((value) => value > 0);
  if (order === Number.POSITIVE_INFINITY) return 1 / Math.max(...shares);
  if (order === 1) return Math.exp(shares.reduce((sum, share) => sum - share * Math.log(share), 0));
  return shares.reduce((sum, share) => sum + share ** order, 0) ** (1 / (1 - order));
}

function assertSymmetric(similarities: readonly (readonly number[])[]): void {
  for (const [one, row] of similarities.entries()) {
    if (row.length !== similarities.length)
      throw new RangeError(
        `similarities must be a square: row ${one} has ${row.length} of ${similarities.length} values`,
      );
    for (const [other, value] of row.entries())
      if (Math.abs(value - (similarities[other]?.[one] ?? Number.NaN)) > ROUNDING)
        throw new RangeError(`similarities must be symmetric: ${one} to ${other} is not ${other} to ${one}`);
  }
}
