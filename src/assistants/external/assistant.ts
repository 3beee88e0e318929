import type { Assistant, Encounter, Stage } from "../../core/ports.js";
import { noUsage } from "../../core/usage.js";
import type { Turn } from "../../schema/event.js";
import { offered } from "../offered.js";
import { read } from "../reading.js";
import { readAnswer } from "./answer.js";
import { given } from "./given.js";
import { recorded } from "./recorded.js";
import type { Transport } from "./transport.js";

/** An external assistant of one trial: what it is called in the record, and how it is reached; null where only its record is. */
export interface External {
  model: string;
  send: Transport | null;
  /** Called once the trial is over. */
  close?(): void;
}

/**
 * An assistant outside of Dramatis: one body `{user_id, session_id, now, materials, options, messages}` a turn, answered by
 * `{text, choice?, tool_calls?}`; then `{end_session: true}` and at the end `{reset: true}`. With memory `own` it is sent
 * materials at the first turn only and keeps the rest itself; with `given` it is sent them at every turn, past sessions
 * among them. Answers are recorded as they came, and read in the same way where only the record is left.
 */
export function externalAssistant({ model, send, close }: External, memory: "own" | "given", stage: Stage): Assistant {
  const user = { user_id: stage.trial };
  const ask = recorded(send, model, stage.book);
  const past: object[] = [];
  let first = true;
  return {
    async reply(encounter, { signal }) {
      const { options } = encounter.task;
      const sent = first || memory === "given";
      first = false;
      const materials = { ...given(stage.materials), sessions: memory === "given" ? past : [] };
      const body = {
        ...user,
        ...situationOf(encounter),
        ...(sent ? { materials } : {}),
        options: options.map(offered),
      };
      const { text, choice, tools } = readAnswer(await ask(body, signal));
      return {
        ...read(text, [{ id: choice }], options, stage.cast.slots),
        ...{ recalled: [], used: [], usage: noUsage() },
        ...(tools.length > 0 ? { tools } : {}),
      };
    },
    async endSession({ id, at, turns }) {
      past.push({ id, at, messages: messagesOf(turns) });
      await ask({ ...user, session_id: id, end_session: true }, stage.signal);
      return undefined;
    },
    async endTrial() {
      try {
        await send?.({ ...user, reset: true });
      } finally {
        close?.();
      }
    },
  };
}

function situationOf({ session, moment, turns }: Encounter) {
  return { session_id: session, now: moment.at, messages: messagesOf(turns) };
}

function messagesOf(turns: readonly Turn[]) {
  return turns.map(({ speaker, text }) => ({ role: speaker, content: text }));
}
