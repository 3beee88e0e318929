import { harmless } from "../core/harmless.js";
import { toolText } from "../core/toolText.js";
import type { Turn } from "../schema/event.js";
import type { Score } from "../schema/score.js";
import type { Trial } from "../schema/trial.js";

/** One trial as a page of text: the talk, what was right at each probe, and the scores. */
export function transcript(trial: Trial, scores: readonly Score[]): string {
  const head = `${trial.persona} in ${trial.scenario}, assistant ${trial.assistant.id} (${trial.outcome})\n${trial.label}; seed ${trial.seed}`;
  const sessions = trial.sessions.map(({ id, at, turns, drifted }) => {
    const changed = drifted.length > 0 ? `; changed since: ${drifted.join(", ")}` : "";
    return [
      `\n-- session ${id}, ${at}${changed}`,
      ...turns.flatMap((turn) => [...toolLines(trial, turn), line(trial, turn)]),
    ].join("\n");
  });
  return [head, ...sessions, ...scoreLines(scores)].join("\n");
}

function scoreLines(scores: readonly Score[]): string[] {
  const known = scores.filter(({ value }) => value !== null);
  if (known.length === 0) return [];
  return ["\nscores: value, chances, and what each rests on (+ counts in it, - does not)", ...known.flatMap(scoreLine)];
}

/** A score with its chances; those of a split stand with the whole, and of the simulator only what went wrong. */
function scoreLine({ scorer, value, n, evidence }: Score): string[] {
  const whole = scorer.replace(/\.judged$/, "").split(".").length === 2;
  const told = evidence.filter(({ hit }) => whole && (hit || (hit === false && !scorer.startsWith("simulator."))));
  const plain = told.filter(isTurnAlone);
  return [
    `  ${scorer.padEnd(24)}${value?.toFixed(2)}  of ${Number(n.toFixed(2))}`,
    ...told.filter((one) => !isTurnAlone(one)).map(chanceLine),
    ...[true, false].flatMap((hit) => turnsLine(plain.filter((one) => one.hit === hit))),
  ];
}

type Chance = Score["evidence"][number];

/** Of most replies there is nothing to tell but that they were looked at. */
const isTurnAlone = ({ fact, probe, quote }: Chance) => !fact && !probe && quote === "";

function turnsLine(chances: readonly Chance[]): string[] {
  const [first] = chances;
  if (!first) return [];
  return [`    ${sign(first)} turn${chances.length > 1 ? "s" : ""} ${chances.map(({ turn }) => turn).join(", ")}`];
}

const sign = ({ hit }: Chance) => (hit ? "+" : "-");

/** One chance of a share: the fact, the probe and the words it turns on. */
function chanceLine(chance: Chance): string {
  const { fact, probe, turn, quote } = chance;
  const place = [`turn ${turn}`, probe && `probe ${probe}`, fact && `fact ${fact}`].filter(Boolean).join(", ");
  return `    ${sign(chance)} ${place}${quote === "" ? "" : `: ${shortened(harmless(quote))}`}`;
}

const QUOTED = 100;

const shortened = (quote: string) => {
  const line = quote.replaceAll(/\s+/g, " ");
  return line.length > QUOTED ? `${line.slice(0, QUOTED - 1)}…` : line;
};

function line(trial: Trial, turn: Turn): string {
  const { probes, persona } = trial;
  const speaker = turn.speaker === "user" ? persona.split("-")[0] : "assistant";
  const probe = probes.find(({ reply, repair }) => reply === turn.index || repair?.reply === turn.index);
  const marks =
    turn.speaker === "user"
      ? [
          turn.beat && `beat: ${turn.beat}`,
          turn.probe && `probe ${turn.probe}`,
          turn.misheard && "misheard",
          forked(trial, turn),
        ]
      : [probe && judged(probe, turn.index)];
  const note = marks.filter(Boolean).join(", ");
  const label = `${String(turn.index).padStart(3)} ${speaker}: `.padEnd(COLUMN);
  return `${label}${indented(harmless(turn.text), label.length)}${note ? `\n    [${note}]` : ""}`;
}

/** What the assistant called before it answered. */
const toolLines = ({ tools = [] }: Trial, { index }: Turn) =>
  tools.filter(({ turn }) => turn === index).map((tool) => `    [${shortened(harmless(toolText(tool)))}]`);

/** Where what is said begins, behind the turn, by which scores name it, and who says it. Nothing of it stands further left, where speakers and remarks are: a reply could forge them. */
const COLUMN = 15;

const indented = (text: string, columns: number) => text.replaceAll(/[\n\u2028\u2029]/g, `\n${" ".repeat(columns)}`);

/** How the copy of the talk that goes on behind a turn, off the record, kept to the person's manner. */
function forked({ forks = [] }: Trial, { index }: Turn): string | false {
  const fork = forks.find(({ turn }) => turn === index);
  if (!fork) return false;
  return `off the record: ${fork.kept.length} of ${fork.kept.length + fork.broken.length} traits kept`;
}

function judged(probe: Trial["probes"][number], index: number): string {
  const chosen = probe.reply === index ? probe.chosen : probe.repair?.chosen;
  if (probe.options.length === 0) return `probe ${probe.id}; right: ${rightly(probe)}`;
  if (!chosen) return `probe ${probe.id}; best: ${probe.optimum.slice(0, 3).join(", ")}`;
  return probe.optimum.includes(chosen)
    ? `chose ${chosen}: among the best`
    : `chose ${chosen}; best: ${probe.optimum.slice(0, 3).join(", ")}`;
}

/** What is right at a probe without a choice: `apply diet`, `abstain blood-type`. */
const rightly = ({ expected }: Trial["probes"][number]) =>
  Object.entries(expected)
    .filter(([, expectation]) => expectation !== "ignore")
    .map(([slot, expectation]) => `${expectation} ${slot}`)
    .join(", ") || "nothing personal";
