import { artifactOf, withoutArtifacts } from "../core/artifact.js";
import { type Claim, claimsIn, type Lexicon } from "../core/claims.js";
import { itemTexts } from "../core/itemTexts.js";
import type { Cast } from "../core/world.js";
import type { AssistantTurn, ProbeRecord, TruthFact, Turn, UserTurn } from "../schema/event.js";
import type { JudgementLine } from "../schema/judgement.js";
import type { Probe } from "../schema/scenario.js";
import type { Trial } from "../schema/trial.js";

/** A trial as scorers look at it. */
export interface Subject {
  trial: Trial;
  /** The same pair and seed with the generic assistant; null where there is none to compare with. */
  baseline: Trial | null;
  cast: Cast;
  /** By probe: the option that serves all personas best, the reference of headroom. */
  bestForAll: ReadonlyMap<string, string>;
  lexicon: Lexicon;
  /** By person: their own texts that no assistant is given, the references of their voice. */
  heldOut: ReadonlyMap<string, readonly string[]>;
  /** What one judge said of the trial's replies, by each rubric that it was asked by. */
  judgements: readonly JudgementLine[];
  turns: readonly Turn[];
  replies: readonly AssistantTurn[];
  userTurns: readonly UserTurn[];
  facts: ReadonlyMap<string, TruthFact>;
  /** Probes that got a reply, with their script and first reply. */
  asked: readonly AskedProbe[];
  claims(turn: AssistantTurn): readonly Claim[];
  /** The same without texts that others are to read: their `you` is somebody else. */
  talkClaims(turn: AssistantTurn): readonly Claim[];
  /** The facts that could be known of the person before a turn. */
  knownBefore(index: number): ReadonlySet<string>;
}

/** A probe that was asked and answered. */
export interface AskedProbe {
  record: ProbeRecord;
  script: Probe;
  reply: AssistantTurn;
}

/** Whether somebody else than the person reads what a probe asks for. */
export const isForOthers = ({ audience }: Pick<ProbeRecord, "audience">) =>
  audience.some((reader) => reader !== "self");

/** The probes whose answer somebody else reads. */
export const forOthers = ({ asked }: Subject) => asked.filter(({ record }) => isForOthers(record));

/** Makes a subject; what scorers share is computed once. */
export function subjectOf(
  parts: Pick<Subject, "trial" | "baseline" | "cast" | "bestForAll" | "lexicon" | "heldOut"> &
    Partial<Pick<Subject, "judgements">>,
): Subject {
  const { trial, cast, lexicon } = parts;
  const turns = trial.sessions.flatMap((session) => session.turns);
  const replies = turns.filter((turn) => turn.speaker === "assistant");
  const claims = new Map<number, readonly Claim[]>();
  const readByOthers = new Set(trial.probes.filter(isForOthers).flatMap(({ reply, repair }) => [reply, repair?.reply]));
  const claimsOf = (turn: AssistantTurn) => {
    const found = claims.get(turn.index) ?? claimsIn(turn.text, lexicon, descriptions(turn, cast));
    claims.set(turn.index, found);
    return found;
  };
  return {
    judgements: [],
    ...parts,
    turns,
    replies,
    userTurns: turns.filter((turn) => turn.speaker === "user"),
    facts: new Map(trial.truth.map((fact) => [fact.fact, fact])),
    asked: askedProbes(trial, cast, replies),
    claims: claimsOf,
    talkClaims(turn) {
      if (!readByOthers.has(turn.index) || artifactOf(turn.text) === null) return claimsOf(turn);
      return claimsIn(withoutArtifacts(turn.text), lexicon, descriptions(turn, cast));
    },
    knownBefore(index) {
      const earlier = turns.filter((turn) => turn.speaker === "user" && turn.index < index);
      const disclosed = earlier.flatMap((turn) => (turn.speaker === "user" ? turn.disclosed : []));
      const certain = disclosed.filter(({ how }) => how !== "judge");
      return new Set([...trial.given, ...certain].map(({ fact }) => fact));
    },
  };
}

function askedProbes({ probes }: Trial, { scenario }: Cast, replies: readonly AssistantTurn[]): AskedProbe[] {
  return probes.flatMap((record) => {
    const reply = replies.find(({ index }) => index === record.reply);
    const session = scenario.sessions.find(({ id }) => id === record.session);
    const script = session?.probes.find(({ id }) => id === record.id);
    return reply && script ? [{ record, script, reply }] : [];
  });
}

/** What a reply says of items rather than of the person, longest first. */
function descriptions({ text, choice }: AssistantTurn, { catalog }: Cast): string[] {
  const spokenOf = catalog.items.filter(
    (item) => item.id === choice || namesIn(item).some((name) => text.includes(name)),
  );
  const pieces = spokenOf.flatMap((item) => [...namesIn(item), ...itemTexts(item)]);
  return pieces.sort((one, other) => other.length - one.length);
}

/** The name of an item, as it is and as a sentence begins with it. */
const namesIn = ({ name }: { name: string }) => [name, name.charAt(0).toUpperCase() + name.slice(1)];
