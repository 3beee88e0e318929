/** What a judge said once. `verdict` is null where it said nothing that counts: `reason` says why. */
export interface Vote {
  verdict: string | null;
  quote: string | null;
  reason: string | null;
  /** `void`: what it quoted does not stand in the reply; `unread`: its answer is none; `failed`: no answer came. */
  outcome: "verdict" | "void" | "unread" | "failed";
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

/** What of several votes more than half say; nothing where no verdict has as many. */
export function settled(votes: Vote[], worth: (verdict: string) => number | null): Judgement {
  const counting = votes.filter(({ verdict }) => verdict !== null);
  const agreement = agreementOf(counting.map(({ verdict }) => verdict as string));
  const most = counting.find(
    ({ verdict }) => counting.filter((one) => one.verdict === verdict).length * 2 > counting.length,
  );
  if (!most) {
    const reason = counting.length === 0 ? (votes[0]?.reason ?? "nobody was asked") : "the votes do not agree";
    return { verdict: null, value: null, quote: null, reason, votes, agreement };
  }
  const { verdict, quote } = most;
  return { verdict, value: worth(verdict as string), quote, reason: null, votes, agreement };
}

const TURNED: Readonly<Record<string, string>> = { first: "second", second: "first" };

/**
 * What a judge says of a pair that it was asked about in both orders: one is better only where both say so, else it is a tie.
 * Position bias: Zheng et al. 2023, arXiv 2306.05685.
 */
export function bothOrders(there: Vote, back: Vote): Vote {
  if (there.verdict === null || back.verdict === null) return there.verdict === null ? there : back;
  const turned = TURNED[back.verdict] ?? back.verdict;
  return turned === there.verdict ? there : { ...there, verdict: "tie" };
}

function agreementOf(verdicts: readonly string[]): number | null {
  const pairs = verdicts.flatMap((one, at) => verdicts.slice(at + 1).map((other) => one === other));
  return pairs.length === 0 ? null : pairs.filter(Boolean).length / pairs.length;
}
