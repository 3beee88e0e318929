import type { AssistantName, Event, Failure, Outcome } from "../schema/event.js";
import type { Evidence, Persona } from "../schema/persona.js";
import type { PlannedTrial } from "../schema/run.js";
import type { Suite } from "../schema/suite.js";
import { beginning } from "./beginning.js";
import { type CallBook, callBook } from "./callBook.js";
import { stepLimit } from "./director.js";
import { type Draws, drawsFor } from "./draws.js";
import { AssistantError, BudgetSpent, ProviderError, SimulatorError } from "./errors.js";
import { believedFacts } from "./expected.js";
import { type Knobs, knobsOf } from "./knobs.js";
import { knownAt, type Told } from "./knowledge.js";
import { type LivedFact, lifeOf, truthOf } from "./life.js";
import { evidenceIn, materialsOf } from "./materials.js";
import { type Play, play } from "./play.js";
import type { Assistant, Keep, MeteredEmbeddings, Record, Stage, Stream, User } from "./ports.js";
import { type Cast, castOf, type Matches, playersCast, type World } from "./world.js";

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
export interface TrialRequest {
  planned: PlannedTrial;
  arm: AssistantName;
  suite: Pick<Suite, "known" | "recall_tokens" | "seed">;
  world: World;
  company: Company;
  /** What an earlier attempt at this trial left in the journal; its recorded calls are not made again. */
  before: readonly Event[];
  record: Record;
  stream: Stream;
  signal: AbortSignal;
}

/** The key of everything that is drawn in a pair: the same for every arm, so that arms differ by what they recall. */
export function pairKey(
  seed: number,
  { persona, scenario, repeat }: Pick<PlannedTrial, "persona" | "scenario" | "repeat">,
): string {
  return `${seed}|${persona}|${scenario}|${repeat}`;
}

/**
 * Plays one trial from its start to a classed end, every event recorded. Failures of a player, also of its making, end
 * the trial, never the run. Throws what `record` throws, BudgetSpent, and the abort reason where the signal ends it: such
 * a trial has no end.
 */
export async function playTrial(request: TrialRequest): Promise<void> {
  const { planned, arm, suite, company, signal } = request;
  const setting = settingOf(request);
  const ending = watched(request.record);
  const book = callBook(planned.id, planned.repeat, request.before, ending.record);
  const stamp = { schema: "dramatis/event@1", trial: planned.id } as const;
  const { persona, scenario, repeat } = planned;
  await ending.record({
    ...stamp,
    type: "trial.started",
    ...{ persona, scenario, assistant: arm, user: company.user, label: company.label, seed: suite.seed, repeat },
    knobs: { ...setting.knobs },
    truth: setting.life.map(truthOf),
    given: [...knownAt(setting.evidence, [], "").sources].map(([fact, source]) => ({ fact, source })),
  });
  const players: { played?: Play; assistant?: Assistant } = {};
  const failed = await attempt(
    async () => {
      const user = userOf(request, setting, book);
      players.assistant = assistantOf(request, setting, book);
      players.played = play({
        ...{ trial: planned.id, cast: setting.cast, life: setting.life, evidence: setting.evidence },
        ...{ user, assistant: players.assistant, told: setting.told },
        ...{ record: ending.record, stream: request.stream, pause: company.pause },
      });
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

/** The person on this day: what is drawn and known before anybody speaks. */
interface Setting {
  cast: Cast;
  life: readonly LivedFact[];
  draws: Draws;
  knobs: Knobs;
  evidence: readonly Evidence[];
  told: Told[];
}

function settingOf({ planned, suite, world }: TrialRequest): Setting {
  const cast = playersCast(castOf(world, planned.persona, planned.scenario));
  const draws = drawsFor(pairKey(suite.seed, planned));
  return {
    cast,
    life: lifeOf(cast.persona, cast.scenario),
    draws,
    knobs: knobsOf(cast.persona.behaviour, draws),
    evidence: evidenceIn(materialsOf(cast.persona, suite.known)),
    told: [],
  };
}

function userOf({ planned, world, company, stream, signal }: TrialRequest, setting: Setting, book: CallBook): User {
  const { cast, life, knobs, draws } = setting;
  const { matches } = world;
  return company.makeUser({ cast, life, knobs, draws, stream, trial: planned.id, signal, matches, book });
}

function assistantOf(request: TrialRequest, setting: Setting, book: CallBook): Assistant {
  const { cast, draws, life, evidence, told } = setting;
  return request.company.makeAssistant(request.arm, {
    ...stageOf(request, cast, draws),
    ...{ book, signal: request.signal, keep: request.company.makeKeep() },
    embeddings: request.company.makeEmbeddings(book, request.signal),
    truth: { life, believed: (moment) => believedFacts({ life, moment, knowledge: knownAt(evidence, told, "") }) },
  });
}

/** What the technique of an arm is given: materials of the person, or of a drawn other for the specificity axis. */
function stageOf(
  { planned, arm, suite, world }: TrialRequest,
  cast: Cast,
  draws: Draws,
): Omit<Stage, "truth" | "book" | "signal" | "keep" | "embeddings"> {
  const owner = ownerOf(cast.persona, arm.materials, world, draws);
  const prefix = owner.id === cast.persona.id ? "" : `${owner.id}/`;
  const others = Object.values(world.personas).filter(({ id }) => id !== cast.persona.id);
  const lived = lifeOf(owner, { ...cast.scenario, sessions: [] });
  return {
    trial: planned.id,
    cast,
    draws,
    materials: materialsOf(owner, suite.known),
    recallTokens: arm.recall_tokens ?? suite.recall_tokens,
    others,
    peers: others.filter(({ segment }) => segment === cast.persona.segment),
    evidenceFacts: new Map(lived.map((fact) => [fact.id, { ...fact, id: `${prefix}${fact.id}` }])),
  };
}

/** Whose materials an arm gets. Throws where nobody else is there to give any: such a trial cannot be played. */
function ownerOf(persona: Persona, materials: AssistantName["materials"], world: World, draws: Draws): Persona {
  if (materials === "own") return persona;
  const others = Object.values(world.personas).filter(({ id }) => id !== persona.id);
  const donors = others.filter(({ segment }) => (segment === persona.segment) === (materials === "same-segment"));
  if (donors.length === 0) throw new Error(`no other persona can lend ${persona.id} materials (${materials})`);
  return draws.pick(`materials.${materials}`, donors);
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
