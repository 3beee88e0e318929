import { inverse } from "./inverse.js";
import { normalBelow } from "./normal.js";

/** Parts of the integral, an even number: twice as many change no result by 1e-9. */
const PARTS = 600;
const FAR = 1e4;

/**
 * The share of a t distribution under a value: the noncentral one with a shift (δ), Student's with none. Absolute error under
 * 1e-9 from 2 degrees of freedom on and for shifts up to 30.
 * T = (Z + δ) / U with Z normal and U² a mean square of ν normals, so P(T ≤ t) = E Φ(tU - δ); the mean over U is taken by
 * Simpson's rule, with weights that sum to 1, which spares the constant of U's density.
 * Source: Johnson, Kotz and Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 31; as scipy's `nct.cdf`.
 */
export function tBelow(value: number, freedom: number, shift = 0): number {
  return below(nodesOf(freedom), value, shift);
}

/** The t under which a share of Student's distribution lies. */
export function tQuantile(share: number, freedom: number): number {
  const nodes = nodesOf(freedom);
  return inverse((value) => below(nodes, value, 0), share, [-FAR, FAR]);
}

/** A place of U, and how much it counts. */
interface Node {
  at: number;
  weight: number;
}

function below(nodes: readonly Node[], value: number, shift: number): number {
  return nodes.reduce((sum, { at, weight }) => sum + weight * normalBelow(value * at - shift), 0);
}

/** Where U is looked at. */
function nodesOf(freedom: number): Node[] {
  const reach = 10 / Math.sqrt(2 * freedom);
  const low = Math.max(0, 1 - reach);
  const step = (1 + reach - low) / PARTS;
  const places = Array.from({ length: PARTS + 1 }, (_, part) => low + part * step);
  const raw = places.map((at, part) => simpson(part) * density(at, freedom));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return places.map((at, part) => ({ at, weight: (raw[part] as number) / total }));
}

/** The density of U but for its constant, 1 at u = 1. */
function density(u: number, freedom: number): number {
  if (u === 0) return freedom === 1 ? Math.exp(0.5) : 0;
  return Math.exp((freedom - 1) * Math.log(u) + (freedom * (1 - u * u)) / 2);
}

const simpson = (part: number) => (part === 0 || part === PARTS ? 1 : part % 2 === 1 ? 4 : 2);
