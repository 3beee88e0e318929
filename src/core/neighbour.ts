import type { Evidence, Persona } from "../schema/persona.js";
import type { Play } from "./play.js";
import type { Assistant, PastSession, Record } from "./ports.js";

/** Turns of another person are counted from here, so that no two pieces of a shared memory have one name. */
const APART = 10_000;

/**
 * A persona whose facts can stand beside those of another: each id behind the persona's own. Demographics and traits,
 * whose ids are the same for everyone, are left out.
 */
export function apart(persona: Persona): Persona {
  const named = <Piece extends { evidence: Evidence[] }>(piece: Piece): Piece => ({
    ...piece,
    evidence: piece.evidence.map((one) => ({ ...one, fact: `${persona.id}/${one.fact}` })),
  });
  return {
    ...persona,
    demographics: {},
    traits: {},
    facts: persona.facts.map((fact) => ({ ...fact, id: `${persona.id}/${fact.id}` })),
    documents: persona.documents.map((one) => ({ ...named(one), id: `${persona.id}/${one.id}` })),
    interactions: persona.interactions.map(named),
    pairs: persona.pairs.map(named),
  };
}

/** The assistant as another person talks with it: what it learns there goes into the one memory. */
export function asNeighbours(assistant: Assistant, id: string): Assistant {
  return { ...assistant, endSession: (session) => assistant.endSession(shifted(session, id)) };
}

function shifted({ id, at, turns, told }: PastSession, owner: string): PastSession {
  return {
    id: `${owner}/${id}`,
    at,
    turns: turns.map((turn) => ({ ...turn, index: turn.index + APART })),
    told: new Map([...told].map(([index, facts]) => [index + APART, facts])),
  };
}

/**
 * What a talk records with that takes turns with another, sitting by sitting, so that nothing depends on which of them is
 * faster: where a sitting of it opens, one of the other's comes first. `begin` plays the other to its end, recording with
 * what it is given. Throws what stopped the other.
 */
export function takingTurns(record: Record, begin: (theirs: Record) => Promise<void>): Record {
  let enter: () => void = () => {};
  let leave: () => void = () => {};
  let running: Promise<void> | null = null;
  const atDoor = () =>
    new Promise<void>((resolve) => {
      leave = resolve;
    });
  const theirs: Record = (event) =>
    event.type !== "session.opened"
      ? Promise.resolve()
      : new Promise((resolve) => {
          enter = resolve;
          leave();
        });
  return async (event) => {
    if (event.type === "session.opened") {
      if (running === null) {
        const arrived = atDoor();
        running = begin(theirs);
        await Promise.race([arrived, running]);
      }
      const left = atDoor();
      enter();
      await Promise.race([left, running]);
    }
    await record(event);
  };
}

/** Plays a talk to its end, move by move. */
export async function playOut(play: Play, signal: AbortSignal): Promise<void> {
  while ((await play.userMove()) !== "end") await play.assistantMove(signal);
}
