import type { AssistantTurn, Event, Turn } from "../schema/event.js";
import type { Evidence } from "../schema/persona.js";
import type { Probe, Session } from "../schema/scenario.js";
import { beatKind, concernsPerson } from "./beats.js";
import { sessionTimes } from "./civilTime.js";
import { type Director, direct, type ScriptCue } from "./director.js";
import { driftProbe } from "./drift.js";
import { SimulatorError } from "./errors.js";
import type { Situation } from "./expected.js";
import { knownAt, type Told } from "./knowledge.js";
import { type LivedFact, type Moment, momentOf } from "./life.js";
import { answer, insistedSlots, type OpenProbe, openProbe } from "./openProbe.js";
import { optionsOf } from "./options.js";
import type { Assistant, Cue, Record, Stream, Task, User } from "./ports.js";
import type { Cast } from "./world.js";

/** What follows a move of the user. */
export type Next = "assistant" | "end";

/** A trial being played: the two moves its graph is made of. */
export interface Play {
  userMove(): Promise<Next>;
  assistantMove(signal: AbortSignal): Promise<void>;
  /** Records the probe that is still open where a failure ended the talk, answered or not. */
  settleProbe(): Promise<void>;
}

/** What a play is made of. */
export interface Players {
  trial: string;
  cast: Cast;
  life: readonly LivedFact[];
  evidence: readonly Evidence[];
  user: User;
  assistant: Assistant;
  record: Record;
  stream: Stream;
  /** Shared with the oracle: what has been told so far. */
  told: Told[];
  /** Gives the event loop a turn. */
  pause: () => Promise<void>;
}

/** Plays one trial by its script, writing every event before it goes on. */
export function play(players: Players): Play {
  const { trial, cast, life, evidence, user, assistant, record, stream, told, pause } = players;
  const { scenario } = cast;
  const times = sessionTimes(scenario.situation.at, scenario.sessions);
  const director: Director = direct(scenario, (beat, session) => concernsPerson(beat, session, life));
  const drift = driftProbe(cast, user);
  const say = (event: EventBody) => record({ schema: "dramatis/event@1", trial, ...event } as Event);

  let session: Session;
  let at = "";
  let turns: Turn[] = [];
  let toldHere = new Map<number, LivedFact[]>();
  let count = 0;
  let task: Task;
  let open: OpenProbe | null = null;
  let followUp = false;

  const moment = (audience?: readonly string[]): Moment => momentOf(scenario, at, audience);

  async function openSession(next: Session, index: number): Promise<void> {
    session = next;
    at = times[index] as string;
    turns = [];
    toldHere = new Map();
    user.open(session, moment());
    const drifted = life.filter((fact) => fact.by === "drift" && fact.from === at).map((fact) => fact.id);
    await say({ type: "session.opened", session: session.id, at, drifted });
  }

  async function closeSession(): Promise<void> {
    await settleProbe();
    const { over, gaveUp, complete, item, filled, missing, told } = user.goal();
    const goal = session.goal ? { complete, item, filled, missing } : null;
    const ended = gaveUp ? "gave-up" : session.goal && !over ? "max-turns" : "done";
    await say({ type: "session.closed", session: session.id, end: { ended, ...(told ? { told } : {}), goal } });
    const facts = await assistant.endSession({ id: session.id, at, turns, told: toldHere });
    if (facts) await say({ type: "learned", session: session.id, facts: [...facts] });
  }

  async function settleProbe(): Promise<void> {
    if (open) await say({ type: "probe", probe: open.record });
    open = null;
  }

  async function userMove(): Promise<Next> {
    await pause();
    for (;;) {
      const step = director.next({
        turns: turns.filter((turn) => turn.speaker === "user").length,
        goalOver: user.goal().over,
        followUp,
      });
      followUp = false;
      if (step.type === "end") return "end";
      if (step.type === "open") await openSession(step.session, step.index);
      else if (step.type === "close") await closeSession();
      else if ((await speak(step.cue)) && step.cue.purpose !== "close") return "assistant";
    }
  }

  async function speak(cue: ScriptCue): Promise<boolean> {
    if (cue.purpose !== "follow-up") await settleProbe();
    const utterance = await user.speak(cueOf(cue), turns);
    if (!utterance && cue.purpose === "goal" && !user.goal().over)
      throw new SimulatorError("the user has nothing to say, although the goal is not over");
    if (!utterance) return false;
    if (cue.purpose === "probe")
      open = openProbe(cue.probe, situationOf(cue.probe), { session: session.id, turn: count });
    task = taskOf(cue);
    const index = count++;
    for (const piece of utterance.disclosed) told.push({ ...piece, session: session.id });
    toldHere.set(
      index,
      utterance.disclosed.map(({ fact }) => life.find(({ id }) => id === fact)).filter((fact) => fact !== undefined),
    );
    const beat = cue.purpose === "beat" ? beatKind(cue.beat) : null;
    const probe = cue.purpose === "probe" || cue.purpose === "follow-up" ? cue.probe.id : null;
    const turn: Turn = { index, speaker: "user", ...utterance, beat, probe };
    turns.push(turn);
    await say({ type: "turn", session: session.id, turn });
    const fork = cue.purpose === "close" ? null : await drift({ session: session.id, turns });
    if (fork) await say({ type: "fork", fork });
    return true;
  }

  async function assistantMove(signal: AbortSignal): Promise<void> {
    const { tools = [], ...reply } = await assistant.reply(
      { session: session.id, moment: moment(task.audience), task, turns, told: toldHere },
      { stream, signal },
    );
    for (const tool of tools) await say({ type: "tool", tool: { session: session.id, turn: count, ...tool } });
    const turn: AssistantTurn = { index: count++, speaker: "assistant", ...reply };
    turns.push(turn);
    if (open) answer(open, task, turn);
    await say({ type: "turn", session: session.id, turn });
    user.hear(turn, task);
    followUp = open !== null && open.record.repair === null;
  }

  function cueOf(cue: ScriptCue): Cue {
    if (cue.purpose !== "follow-up") return cue;
    return { ...cue, options: task.options, slots: open ? insistedSlots(open) : task.slots };
  }

  function taskOf(cue: ScriptCue): Task {
    const probe = cue.purpose === "probe" || cue.purpose === "follow-up" ? cue.probe : null;
    const kind = probe ? probe.kind : session.goal?.kind;
    return {
      purpose: cue.purpose,
      options: optionsOf(cast.catalog, kind),
      slots: probe ? probe.slots : (session.goal?.constraints ?? []),
      audience: probe?.audience ?? ["self"],
      about: probe?.about ?? null,
      beat: cue.purpose === "beat" ? cue.beat : null,
    };
  }

  function situationOf({ kind, audience }: Probe): Situation {
    return {
      ...{ slots: cast.slots, life, norms: scenario.norms },
      moment: moment(audience),
      knowledge: knownAt(evidence, told, session.id),
      options: optionsOf(cast.catalog, kind),
    };
  }

  return { userMove, assistantMove, settleProbe };
}

type EventBody = Event extends infer E ? (E extends Event ? Omit<E, "schema" | "trial"> : never) : never;
