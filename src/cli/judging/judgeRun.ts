import { baselinesBeside } from "../../core/baselines.js";
import { callBook } from "../../core/callBook.js";
import { BudgetSpent, ProviderError } from "../../core/errors.js";
import { failedTry } from "../../core/failedTry.js";
import { pairOf } from "../../core/pairing.js";
import type { Vote } from "../../core/verdicts.js";
import { castOf, type World } from "../../core/world.js";
import { valueIn, voteOn } from "../../judges/judge.js";
import { mattersOf, type Put } from "../../judges/matters.js";
import { questionTo } from "../../judges/question.js";
import { keyOf } from "../../models/replay.js";
import type { JudgementLine } from "../../schema/judgement.js";
import type { Judgements } from "../../store/judgements.js";
import { readResults, readTrials } from "../../store/recorded.js";
import type { NamedRubric, OpenBench } from "./bench.js";

/** A run that is judged, and who looks on. */
export interface JudgedRun {
  folder: string;
  world: World;
  bench: OpenBench;
  judgements: Judgements;
  /** Calls at a time. */
  concurrency: number;
  /** Aborted: no call begins, those in flight stop. */
  signal: AbortSignal;
  progress(done: number, of: number): void;
}

/** How far the judging came. What was judged is kept, however it ended. */
export interface JudgingEnd {
  /** Votes that were wanted and not there, and how many of them came in. */
  wanted: number;
  done: number;
  /** Calls that no answer came to: they are made again the next time. */
  failed: number;
  stopped: "interrupted" | "spent" | null;
  /** Why no call would go better than the one that ended it: a budget, a key, a model that is not there. */
  because: Error | null;
}

/** One call to a judge. */
interface Ask {
  put: Put;
  named: NamedRubric;
  repeat: number;
  key: string;
}

/** Failures that every further call would meet, too. A request may be refused for itself, unless none was ever taken. */
const isHopeless = ({ kind }: ProviderError, { done, failed }: JudgingEnd) =>
  kind === "auth" || (kind === "refused" && done === failed);

/**
 * Asks a judge about every first reply to a probe of a recorded run by each rubric, but for what was asked and answered
 * before, and writes down each vote as it comes. Throws what a file or the disk throws, once no call is in flight.
 */
export async function judgeRun(run: JudgedRun): Promise<JudgingEnd> {
  const end: JudgingEnd = { wanted: await countOf(missingIn(run)), done: 0, failed: 0, stopped: null, because: null };
  const broken = new AbortController();
  const signal = AbortSignal.any([run.signal, broken.signal]);
  const judged = async (ask: Ask) => {
    try {
      const { line, error } = await lineOf(ask, run.bench, signal);
      run.judgements.add(line);
      end.done += 1;
      if (error) end.failed += 1;
      run.progress(end.done, end.wanted);
      if (error && isHopeless(error, end)) end.because ??= error;
    } catch (error) {
      if (error instanceof BudgetSpent) end.because ??= error;
      else if (error !== signal.reason) broken.abort(error);
    }
  };
  const calls = new Set<Promise<void>>();
  for await (const ask of missingIn(run)) {
    while (calls.size >= run.concurrency) await Promise.race(calls);
    if (signal.aborted || end.because) break;
    const call = judged(ask).finally(() => calls.delete(call));
    calls.add(call);
  }
  await Promise.all(calls);
  if (broken.signal.aborted) throw broken.signal.reason;
  return { ...end, stopped: stoppedBy(end, run.signal) };
}

function stoppedBy({ done, wanted, because }: JudgingEnd, { aborted }: AbortSignal): JudgingEnd["stopped"] {
  if (done === wanted) return null;
  return aborted ? "interrupted" : because instanceof BudgetSpent ? "spent" : null;
}

async function countOf(asks: AsyncIterable<Ask>): Promise<number> {
  let count = 0;
  for await (const _ of asks) count += 1;
  return count;
}

/** What is to be asked of a run and was not answered before, trial by trial. */
async function* missingIn({ folder, world, bench, judgements }: JudgedRun): AsyncGenerator<Ask> {
  const answered = answeredIn(judgements.lines);
  const dropped = await droppedPairs(folder);
  const besideOf = baselinesBeside();
  const model = { ...bench.models(bench.model, "judge", silentBook(0)), name: bench.model };
  for await (const trial of readTrials(folder)) {
    const cast = castOf(world, trial.persona, trial.scenario, trial.twin);
    const judged = { trial, baseline: besideOf(trial), cast };
    if (dropped.has(pairOf(trial))) continue;
    for (const named of bench.rubrics)
      for (const put of mattersOf(named.rubric, judged))
        for (let repeat = 0; repeat < bench.repeats; repeat += 1) {
          const key = keyOf(model, "judge", questionTo(named.rubric, bench.prompt, put.matter), repeat);
          if (!answered.has(placeOf(put, key))) yield { put, named, repeat, key };
        }
  }
}

/** Pairs in which the simulated user failed are in no number of a summary: nobody pays for a judge of them. */
async function droppedPairs(folder: string): Promise<Set<string>> {
  const dropped = new Set<string>();
  for await (const result of readResults(folder)) if (result.outcome === "simulator_error") dropped.add(pairOf(result));
  return dropped;
}

/** A call that failed got no answer. */
function answeredIn(lines: readonly JudgementLine[]): Set<string> {
  return new Set(lines.flatMap((line) => (line.outcome === "failed" ? [] : [placeOf(line, line.key)])));
}

const placeOf = ({ trial, turn, order }: Pick<Put, "trial" | "turn" | "order">, key: string) =>
  `${trial} ${turn} ${order} ${key}`;

const silentBook = (repeat: number) => callBook("judge", repeat, [], async () => {});

/** Asks once. A failed call gives a line too, with its class; throws BudgetSpent and the abort reason. */
async function lineOf(
  { put, named, repeat, key }: Ask,
  { model, models, prompt }: OpenBench,
  signal: AbortSignal,
): Promise<{ line: JudgementLine; error: ProviderError | null }> {
  const { rubric, sha256 } = named;
  const book = silentBook(repeat);
  const judge = { rubric, prompt, model: models(model, "judge", book) };
  const { vote, error } = await voteOn(judge, put.matter, signal).then(
    (given) => ({ vote: given, error: null }),
    (thrown: unknown) => ({ vote: failedVote(thrown), error: thrown as ProviderError }),
  );
  const { matter: _, ...place } = put;
  const failure = error && failedTry(error);
  const line: JudgementLine = {
    ...{ schema: "dramatis/judgement@1", key, ...place },
    ...{ rubric: rubric.id, version: rubric.version, sha256, model, repeat },
    ...{ outcome: vote.outcome, verdict: vote.verdict, quote: kept(vote.quote), reason: kept(vote.reason) },
    value: vote.verdict === null ? null : valueIn(rubric)(vote.verdict),
    ...(failure ? { failure: { class: failure.class, message: failure.message } } : {}),
    usage: book.used(),
  };
  return { line, error };
}

/** What is kept of a model's words. A quote that stands in a reply may be as long. */
const KEPT = 2000;
const kept = (words: string | null) => words?.slice(0, KEPT) ?? null;

function failedVote(error: unknown): Vote {
  if (!(error instanceof ProviderError)) throw error;
  return { verdict: null, quote: null, reason: `no answer came: ${error.message}`, outcome: "failed" };
}
