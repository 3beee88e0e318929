import pLimit from "p-limit";
import type { AssistantName, Event } from "../schema/event.js";
import type { PlannedTrial } from "../schema/run.js";
import type { Score } from "../schema/score.js";
import type { Suite } from "../schema/suite.js";
import type { Trial } from "../schema/trial.js";
import { baselinesBeside } from "./baselines.js";
import { BudgetSpent } from "./errors.js";
import { fold } from "./fold.js";
import { pairOf } from "./pairing.js";
import { isBaseline } from "./plan.js";
import type { Record, Stream } from "./ports.js";
import { type Company, playTrial } from "./trial.js";
import type { World } from "./world.js";

/** Where a run is kept. Events go in as they happen; a finished trial comes back out when its place in the plan has come. */
export interface Ledger {
  record: Record;
  eventsOf(trial: string): Promise<Event[]>;
  commit(trial: Trial, scores: readonly Score[]): Promise<void>;
  /** How many trials from the beginning of the plan were committed before. */
  committed: number;
  /** Whether a trial came to its end before, so that it need not be played. */
  ended(trial: string): boolean;
  /** What an earlier attempt at a trial left. */
  before(trial: string): readonly Event[];
}

/** How far a run came. */
export interface Performed {
  committed: number;
  /** Why the budget did not let it go on, if it did not. */
  spent: BudgetSpent | null;
}

/** Who looks on: screens and progress. None of it is waited for. */
export interface Watcher {
  event(event: Event): void;
  delta: Stream;
  committed(trial: Trial, scores: readonly Score[]): void;
}

/** A run as the engine sees it. */
export interface RunRequest {
  plan: readonly PlannedTrial[];
  arms: readonly AssistantName[];
  suite: Suite;
  world: World;
  company: Company;
  ledger: Ledger;
  score(trial: Trial, baseline: Trial | null): Score[];
  watcher: Watcher;
  concurrency: number;
  /** Aborted: no trial starts, those in play stop. */
  signal: AbortSignal;
  /** Resolves when the trial may go on: lets a screen pause and pace. */
  gate(event: Event): Promise<void>;
}

/**
 * Plays the plan, so many trials at a time, and commits each in the order of the plan. Throws what the ledger throws,
 * once no trial is in play any more, so that nobody writes after it. Fewer trials than planned are committed where the
 * signal ended it, or a budget: then none starts any more, and those in play go on to the first call that is refused.
 */
export async function performRun(request: RunRequest): Promise<Performed> {
  const { plan, ledger, signal, concurrency } = request;
  const limit = pLimit(concurrency);
  const line = inOrder(plan, ledger.committed, committer(request));
  const broken = new AbortController();
  const stop = AbortSignal.any([signal, broken.signal]);
  const record = recorder(ledger, request);
  let spent: BudgetSpent | null = null;
  await Promise.all(
    plan.slice(ledger.committed).map((planned) =>
      limit(async () => {
        if (stop.aborted || spent) return;
        try {
          if (!ledger.ended(planned.id))
            await playTrial({ ...request, ...trialOf(request, planned), record, signal: stop });
          await line.finished(planned.id);
        } catch (error) {
          if (error instanceof BudgetSpent) spent = error;
          // What stops a trial that is in play is the reason of the stop; anything else is a fault, also after it.
          else if (error !== stop.reason) broken.abort(error);
        }
      }),
    ),
  );
  if (broken.signal.aborted) throw broken.signal.reason;
  return { committed: line.count(), spent };
}

function trialOf(request: RunRequest, planned: PlannedTrial) {
  const { ledger, watcher } = request;
  return { planned, arm: armOf(request, planned), before: ledger.before(planned.id), stream: watcher.delta };
}

function armOf({ arms }: RunRequest, { assistant }: PlannedTrial): AssistantName {
  const arm = arms.find(({ id }) => id === assistant);
  if (!arm) throw new Error(`no such assistant in the suite: ${assistant}`);
  return arm;
}

function recorder(ledger: Ledger, { watcher, gate }: RunRequest): Record {
  return async (event) => {
    await ledger.record(event);
    watcher.event(event);
    await gate(event);
  };
}

/** Folds, scores and keeps a trial. */
function committer(request: RunRequest): (planned: PlannedTrial) => Promise<void> {
  const { ledger, score, watcher } = request;
  let besideOf: ReturnType<typeof baselinesBeside> | null = null;
  return async (planned) => {
    besideOf ??= baselinesBeside(await committedBaselines(request, planned));
    const trial = fold(await ledger.eventsOf(planned.id));
    const scores = score(trial, besideOf(trial));
    await ledger.commit(trial, scores);
    watcher.committed(trial, scores);
  };
}

/** The baselines of a pair that a run before this one committed. */
async function committedBaselines(request: RunRequest, next: PlannedTrial): Promise<Trial[]> {
  const { plan, ledger } = request;
  const earlier = plan.slice(0, ledger.committed).filter((one) => pairOf(one) === pairOf(next));
  const baselines = earlier.filter((one) => isBaseline(armOf(request, one)));
  return Promise.all(baselines.map(async ({ id }) => fold(await ledger.eventsOf(id))));
}

/** Runs `next` for the entries of a plan in its order, each as soon as it and all before it are finished. */
function inOrder(plan: readonly PlannedTrial[], from: number, next: (planned: PlannedTrial) => Promise<void>) {
  const done = new Set<string>();
  let place = from;
  let queue = Promise.resolve();
  const advance = async () => {
    for (let planned = plan[place]; planned && done.has(planned.id); planned = plan[place]) {
      await next(planned);
      done.delete(planned.id);
      place += 1;
    }
  };
  return {
    finished(id: string): Promise<void> {
      done.add(id);
      queue = queue.then(advance);
      return queue;
    },
    count: () => place,
  };
}
