import { jsonLine } from "../core/harmless.js";
import type { Reporter } from "../core/reporter.js";

/** One event a line, as it happens, and nothing else; the summary comes last. */
export function jsonReporter(out: (line: string) => void): Reporter {
  return {
    event: (event) => out(jsonLine(event)),
    delta() {},
    gate: async () => {},
    committed: (_, scores) => {
      for (const score of scores) out(jsonLine(score));
    },
    async finished({ summary }) {
      if (summary) out(jsonLine(summary));
    },
  };
}
