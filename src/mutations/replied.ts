import { outcomeOf, worthOf } from "../core/outcome.js";
import type { HeardAct } from "../schema/act.js";
import type { AssistantTurn, ScoredOutcome, Turn, UserTurn } from "../schema/event.js";
import type { Trial } from "../schema/trial.js";
import type { Scene } from "./scene.js";

/** What an assistant says instead. */
export interface Reply {
  text: string;
  /** The item it stands for; left out: the recorded one. */
  choice?: string | null;
  /** Slots it asks about; left out: those the recorded reply asks about. */
  asked?: readonly string[];
  /** What the person is taken to have heard; left out: what was heard, with the item and the questions put right. */
  heard?: readonly HeardAct[];
}

/**
 * The trial with another reply at a probe, and with every record that follows from it: the turn, what the person heard,
 * what came out and what that is worth. An assistant whose words are its own declares nothing as used.
 */
export function replied(scene: Scene, said: Reply): Trial {
  const { trial, probe, reply, next } = scene;
  const turn = turnOf(reply, said);
  const changed = (before: Turn): Turn => {
    if (before === reply) return turn;
    return before === next ? { ...next, heard: heardOf(next, reply, said) } : before;
  };
  return {
    ...trial,
    sessions: trial.sessions.map((session) => ({ ...session, turns: session.turns.map(changed) })),
    probes: trial.probes.map((record) => (record === probe ? { ...record, ...outcomeIn(scene, turn) } : record)),
  };
}

/** What comes out of a reply at a probe: the choice, its attributes as tagged or measured, and their worth. */
export function outcomeIn(
  { probe, options, situation }: Scene,
  { choice, text }: Pick<AssistantTurn, "choice" | "text">,
): ScoredOutcome {
  const chosen = options.find(({ id }) => id === choice);
  const attributes = outcomeOf(situation.slots, { slots: probe.slots, options }, chosen, text);
  return { chosen: choice, attributes, ...worthOf(situation, probe.slots, choice, attributes) };
}

function turnOf(reply: AssistantTurn, { text, choice = reply.choice, asked = reply.asked }: Reply): AssistantTurn {
  const told = choice === null ? "none" : reply.choice_by === "none" ? "text" : reply.choice_by;
  return { ...reply, text, choice, choice_by: told, asked: [...asked], used: [] };
}

function heardOf(next: UserTurn, reply: AssistantTurn, said: Reply): HeardAct[] {
  const modelListens = next.misheard === null;
  if (modelListens) return next.heard;
  if (said.heard) return [...said.heard];
  const { choice = reply.choice, asked = [] } = said;
  const fresh = asked.filter((slot) => !reply.asked.includes(slot));
  const questions = fresh.map((slot): HeardAct => ({ intent: "request", slot }));
  return [...next.heard.map((act) => aboutItem(act, reply.choice, choice)), ...questions];
}

function aboutItem(act: HeardAct, before: string | null, now: string | null): HeardAct {
  return act.item !== undefined && act.item === before && now !== null ? { ...act, item: now } : act;
}
