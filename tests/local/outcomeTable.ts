import type { UserTurn } from "../../src/schema/event.js";
import type { Trial } from "../../src/schema/trial.js";
import { turnsOf, userTurns } from "../support/talk.js";
import type { Entry, Played } from "./playing.js";

const COLUMNS: Readonly<Record<string, (trial: Trial, journal: readonly Entry[]) => string | number>> = {
  assistant: ({ assistant }) => assistant.id,
  repeat: ({ repeat }) => repeat,
  outcome: ({ outcome }) => outcome,
  turns: (trial) => turnsOf(trial).length,
  calls: ({ usage }) => usage.calls,
  read: ({ usage }) => usage.input,
  cached: ({ usage }) => usage.cached,
  written: ({ usage }) => usage.output,
  "template spoke": (trial) => templateIn(userTurns(trial)),
  "guards failed": (trial) => guardsIn(userTurns(trial)),
  seconds: ({ id }, journal) => secondsOf(id, journal).toFixed(1),
};

/** How each trial of a run went, as rows of one table in Markdown. */
export function outcomeTable(name: string, { trials, journal }: Pick<Played, "trials" | "journal">): string {
  const rows = trials.map((trial) => [name, ...Object.values(COLUMNS).map((cell) => cell(trial, journal))]);
  const head = ["run", ...Object.keys(COLUMNS)];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Turns that a model was asked to word and the template had to, of all that a model was asked to word. */
function templateIn(turns: readonly UserTurn[]): string {
  const stood = turns.filter(({ spoken }) => spoken === "model").length;
  const fell = turns.filter(({ spoken, guards }) => spoken === "template" && guards.length > 0).length;
  return `${fell} of ${stood + fell}`;
}

/** In how many turns which guard was failed. Turns that ended the trial are not in it: nobody spoke them. */
function guardsIn(turns: readonly UserTurn[]): string {
  const names = Map.groupBy(
    turns.flatMap(({ guards }) => guards),
    (guard) => guard,
  );
  return [...names].map(([guard, { length }]) => `${guard} ${length}`).join(", ") || "none";
}

/** How long a trial was played, without the time between a kill and the next attempt. */
function secondsOf(trial: string, journal: readonly Entry[]): number {
  let milliseconds = 0;
  let before = 0;
  for (const { wall, event } of journal) {
    if (event.trial !== trial) continue;
    const now = Date.parse(wall);
    if (event.type !== "trial.started") milliseconds += now - before;
    before = now;
  }
  return milliseconds / 1000;
}
