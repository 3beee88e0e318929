import { z } from "zod";
import { oneCall } from "../core/usage.js";
import type { Usage } from "../schema/usage.js";

/** Tokens as a server may tell them. No call has a billion: sums of such numbers would soon be none. */
export const tokenCount = z.number().int().min(0).max(1e9);

const whole = z.object({ input: tokenCount, output: tokenCount });

/** Tokens as a client hands them on from a server, of whatever type. */
export type Told = Readonly<Record<"input" | "output" | "cached" | "reasoning", unknown>>;

/**
 * What a call used by what its server told. Numbers that cannot be, and a call that read and wrote nothing, count as not
 * told; parts of them that cannot be, or are more than the whole, as none.
 */
export function usageTold({ cached, reasoning, ...told }: Told): Usage {
  const { data } = whole.safeParse(told);
  if (!data || data.input + data.output === 0) return oneCall(null);
  return oneCall({ ...data, cached: partOf(data.input, cached), reasoning: partOf(data.output, reasoning) });
}

function partOf(all: number, part: unknown): number {
  const { data = 0 } = tokenCount.safeParse(part);
  return data <= all ? data : 0;
}
