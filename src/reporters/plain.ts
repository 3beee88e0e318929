import { relative } from "node:path";
import { harmless } from "../core/harmless.js";
import type { Reporter } from "../core/reporter.js";
import type { Score } from "../schema/score.js";
import type { Trial } from "../schema/trial.js";
import { summaryText } from "./table.js";

/** Where lines go. */
export interface Lines {
  out(line: string): void;
  progress(line: string): void;
  now(): number;
  width: number;
  /** Where the reader types commands, and what they begin with. */
  cwd: string;
  program: string;
}

/** One line per finished trial, then the table. Quiet: the table only. */
export function plainReporter(
  { out, progress, now, width, cwd, program }: Lines,
  planned: number,
  quiet: boolean,
): Reporter {
  const started = now();
  let done = 0;
  return {
    event() {},
    delta() {},
    gate: async () => {},
    committed(trial, scores) {
      done += 1;
      if (quiet) return;
      out(harmless(lineOf(trial, scores)));
      if (done % 50 === 0) progress(`${done} of ${planned} trials, about ${left(started, now(), done, planned)} left`);
    },
    judged(votes, of) {
      if (!quiet && (votes % 50 === 0 || votes === of)) progress(`${votes} of ${of} votes of the judge`);
    },
    async finished({ summary, folder, state }) {
      if (state.stopped)
        progress(
          `${STOPPED[state.stopped]} after ${state.committed} of ${state.planned} trials; what is finished is kept`,
        );
      if (summary) out(`\n${summaryText(summary, width)}`);
      const name = word(relative(cwd, folder));
      const next = state.stopped ? `run --resume ${name}` : `show ${name}   ${program} table ${name}`;
      progress(`\n${folder}\n  next: ${program} ${next}`);
    },
  };
}

const STOPPED = { interrupted: "interrupted", spent: "stopped by the budget" } as const;

/** A path as one word of a command line. */
const word = (path: string) => (/\s/.test(path) ? `"${path}"` : path);

function lineOf({ id, outcome, sessions, probes, failure }: Trial, scores: readonly Score[]): string {
  const turns = sessions.reduce((sum, session) => sum + session.turns.length, 0);
  const value = (scorer: string) => {
    const found = scores.find((one) => one.scorer === scorer)?.value ?? null;
    return found === null ? "-" : found.toFixed(2);
  };
  const why = failure ? `  ${failure.class}: ${failure.message.split("\n")[0]}` : "";
  return `${id}  ${outcome}  ${turns} turns, ${probes.length} probes  applied ${value("use.applied")}  adherence ${value("use.adherence")}${why}`;
}

function left(started: number, now: number, done: number, planned: number): string {
  const seconds = (((now - started) / done) * (planned - done)) / 1000;
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
