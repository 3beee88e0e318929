import { jsonLine } from "../core/harmless.js";
import type { Turn } from "../schema/event.js";
import type { Trial } from "../schema/trial.js";
import { type Exporter, metadataOf } from "./exporter.js";

/** One trial a line, whole, with its scores. */
export const jsonl: Exporter = (run) => ({
  head: "",
  record: (trial, scores) => `${jsonLine({ ...trial, scores, metadata: metadataOf(run, trial, scores) })}\n`,
});

/** Chat messages as the OpenAI fine-tuning format has them; a system message marks each session. */
export const openai: Exporter = (run) => ({
  head: "",
  record: (trial, scores) => `${jsonLine({ messages: messagesOf(trial), metadata: metadataOf(run, trial, scores) })}\n`,
});

/** Conversations as ShareGPT has them: `from` is human, gpt or system. */
export const sharegpt: Exporter = (run) => ({
  head: "",
  record: (trial, scores) => {
    const conversations = conversation(
      trial,
      (text) => ({ from: "system", value: text }),
      ({ speaker, text }) => ({ from: speaker === "user" ? "human" : "gpt", value: text }),
    );
    return `${jsonLine({ id: trial.id, conversations, metadata: metadataOf(run, trial, scores) })}\n`;
  },
});

/** A trial as chat messages; a system message marks each session. */
export function messagesOf(trial: Trial) {
  return conversation(
    trial,
    (text) => ({ role: "system", content: text }),
    ({ speaker, text }) => ({ role: speaker as string, content: text }),
  );
}

function conversation<T>(trial: Trial, mark: (text: string) => T, say: (turn: Turn) => T): T[] {
  return trial.sessions.flatMap(({ id, at, turns }) => [mark(`Session ${id}, ${at}`), ...turns.map(say)]);
}
