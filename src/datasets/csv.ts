import { stringify } from "csv-stringify/sync";
import { harmless } from "../core/harmless.js";
import type { Exporter } from "./exporter.js";

const COLUMNS = [
  "trial",
  "persona",
  "scenario",
  "assistant",
  "model",
  "user",
  "players",
  "seed",
  "repeat",
  "outcome",
  "session",
  "at",
  "turn",
  "speaker",
  "text",
  "beat",
  "probe",
  "choice",
  "disclosed",
];

/** One turn a row (RFC 4180), without control sequences. Cells that a sheet would take for a formula are quoted with an apostrophe. */
export const csv: Exporter = () => ({
  head: stringify([COLUMNS]),
  record: ({ id, persona, scenario, assistant, user, label, seed, repeat, outcome, sessions }) =>
    stringify(
      sessions.flatMap((session) =>
        session.turns.map((turn) => [
          ...[
            id,
            persona,
            scenario,
            assistant.id,
            assistant.model,
            user,
            label,
            seed,
            repeat,
            outcome,
            session.id,
            session.at,
            turn.index,
            turn.speaker,
            harmless(turn.text),
          ],
          ...(turn.speaker === "user"
            ? [turn.beat, turn.probe, null, turn.disclosed.map(({ fact }) => fact).join(" ")]
            : [null, null, turn.choice, null]),
        ]),
      ),
      { escape_formulas: true },
    ),
});
