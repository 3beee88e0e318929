import type { Assistant, Encounter, Stage } from "../../core/ports.js";
import { noUsage } from "../../core/usage.js";
import type { Turn } from "../../schema/event.js";
import { offered } from "../offered.js";
import { read } from "../reading.js";
import { given } from "./given.js";
import { post, readAnswer, TIMEOUT } from "./post.js";

/**
 * An assistant behind an address: one POST `{user_id, session_id, now, materials, options, messages}` a turn, answered by
 * `{text, choice?}`; then `{end_session: true}` and at the end `{reset: true}`. With memory `own` it is sent materials
 * at the first turn only and keeps the rest itself; with `given` it is sent them at every turn, past sessions
 * among them.
 */
export function httpAssistant(
  address: string,
  memory: "own" | "given",
  stage: Stage,
  timeout: number = TIMEOUT,
): Assistant {
  const user = { user_id: stage.trial };
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
      const { text, choice } = readAnswer(await post(address, body, timeout, signal));
      return {
        ...read(text, [{ id: choice }], options, stage.cast.slots),
        recalled: [],
        used: [],
        usage: noUsage(),
      };
    },
    async endSession({ id, at, turns }) {
      past.push({ id, at, messages: messagesOf(turns) });
      await post(address, { ...user, session_id: id, end_session: true }, timeout);
      return undefined;
    },
    async endTrial() {
      await post(address, { ...user, reset: true }, timeout);
    },
  };
}

function situationOf({ session, moment, turns }: Encounter) {
  return { session_id: session, now: moment.at, messages: messagesOf(turns) };
}

function messagesOf(turns: readonly Turn[]) {
  return turns.map(({ speaker, text }) => ({ role: speaker, content: text }));
}
