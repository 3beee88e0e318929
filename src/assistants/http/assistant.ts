import { z } from "zod";
import { askedSlots } from "../../core/askedSlots.js";
import { AssistantError, ProviderError } from "../../core/errors.js";
import type { Assistant, Encounter, Stage } from "../../core/ports.js";
import { normalised, sentencesOf } from "../../core/words.js";
import { offered } from "../offered.js";
import { given } from "./given.js";

const answer = z.object({ text: z.string().min(1), choice: z.string().nullish() });

const TIMEOUT = 60_000;
const LONGEST = 1_000_000;

/**
 * An assistant behind an address: one POST `{user_id, session_id, now, materials, options, messages}` a turn, answered by
 * `{text, choice?}`; then `{end_session: true}` and at the end `{reset: true}`. With memory `own` it is sent materials
 * at the first turn only and keeps the rest itself; with `given` it is sent them at every turn.
 */
export function httpAssistant(address: string, memory: "own" | "given", stage: Stage): Assistant {
  const user = { user_id: stage.trial };
  let first = true;
  return {
    async reply(encounter, { signal }) {
      const sent = first || memory === "given";
      first = false;
      const body = {
        ...user,
        ...situationOf(encounter),
        ...(sent ? { materials: given(stage.materials) } : {}),
        options: encounter.task.options.map(offered),
      };
      const { text, choice } = readAnswer(await post(address, body, signal));
      const { options } = encounter.task;
      const stated = options.find(({ id }) => id === choice);
      const named = stated ?? options.find(({ name }) => normalised(text).includes(normalised(name)));
      return {
        ...{
          text,
          choice: named?.id ?? null,
          asked: askedSlots(sentencesOf(text), stage.cast.slots),
          recalled: [],
          used: [],
        },
        choice_by: stated ? "structure" : named ? "text" : "none",
        usage: { calls: 1, input: 0, output: 0 },
      };
    },
    async endSession({ id }) {
      await post(address, { ...user, session_id: id, end_session: true }, AbortSignal.timeout(TIMEOUT));
    },
    async endTrial() {
      await post(address, { ...user, reset: true }, AbortSignal.timeout(TIMEOUT));
    },
  };
}

function situationOf({ session, moment, turns }: Encounter) {
  return {
    session_id: session,
    now: moment.at,
    messages: turns.map(({ speaker, text }) => ({ role: speaker, content: text })),
  };
}

async function post(address: string, body: object, signal: AbortSignal): Promise<string> {
  try {
    const limits = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: limits,
      redirect: "error",
    });
    const text = await response.text();
    if (!response.ok)
      throw new AssistantError(
        response.status >= 500 ? "server" : "refused",
        `the assistant answered ${response.status}`,
        text,
      );
    return text;
  } catch (error) {
    if (signal.aborted || error instanceof ProviderError) throw error;
    if (error instanceof Error && error.name === "TimeoutError")
      throw new ProviderError("timeout", `${address} did not answer within ${TIMEOUT / 1000} s`);
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    throw new ProviderError("network", `${address} cannot be reached${code ? ` (${code})` : ""}`);
  }
}

function readAnswer(text: string): z.infer<typeof answer> {
  if (text.length > LONGEST)
    throw new AssistantError("invalid-output", `the answer has ${text.length} characters; at most ${LONGEST}`, text);
  try {
    return answer.parse(JSON.parse(text));
  } catch {
    throw new AssistantError("invalid-output", "the answer is not {text, choice?}", text);
  }
}
