import { wantedValue } from "../core/satisfies.js";
import type { Cast } from "../core/world.js";
import type { ProbeRecord, Source, TruthFact } from "../schema/event.js";
import type { Rubric } from "../schema/rubric.js";
import type { Trial } from "../schema/trial.js";

const FROM: Readonly<Record<Source, string>> = {
  session: "said in this session",
  past: "said in an earlier session",
  material: "stated in what was given beforehand",
  implied: "implied in what was given beforehand",
};

/**
 * What a judge is told of the person at a probe, in words, from the trial's own record: the facts that could be known by
 * then, with what they come from, a line each; what rubrics ask for beside these, they say (`shows`).
 */
export function knownWords(trial: Trial, probe: ProbeRecord, cast: Cast, shows: Rubric["shows"]): string {
  const lines = shows === "truth" ? trueLines(trial, probe, cast) : knownLines(trial, probe, cast);
  return [...lines, ...(shows === "talk" ? saidBefore(trial, probe) : [])].join("\n");
}

function knownLines({ truth }: Trial, { known, uncertain }: ProbeRecord, cast: Cast): string[] {
  const facts = new Map(truth.map((fact) => [fact.fact, fact]));
  const told = known.flatMap(({ fact, source }) => {
    const found = facts.get(fact);
    return found ? [{ found, from: FROM[source] }] : [];
  });
  const among = told.map(({ found }) => found);
  const perhaps = uncertain.flatMap((fact) => facts.get(fact) ?? []);
  return [
    ...told.map(({ found, from }) => line(found, cast, [from, ...noLonger(found, among)])),
    ...perhaps.map((fact) => line(fact, cast, ["it is not certain that this was said"])),
  ];
}

function trueLines({ truth }: Trial, { known }: ProbeRecord, cast: Cast): string[] {
  const sources = new Map(known.map(({ fact, source }) => [fact, source]));
  return truth.map((fact) => {
    const source = sources.get(fact.fact);
    return line(fact, cast, [source ? FROM[source] : "true, but not known", ...noLonger(fact, truth)]);
  });
}

/** That a fact ended may only be told where its successor is known: else a judge would know more than anybody could. */
function noLonger({ slot, to }: TruthFact, among: readonly TruthFact[]): string[] {
  const ended = to !== null && among.some((newer) => newer.slot === slot && newer.from === to);
  return ended ? [`no longer so since ${to.slice(0, 10)}`] : [];
}

function line({ fact, slot, condition }: TruthFact, { slots, persona }: Cast, notes: readonly string[]): string {
  // Drift adds the session to a fact's id; what governs it stays the file's.
  const written = persona.facts.find(({ id }) => id === fact.replace(/@.*$/, ""));
  const about = slots[slot]?.about;
  const scope = Object.entries(written?.when ?? {}).map(([key, value]) => `where ${key} is ${value}`);
  const readers = written?.share_with ? [`only for ${written.share_with.join(", ") || "nobody else"}`] : [];
  const all = [...(written?.veto ? ["a must"] : []), ...scope, ...readers, ...notes];
  return `- ${slot}${about ? ` (${about})` : ""}: ${wantedValue(condition)} [${all.join("; ")}]`;
}

/** The person's own words before the probe, a line each turn. */
function saidBefore({ sessions }: Trial, { turn }: ProbeRecord): string[] {
  const turns = sessions.flatMap((session) => session.turns.map((one) => ({ ...one, session: session.id })));
  const said = turns.filter(({ speaker, index }) => speaker === "user" && index < turn);
  return said.length === 0
    ? []
    : [
        "The person said before:",
        ...said.map(({ session, text }) => `- in session ${session}: ${text.replaceAll("\n", " ")}`),
      ];
}
