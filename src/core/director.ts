import type { Beat, Probe, Scenario, Session } from "../schema/scenario.js";
import type { Cue } from "./ports.js";

/** A cue as the script gives it: what a follow-up can be about, the talk decides. */
export type ScriptCue = Exclude<Cue, { purpose: "follow-up" }> | { purpose: "follow-up"; probe: Probe };

/** Where a trial stands in its script. */
type Step =
  | { type: "open"; session: Session; index: number }
  | { type: "speak"; cue: ScriptCue }
  | { type: "close"; session: Session }
  | { type: "end" };

/** What the director needs to know of the talk. */
export interface Progress {
  /** User turns of this session so far. */
  turns: number;
  goalOver: boolean;
  /** Whether the person would react to the last reply to a probe. */
  followUp: boolean;
}

/** Gives the steps of a script in order; the talk decides how long a goal lasts. */
export interface Director {
  next(progress: Progress): Step;
}

/**
 * The order inside a session: the goal's talk, with each beat at its turn; beats the talk did not reach;
 * the probes, each with at most one follow-up; a last word. A beat that does not concern this person is left out.
 */
export function direct(scenario: Scenario, concerns: (beat: Beat, session: Session) => boolean): Director {
  let index = -1;
  let beats: Beat[] = [];
  let probes: Probe[] = [];
  let stage: "goal" | "probes" | "closing" | "closed" = "closed";
  let answered: Probe | null = null;

  const open = (): Step => {
    index += 1;
    const session = scenario.sessions[index];
    if (!session) return { type: "end" };
    beats = session.beats.filter((beat) => concerns(beat, session)).sort((one, other) => one.turn - other.turn);
    probes = [...session.probes];
    stage = "goal";
    return { type: "open", session, index };
  };

  const closed = (): Step => {
    stage = "closed";
    return { type: "close", session: scenario.sessions[index] as Session };
  };

  const speak = (cue: ScriptCue): Step => ({ type: "speak", cue });

  const inProbes = ({ followUp }: Progress): Step => {
    const before = answered;
    answered = null;
    if (before && followUp) return speak({ purpose: "follow-up", probe: before });
    const probe = probes.shift();
    if (probe) {
      answered = probe;
      return speak({ purpose: "probe", probe });
    }
    stage = "closing";
    return (scenario.sessions[index] as Session).farewell ? speak({ purpose: "close" }) : closed();
  };

  const inGoal = (progress: Progress): Step => {
    const session = scenario.sessions[index] as Session;
    const talking = session.goal !== undefined && !progress.goalOver && progress.turns < scenario.stop.max_turns;
    const due = beats[0];
    if (due && (!talking || due.turn <= progress.turns + 1)) {
      beats.shift();
      return speak({ purpose: "beat", beat: due });
    }
    if (talking) return speak({ purpose: "goal" });
    stage = "probes";
    return inProbes(progress);
  };

  return {
    next(progress) {
      if (stage === "goal") return inGoal(progress);
      if (stage === "probes") return inProbes(progress);
      if (stage === "closing") return closed();
      return open();
    },
  };
}

/** How many graph steps a trial can take at most: two for each user turn, and some for the borders. */
export function stepLimit(scenario: Scenario): number {
  const turns = scenario.sessions.map(
    ({ beats, probes }) => scenario.stop.max_turns + beats.length + 2 * probes.length + 1,
  );
  return 2 * turns.reduce((sum, count) => sum + count, 0) + 10;
}
