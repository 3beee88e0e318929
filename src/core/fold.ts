import type { Event, ProbeRecord, Turn } from "../schema/event.js";
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
    if (event.type === "learned") current().learned = event.facts;
  }
  const probes = events.flatMap((event) => (event.type === "probe" ? [event.probe] : []));
  const forks = events.flatMap((event) => (event.type === "fork" ? [event.fork] : []));
  const tools = events.flatMap((event) => (event.type === "tool" ? [event.tool] : []));
  const { outcome, failure, usage } = last;
  return {
    ...{ schema: "dramatis/trial@1", id, ...head, outcome, failure, sessions, probes },
    ...(tools.length > 0 ? { tools } : {}),
    ...(forks.length > 0 ? { forks } : {}),
    usage,
  };
}

/** The events a trial was folded from, in the order they were recorded: a probe after the last turn it concerns, a fork after its turn, a tool before. */
export function unfold(trial: Trial): Event[] {
  const { schema: _, id, outcome, failure, sessions, probes, tools = [], forks = [], usage, ...head } = trial;
  const told = { schema: "dramatis/event@1", trial: id } as const;
  const bySession = Map.groupBy(probes, ({ session }) => session);
  const within = sessions.flatMap(({ id: session, at, drifted, turns, end, learned }): Event[] => {
    const settled = byClosingTurn(bySession.get(session) ?? [], turns);
    const probesAt = (turn: number | null) =>
      (settled.get(turn) ?? []).map((probe): Event => ({ ...told, type: "probe", probe }));
    const toolsFor = (wanted: (turn: number) => boolean) =>
      tools
        .filter((tool) => tool.session === session && wanted(tool.turn))
        .map((tool): Event => ({ ...told, type: "tool", tool }));
    return [
      { ...told, type: "session.opened", session, at, drifted },
      ...turns.flatMap((turn): Event[] => [
        ...probesAt(turn.index),
        ...toolsFor((index) => index === turn.index),
        { ...told, type: "turn", session, turn },
        ...forks.filter((fork) => fork.turn === turn.index).map((fork): Event => ({ ...told, type: "fork", fork })),
      ]),
      // A trial that was cut off may have tools whose answer never came.
      ...toolsFor((index) => !turns.some((turn) => turn.index === index)),
      ...probesAt(null),
      ...(end ? [{ ...told, type: "session.closed" as const, session, end }] : []),
      ...(learned ? [{ ...told, type: "learned" as const, session, facts: learned }] : []),
    ];
  });
  return [
    { ...told, type: "trial.started", ...head },
    ...within,
    { ...told, type: "trial.ended", outcome, failure, usage },
  ];
}

/**
 * Probes by the turn before which they were written: the first user turn after the last one that is about them, or
 * null where the session ended before.
 */
function byClosingTurn(probes: readonly ProbeRecord[], turns: readonly Turn[]): Map<number | null, ProbeRecord[]> {
  const closing = new Map<string, number | null>();
  let next: number | null = null;
  for (const turn of turns.toReversed()) {
    if (turn.speaker !== "user") continue;
    if (turn.probe !== null && !closing.has(turn.probe)) closing.set(turn.probe, next);
    next = turn.index;
  }
  return Map.groupBy(probes, ({ id }) => closing.get(id) ?? null);
}
