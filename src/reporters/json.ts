import { jsonLine } from "../core/harmless.js";
import type { Reporter } from "../core/reporter.js";

/** One event a line, as it happens, and nothing else; the summary comes last. `stopped` tells how to go on, elsewhere. */
export function jsonReporter(out: (line: string) => void, stopped: Reporter["finished"]): Reporter {
  return {
    event: (event) => out(jsonLine(event)),
    delta() {},
    gate: async () => {},
    committed: (_, scores) => {
      for (const score of scores) out(jsonLine(score));
    },
    async finished(outcome) {
      if (outcome.summary) out(jsonLine(outcome.summary));
      if (outcome.state.stopped) await stopped(outcome);
    },
  };
}
