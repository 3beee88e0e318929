import type { Event } from "../schema/event.js";
import type { SessionRecord, Trial } from "../schema/trial.js";

/** The events of one trial, in order, as the one line that holds them. Throws where they are no whole trial. */
export function fold(events: readonly Event[]): Trial {
  const [first] = events;
  const last = events.at(-1);
  if (first?.type !== "trial.started" || last?.type !== "trial.ended")
    throw new Error("a trial is folded whole: from its start to its end");
  const { schema: _, type: __, trial: id, ...head } = first;
  const sessions: SessionRecord[] = [];
  const current = () => sessions.at(-1) as SessionRecord;
  for (const event of events) {
    if (event.type === "session.opened")
      sessions.push({ id: event.session, at: event.at, drifted: event.drifted, turns: [], end: null });
    if (event.type === "turn") current().turns.push(event.turn);
    if (event.type === "session.closed") current().end = event.end;
  }
  const probes = events.flatMap((event) => (event.type === "probe" ? [event.probe] : []));
  const { outcome, failure, usage } = last;
  return { schema: "dramatis/trial@1", id, ...head, outcome, failure, sessions, probes, usage };
}

/** The events a trial was folded from, in the order they were recorded: a probe after the last turn it concerns. */
export function unfold(trial: Trial): Event[] {
  const { schema: _, id, outcome, failure, sessions, probes, usage, ...head } = trial;
  const told = { schema: "dramatis/event@1", trial: id } as const;
  const within = sessions.flatMap(({ id: session, at, drifted, turns, end }): Event[] => [
    { ...told, type: "session.opened", session, at, drifted },
    ...turns.flatMap((turn): Event[] => [
      ...probesBefore(turn.index, session, trial).map((probe): Event => ({ ...told, type: "probe", probe })),
      { ...told, type: "turn", session, turn },
    ]),
    ...probesAfter(session, trial).map((probe): Event => ({ ...told, type: "probe", probe })),
    ...(end ? [{ ...told, type: "session.closed" as const, session, end }] : []),
  ]);
  return [
    { ...told, type: "trial.started", ...head },
    ...within,
    { ...told, type: "trial.ended", outcome, failure, usage },
  ];
}

/** Probes are written when the next user turn that is not about them begins. */
function probesBefore(index: number, session: string, { probes, sessions }: Trial) {
  const turns = sessions.find(({ id }) => id === session)?.turns ?? [];
  const turn = turns.find((one) => one.index === index);
  if (turn?.speaker !== "user") return [];
  return probes.filter((probe) => probe.session === session && closingTurn(probe.id, turns) === index);
}

function probesAfter(session: string, { probes, sessions }: Trial) {
  const turns = sessions.find(({ id }) => id === session)?.turns ?? [];
  return probes.filter((probe) => probe.session === session && closingTurn(probe.id, turns) === null);
}

/** The first user turn after the last one that is about the probe; null where the session ended before. */
function closingTurn(probe: string, turns: SessionRecord["turns"]): number | null {
  const last = turns.findLast((turn) => turn.speaker === "user" && turn.probe === probe);
  const next = turns.find((turn) => turn.speaker === "user" && last !== undefined && turn.index > last.index);
  return next?.index ?? null;
}
