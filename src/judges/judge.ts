import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import type { Rubric } from "../schema/rubric.js";
import { type Matter, questionTo, VERDICT } from "./question.js";
import { isQuoteOf } from "./quoted.js";

/** What a judge said once. `verdict` is null where it said nothing that counts: `reason` says why. */
export interface Vote {
  verdict: string | null;
  quote: string | null;
  reason: string | null;
}

/** What came of asking a judge k times. */
export interface Judgement {
  /** The verdict of more than half of the votes that count; null where there is none: `reason` says why. */
  verdict: string | null;
  /** What the rubric counts that verdict as; null where nothing is counted. */
  value: number | null;
  quote: string | null;
  reason: string | null;
  votes: Vote[];
  /** Share of pairs of votes that agree, in [0, 1]; null under two votes that count. */
  agreement: number | null;
}

/** A model with a rubric. */
export interface Judge {
  rubric: Rubric;
  model: Model;
  prompt: string;
  /** How often it is asked about each matter; of a pair, how often in each order. */
  repeats: number;
}

/**
 * Asks a judge about a matter. A quote that does not stand in the reply voids a vote, and an answer that cannot be read is
 * missing, never a verdict. A pair is asked about in both orders, and one reply is better only where both say so (position
 * bias: Zheng et al. 2023, arXiv 2306.05685). Throws ProviderError where the model cannot be asked, and the abort reason.
 */
export async function judgementOf(judge: Judge, matter: Matter, signal: AbortSignal): Promise<Judgement> {
  const places = Array.from({ length: judge.repeats });
  if (judge.rubric.of === "reply") return settled(judge.rubric, await votes(judge, places, matter, signal));
  const { reply, other = "" } = matter;
  const there = await votes(judge, places, matter, signal);
  const back = await votes(judge, places, { ...matter, reply: other, other: reply }, signal);
  return settled(
    judge.rubric,
    places.map((_, at) => bothOrders(there[at] as Vote, back[at] as Vote)),
  );
}

const votes = (judge: Judge, places: unknown[], matter: Matter, signal: AbortSignal) =>
  Promise.all(places.map(() => vote(judge, matter, signal)));

async function vote({ rubric, model, prompt }: Judge, matter: Matter, signal: AbortSignal): Promise<Vote> {
  try {
    const { calls } = await model.complete(questionTo(rubric, prompt, matter), { signal });
    return read(rubric, calls.find(({ name }) => name === VERDICT)?.args ?? {}, matter);
  } catch (error) {
    if (error instanceof ProviderError && ["invalid-output", "empty", "refusal"].includes(error.kind))
      return { verdict: null, quote: null, reason: `the judge gave no verdict: ${error.message}` };
    throw error;
  }
}

function read({ verdicts }: Rubric, { verdict, quote }: Record<string, unknown>, { reply, other }: Matter): Vote {
  if (!verdicts.some((one) => one.verdict === verdict)) return nothing(`the judge said '${String(verdict)}'`);
  if (typeof quote !== "string") return nothing("the judge quoted nothing");
  const stands = isQuoteOf(quote, reply) || (other !== undefined && isQuoteOf(quote, other));
  return stands
    ? { verdict: verdict as string, quote, reason: null }
    : { ...nothing("what the judge quoted does not stand in the reply"), quote };
}

const nothing = (reason: string): Vote => ({ verdict: null, quote: null, reason });

const TURNED: Readonly<Record<string, string>> = { first: "second", second: "first" };

function bothOrders(there: Vote, back: Vote): Vote {
  if (there.verdict === null || back.verdict === null) return there.verdict === null ? there : back;
  const turned = TURNED[back.verdict] ?? back.verdict;
  return turned === there.verdict ? there : { ...there, verdict: "tie" };
}

function settled({ verdicts }: Rubric, votes: Vote[]): Judgement {
  const counting = votes.filter(({ verdict }) => verdict !== null);
  const agreement = agreementOf(counting.map(({ verdict }) => verdict as string));
  const most = verdicts.find(
    ({ verdict }) => counting.filter((one) => one.verdict === verdict).length * 2 > counting.length,
  );
  if (!most) {
    const reason = counting.length === 0 ? (votes[0]?.reason ?? "nobody was asked") : "the votes do not agree";
    return { verdict: null, value: null, quote: null, reason, votes, agreement };
  }
  const { verdict, value } = most;
  const quote = counting.find((one) => one.verdict === verdict)?.quote ?? null;
  return { verdict, value, quote, reason: null, votes, agreement };
}

function agreementOf(verdicts: readonly string[]): number | null {
  const pairs = verdicts.flatMap((one, at) => verdicts.slice(at + 1).map((other) => one === other));
  return pairs.length === 0 ? null : pairs.filter(Boolean).length / pairs.length;
}
