import type { AssistantName, Event, Failure, Outcome } from "../schema/event.js";
import { beginning } from "./beginning.js";
import { type CallBook, callBook } from "./callBook.js";
import { stepLimit } from "./director.js";
import type { Draws } from "./draws.js";
import { AssistantError, BudgetSpent, ProviderError, SimulatorError } from "./errors.js";
import { believedFacts } from "./expected.js";
import type { Knobs } from "./knobs.js";
import { knownAt } from "./knowledge.js";
import { type LivedFact, truthOf } from "./life.js";
import { asNeighbours, playOut, takingTurns } from "./neighbour.js";
import { type Play, play } from "./play.js";
import type { Assistant, Keep, MeteredEmbeddings, Record, Stage, Stream, User } from "./ports.js";
import { type Asked, neighbourOf, type Setting, settingOf, stageOf } from "./setting.js";
import type { Cast, Matches } from "./world.js";

/** Who takes part, made anew for each trial, and what plays a script with them. */
export interface Company {
  /** How the players are called on every screen, file and page. */
  label: string;
  user: string;
  makeUser(role: {
    cast: Cast;
    life: readonly LivedFact[];
    knobs: Knobs;
    draws: Draws;
    stream: Stream;
    trial: string;
    signal: AbortSignal;
    /** For model-played users only: what tells that a fact was told in free words. */
    matches: Matches;
    book: CallBook;
  }): User;
  makeAssistant(arm: AssistantName, stage: Stage): Assistant;
  makeKeep(): Keep;
  /** What techniques get vectors of texts from; their calls go through the book of the trial. */
  makeEmbeddings(book: CallBook, signal: AbortSignal): MeteredEmbeddings;
  perform(play: Play, steps: number, signal: AbortSignal): Promise<void>;
  /** Gives the event loop a turn. */
  pause(): Promise<void>;
}

/** One trial to be played. */
export interface TrialRequest extends Asked {
  company: Company;
  /** What an earlier attempt at this trial left in the journal; its recorded calls are not made again. */
  before: readonly Event[];
  record: Record;
  stream: Stream;
  signal: AbortSignal;
}

/**
 * Plays one trial from its start to a classed end, every event recorded. Failures of a player, also of its making, end
 * the trial, never the run. Throws what `record` throws, BudgetSpent, and the abort reason where the signal ends it: such
 * a trial has no end.
 */
export async function playTrial(request: TrialRequest): Promise<void> {
  const { planned, arm, suite, company, signal } = request;
  const setting = settingOf(request);
  const neighbour = neighbourOf(request, setting);
  const ending = watched(request.record);
  const book = callBook(planned.id, planned.repeat, request.before, ending.record);
  const stamp = { schema: "dramatis/event@1", trial: planned.id } as const;
  const { persona, twin, scenario, repeat } = planned;
  await ending.record({
    ...stamp,
    type: "trial.started",
    ...{
      persona,
      ...(twin ? { twin } : {}),
      scenario,
      assistant: arm,
      user: company.user,
      label: company.label,
      seed: suite.seed,
      repeat,
    },
    knobs: { ...setting.knobs },
    truth: setting.life.map(truthOf),
    given: [...knownAt(setting.evidence, [], "").sources].map(([fact, source]) => ({ fact, source })),
    ...(neighbour ? { beside: { persona: neighbour.cast.persona.id, truth: neighbour.life.map(truthOf) } } : {}),
  });
  const players: { played?: Play; assistant?: Assistant } = {};
  const failed = await attempt(
    async () => {
      const user = userOf(request, setting, book);
      players.assistant = assistantOf(request, setting, neighbour, book);
      const { assistant } = players;
      const record = neighbour
        ? takingTurns(ending.record, (theirs) => besides(request, neighbour, assistant, book, theirs))
        : ending.record;
      players.played = playOf(request, setting, { user, assistant, record, stream: request.stream });
      await company.perform(players.played, stepLimit(setting.cast.scenario), signal);
    },
    ending,
    signal,
  );
  if (failed) await players.played?.settleProbe();
  await ending.record({
    ...stamp,
    type: "trial.ended",
    outcome: failed?.outcome ?? (ending.gaveUp() ? "gave-up" : "completed"),
    failure: failed?.failure ?? null,
    usage: book.used(),
  });
  await players.assistant?.endTrial?.().catch(() => {});
}

function playOf(
  { planned, company }: TrialRequest,
  { cast, life, evidence, told }: Setting,
  parts: { user: User; assistant: Assistant; record: Record; stream: Stream },
): Play {
  return play({ trial: planned.id, cast, life, evidence, told, pause: company.pause, ...parts });
}

/** The talk that a neighbour has with the same assistant, off the record. */
function besides(
  request: TrialRequest,
  neighbour: Setting,
  assistant: Assistant,
  book: CallBook,
  record: Record,
): Promise<void> {
  const quiet = { ...request, stream: () => {} };
  const theirs = {
    user: userOf(quiet, neighbour, book),
    assistant: asNeighbours(assistant, neighbour.cast.persona.id),
  };
  return playOut(playOf(request, neighbour, { ...theirs, record, stream: quiet.stream }), request.signal);
}

function userOf({ planned, world, company, stream, signal }: TrialRequest, setting: Setting, book: CallBook): User {
  const { cast, life, knobs, draws } = setting;
  const { matches } = world;
  return company.makeUser({ cast, life, knobs, draws, stream, trial: planned.id, signal, matches, book });
}

function assistantOf(request: TrialRequest, setting: Setting, neighbour: Setting | null, book: CallBook): Assistant {
  const { life, evidence, told } = setting;
  return request.company.makeAssistant(request.arm, {
    ...stageOf(request, setting, neighbour),
    ...{ book, signal: request.signal, keep: request.company.makeKeep() },
    embeddings: request.company.makeEmbeddings(book, request.signal),
    truth: { life, believed: (moment) => believedFacts({ life, moment, knowledge: knownAt(evidence, told, "") }) },
  });
}

interface Ending {
  record: Record;
  gaveUp(): boolean;
  /** What the journal refused to take, if it did. */
  broken(): unknown;
}

/** Records, and remembers what decides how the trial ends. */
function watched(record: Record): Ending {
  let gaveUp = false;
  let broken: unknown;
  return {
    async record(event: Event) {
      if (event.type === "session.closed" && event.end.ended === "gave-up") gaveUp = true;
      await record(event).catch((error: unknown) => {
        broken = error;
        throw error;
      });
    },
    gaveUp: () => gaveUp,
    broken: () => broken,
  };
}

async function attempt(
  perform: () => Promise<void>,
  ending: Ending,
  signal: AbortSignal,
): Promise<{ outcome: Outcome; failure: Failure } | null> {
  try {
    await perform();
    return null;
  } catch (error) {
    if (ending.broken() !== undefined) throw ending.broken();
    signal.throwIfAborted();
    if (error instanceof BudgetSpent) throw error;
    return classed(error);
  }
}

function classed(error: unknown): { outcome: Outcome; failure: Failure } {
  const message = error instanceof Error ? error.message : String(error);
  const raw = error instanceof ProviderError && error.raw !== null ? beginning(error.raw) : null;
  if (error instanceof SimulatorError)
    return { outcome: "simulator_error", failure: { class: "simulator", message, raw } };
  const kind = error instanceof ProviderError ? error.kind : "unexpected";
  const outcome = error instanceof AssistantError ? "assistant_error" : "infrastructure_error";
  return { outcome, failure: { class: kind, message, raw } };
}
