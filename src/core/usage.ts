import type { Usage } from "../schema/event.js";

/** Adds what another call used to a sum. */
export function add(sum: Usage, { calls, input, output }: Usage): void {
  sum.calls += calls;
  sum.input += input;
  sum.output += output;
}
