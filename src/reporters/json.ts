import type { Reporter } from "../core/reporter.js";

/** One event a line, as it happens, and nothing else; the summary comes last. */
export function jsonReporter(out: (line: string) => void): Reporter {
  return {
    event: (event) => out(JSON.stringify(event)),
    delta() {},
    gate: async () => {},
    committed: (_, scores) => {
      for (const score of scores) out(JSON.stringify(score));
    },
    async finished({ summary }) {
      if (summary) out(JSON.stringify(summary));
    },
  };
}
