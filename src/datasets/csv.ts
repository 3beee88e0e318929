import { stringify } from "csv-stringify/sync";
import { jsonLine } from "../core/harmless.js";
import { messagesOf } from "./conversations.js";
import { type Exporter, metadataOf } from "./exporter.js";

const PLAIN = ["trial", "persona", "scenario", "user", "players", "seed", "repeat", "outcome"] as const;
const COLUMNS = [...PLAIN, "assistant", "model", "truth", "scores", "provenance", "messages"];

/**
 * One conversation a row (RFC 4180). The cells `truth`, `scores`, `provenance` and `messages` are JSON, the messages
 * as in the format `openai`. Cells that a sheet would take for a formula are quoted with an apostrophe.
 */
export const csv: Exporter = (run) => ({
  head: stringify([COLUMNS]),
  record: (trial, scores) => {
    const metadata = metadataOf(run, trial, scores);
    const { assistant, truth, provenance } = metadata;
    const parts = [truth, metadata.scores, provenance, messagesOf(trial)].map((part) => jsonLine(part));
    const row = [...PLAIN.map((name) => metadata[name]), assistant.id, assistant.model, ...parts];
    return stringify([row], { escape_formulas: true });
  },
});
