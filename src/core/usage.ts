import type { ModelCall } from "../schema/call.js";
import type { Usage } from "../schema/usage.js";

/** Nothing used yet. */
export const noUsage = (): Usage => ({
  ...{ calls: 0, input: 0, output: 0, cached: 0, reasoning: 0, unreported: 0, estimated: 0 },
  usd: 0,
});

/** Adds what more calls used to a sum. A sum with an unknown cost is unknown. */
export function add(sum: Usage, more: Usage): void {
  for (const key of ["calls", "input", "output", "cached", "reasoning", "unreported", "estimated"] as const)
    sum[key] += more[key];
  sum.usd = sum.usd === null || more.usd === null ? null : sum.usd + more.usd;
}

/** Adds what a call used in all: its answer, and what tries that failed may have cost. */
export function addCall(sum: Usage, { reply, tries }: Pick<ModelCall, "reply" | "tries">): void {
  if (reply) add(sum, reply.usage);
  for (const { spent } of tries) {
    sum.estimated += spent?.tokens ?? 0;
    sum.usd = sum.usd === null ? null : sum.usd + (spent?.usd ?? 0);
  }
}

/** One call, by what its provider told of tokens; null where it told nothing. The cost is the meter's to add. */
export function oneCall(told: Partial<Pick<Usage, "input" | "output" | "cached" | "reasoning">> | null): Usage {
  const { input = 0, output = 0, cached = 0, reasoning = 0 } = told ?? {};
  return { calls: 1, input, output, cached, reasoning, unreported: told === null ? 1 : 0, estimated: 0, usd: null };
}
