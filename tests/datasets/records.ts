import { parse as parseCsv } from "csv-parse/sync";
import { noUsage } from "../../src/core/usage.js";
import type { Run } from "../../src/schema/run.js";
import { run as runSchema } from "../../src/schema/run.js";
import type { Score } from "../../src/schema/score.js";
import type { Trial } from "../../src/schema/trial.js";
import { jsonLines } from "../support/dramatis.js";

export const RUN: Run = runSchema.parse({
  ...{ schema: "dramatis/run@1", id: "demo-20260612-180000-abcd", label: "exploratory", players: "rule-based players" },
  suite: { schema: "dramatis/suite@1", id: "demo", assistants: [{ technique: "generic" }] },
  ...{ assistants: [], user: "agenda", plan: [], versions: { dramatis: "0.1.0", node: "26" }, prompts: {}, files: {} },
  ...{ seed: 1, started: "2026-06-12T18:00:00Z", ended: null, status: "running", counts: {} },
  ...{ usage: noUsage(), exit_code: null },
});

export const score = (scorer: string, value: number | null): Score => ({
  ...{
    schema: "dramatis/score@1",
    trial: "t",
    scorer,
    version: 1,
    value,
    n: 1,
    reason: value === null ? "nothing" : null,
  },
  evidence: [],
});

/** What one trial came to in some format: its turns in order, with the marks of sessions, and what goes with it. */
export interface Read {
  said: { who: "user" | "assistant" | "session"; text: string }[];
  metadata: { trial: string; persona: string; assistant: string; seed: number; outcome: string; players: string };
  scores: Record<string, number>;
}

type Reader = (text: string) => Read[];
// biome-ignore lint/suspicious/noExplicitAny: records are read here as any other program would
const lines = (text: string) => jsonLines(text) as any[];

// biome-ignore lint/suspicious/noExplicitAny: see above
const metadataIn = ({ metadata }: any): Pick<Read, "metadata" | "scores"> => ({
  metadata: {
    ...{ trial: metadata.trial, persona: metadata.persona, assistant: metadata.assistant.id, seed: metadata.seed },
    ...{ outcome: metadata.outcome, players: metadata.players },
  },
  scores: metadata.scores,
});

const marked = (id: string, at: string) => ({ who: "session" as const, text: `Session ${id}, ${at}` });

const chat = (messages: { role: string; content: string }[]): Read["said"] =>
  messages.map(({ role, content }) => ({ who: role === "system" ? "session" : (role as "user"), text: content }));

/** How each format is read by another program. A new format is a reader here. */
export const READERS: Readonly<Record<string, Reader>> = {
  jsonl: (text) =>
    lines(text).map((record) => ({
      ...metadataIn(record),
      said: (record as Trial).sessions.flatMap(({ id, at, turns }) => [
        marked(id, at),
        ...turns.map(({ speaker, text: words }) => ({ who: speaker, text: words })),
      ]),
    })),
  openai: (text) =>
    lines(text).map((record) => ({
      ...metadataIn(record),
      said: chat(record.messages),
    })),
  sharegpt: (text) =>
    lines(text).map((record) => ({
      ...metadataIn(record),
      said: record.conversations.map(({ from, value }: { from: string; value: string }) => ({
        who: ({ system: "session", human: "user", gpt: "assistant" } as const)[from as "gpt"],
        text: value,
      })),
    })),
  csv: (text) =>
    (parseCsv(text, { columns: true }) as Record<string, string>[]).map((row) => ({
      metadata: {
        ...{ trial: row.trial ?? "", persona: row.persona ?? "", assistant: row.assistant ?? "" },
        ...{ seed: Number(row.seed), outcome: row.outcome ?? "", players: row.players ?? "" },
      },
      scores: JSON.parse(row.scores ?? ""),
      said: chat(JSON.parse(row.messages ?? "")),
    })),
};
