import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import { bothOrders, type Judgement, settled, type Vote } from "../core/verdicts.js";
import type { Rubric } from "../schema/rubric.js";
import { type Matter, questionTo, VERDICT } from "./question.js";
import { isQuoteOf } from "./quoted.js";

/** A model with a rubric. */
export interface Judge {
  rubric: Rubric;
  model: Model;
  prompt: string;
  /** How often it is asked about each matter; of a pair, how often in each order. */
  repeats: number;
}

/** The value that a rubric counts a verdict as; null where it counts nothing. */
export const valueIn =
  ({ verdicts }: Rubric) =>
  (verdict: string): number | null =>
    verdicts.find((one) => one.verdict === verdict)?.value ?? null;

/**
 * Asks a judge about a matter. A quote that does not stand in the reply voids a vote, and an answer that cannot be read is
 * missing, never a verdict. A pair is asked about in both orders, and one reply is better only where both say so. Throws
 * ProviderError where the model cannot be asked, and the abort reason.
 */
export async function judgementOf(judge: Judge, matter: Matter, signal: AbortSignal): Promise<Judgement> {
  const places = Array.from({ length: judge.repeats });
  const worth = valueIn(judge.rubric);
  const votes = (about: Matter) => Promise.all(places.map(() => voteOn(judge, about, signal)));
  const there = await votes(matter);
  if (judge.rubric.of === "reply") return settled(there, worth);
  const back = await votes(turned(matter));
  return settled(
    there.map((vote, at) => bothOrders(vote, back[at] as Vote)),
    worth,
  );
}

/** A pair with its replies in the other order. */
export const turned = ({ reply, other = "", ...matter }: Matter): Matter => ({ ...matter, reply: other, other: reply });

/** Asks a judge once. Throws as `judgementOf`. */
export async function voteOn(
  { rubric, model, prompt }: Pick<Judge, "rubric" | "model" | "prompt">,
  matter: Matter,
  signal: AbortSignal,
): Promise<Vote> {
  try {
    const { calls } = await model.complete(questionTo(rubric, prompt, matter), { signal });
    return read(rubric, calls.find(({ name }) => name === VERDICT)?.args ?? {}, matter);
  } catch (error) {
    if (error instanceof ProviderError && ["invalid-output", "empty", "refusal"].includes(error.kind))
      return nothing(`the judge gave no verdict: ${error.message}`);
    throw error;
  }
}

function read({ verdicts }: Rubric, { verdict, quote }: Record<string, unknown>, { reply, other }: Matter): Vote {
  if (typeof verdict !== "string") return nothing("the judge said nothing that is a verdict");
  if (!verdicts.some((one) => one.verdict === verdict)) return nothing(`the judge said '${verdict}'`);
  if (typeof quote !== "string") return nothing("the judge quoted nothing");
  const stands = isQuoteOf(quote, reply) || (other !== undefined && isQuoteOf(quote, other));
  return stands
    ? { verdict, quote, reason: null, outcome: "verdict" }
    : { verdict: null, quote, reason: "what the judge quoted does not stand in the reply", outcome: "void" };
}

const nothing = (reason: string): Vote => ({ verdict: null, quote: null, reason, outcome: "unread" });
