import fc from "fast-check";
import { noUsage } from "../../src/core/usage.js";
import type { AssistantTurn, Event, ProbeRecord, UserTurn } from "../../src/schema/event.js";

const STAMP = { schema: "dramatis/event@1", trial: "ada.dinner.generic.0" } as const;
const NOTHING = { chosen: null, attributes: {}, utility: null, admissible: null };
const USAGE = noUsage();

export const STARTED: Event = {
  ...STAMP,
  type: "trial.started",
  persona: "ada",
  scenario: "dinner",
  assistant: { id: "generic", technique: "generic", model: "offline", materials: "own", memory: "given" },
  user: "agenda",
  label: "rule-based players",
  seed: 1,
  repeat: 0,
  knobs: { patience: 5 },
  truth: [],
  given: [],
};
export const ENDED: Event = { ...STAMP, type: "trial.ended", outcome: "completed", failure: null, usage: USAGE };

export function userTurn(index: number, parts: Partial<UserTurn> = {}): UserTurn {
  const heard = { acts: [], disclosed: [], heard: [], misheard: false, guards: [] };
  return {
    index,
    speaker: "user",
    text: `u${index}`,
    ...heard,
    patience: 5,
    spoken: "template",
    beat: null,
    probe: null,
    usage: USAGE,
    ...parts,
  };
}

export function assistantTurn(index: number, parts: Partial<AssistantTurn> = {}): AssistantTurn {
  const nothing = { choice: null, asked: [], recalled: [], used: [], choice_by: "none" as const };
  return { index, speaker: "assistant", text: `a${index}`, ...nothing, usage: USAGE, ...parts };
}

export function probeRecord(id: string, session: string, turn: number, parts: Partial<ProbeRecord> = {}): ProbeRecord {
  const lists = { slots: [], audience: ["self"], required: [], permitted: [], forbidden: [], uncertain: [], known: [] };
  const judged = { expected: {}, options: [], optimum: [], infeasible: false, applicable: {} };
  const outcome = { reply: null, ...NOTHING, repair: null };
  return { id, session, turn, ...lists, ...judged, ...outcome, ...parts };
}

/** The kinds of exchanges that a session is made of; a repaired probe takes two. */
type Exchange = "talk" | "tools" | "probe" | "repaired probe" | "last word";
const exchange = fc.constantFrom<Exchange>("talk", "talk", "tools", "probe", "repaired probe");

/** The events of a trial as play records them: whole, or cut off anywhere by a failure. */
export const eventsOfTrial: fc.Arbitrary<Event[]> = fc
  .record({
    sessions: fc.array(fc.array(exchange, { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
    cut: fc.option(fc.nat(40), { freq: 2 }),
  })
  .map(({ sessions, cut }) => {
    const within = recorded(sessions);
    return [STARTED, ...(cut === null ? within : within.slice(0, cut)), ENDED];
  });

function recorded(sessions: readonly Exchange[][]): Event[] {
  let index = 0;
  let probes = 0;
  return sessions.flatMap((exchanges, place) => {
    const session = `s${place + 1}`;
    let waiting: ProbeRecord | null = null;
    const settled = (): Event[] => {
      const probe = waiting;
      waiting = null;
      return probe ? [{ ...STAMP, type: "probe", probe }] : [];
    };
    const said = (turn: UserTurn | AssistantTurn): Event => ({ ...STAMP, type: "turn", session, turn });
    const used = (name: string): Event => {
      const tool = { session, turn: index, name, args: "{}", result: name === "save" ? "saved" : null };
      return { ...STAMP, type: "tool", tool };
    };
    const asked = (repaired: boolean): Event[] => {
      const id = `p${probes++}`;
      const turn = index;
      const before = settled();
      const first = [said(userTurn(index++, { probe: id })), said(assistantTurn(index++))];
      const second = repaired ? [said(userTurn(index++, { probe: id })), said(assistantTurn(index++))] : [];
      const repair = repaired ? { reply: turn + 3, ...NOTHING } : null;
      waiting = probeRecord(id, session, turn, { reply: turn + 1, repair });
      return [...before, ...first, ...second];
    };
    const events = [...exchanges, "last word" as const].flatMap((kind): Event[] => {
      if (kind === "probe" || kind === "repaired probe") return asked(kind === "repaired probe");
      const before = [...settled(), said(userTurn(index++))];
      const tools = kind === "tools" ? ["recall", "save"].map(used) : [];
      return [...before, ...tools, ...(kind === "last word" ? [] : [said(assistantTurn(index++))])];
    });
    const end = { ended: "done" as const, goal: null };
    return [
      { ...STAMP, type: "session.opened", session, at: "2026-06-12T18:00", drifted: [] },
      ...events,
      ...settled(),
      { ...STAMP, type: "session.closed", session, end },
    ];
  });
}
