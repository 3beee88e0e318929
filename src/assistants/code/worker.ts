import { parentPort, workerData } from "node:worker_threads";
import type { Body } from "../external/transport.js";
import { CodeError, faultOf } from "./fault.js";
import { type CodeAssistant, loaded } from "./loading.js";
import { type Duty, type Errand, type Report, tooLate } from "./protocol.js";

// The program of a thread in which somebody's code plays the assistant of one trial.

const duty = workerData as Duty;
const code = loaded(duty);
// Told where an errand asks for it.
code.catch(() => {});
let made: Promise<CodeAssistant> | null = null;

async function carriedOut({ body }: Errand, signal: AbortSignal): Promise<string> {
  const make = await code;
  if (body === null) return "";
  made ??= make(duty.user);
  return answered(await made, JSON.parse(body), signal);
}

async function answered(assistant: CodeAssistant, body: Body, signal: AbortSignal): Promise<string> {
  if ("messages" in body) return written(await assistant.reply(body, { signal }));
  await ("reset" in body ? assistant.reset?.(body) : assistant.endSession?.(body));
  return "";
}

/** An answer in JSON, as it would come from elsewhere. */
function written(answer: unknown): string {
  const text = jsonOf(answer);
  if (text.length > duty.longest)
    throw new CodeError("invalid-output", `the answer is longer than ${duty.longest} bytes`);
  return text;
}

function jsonOf(answer: unknown): string {
  try {
    return JSON.stringify(answer) ?? "";
  } catch (error) {
    throw new CodeError("invalid-output", `the answer cannot be written as JSON: ${(error as Error).message}`);
  }
}

parentPort?.on("message", async (errand: Errand) => {
  const signal = AbortSignal.timeout(errand.timeout);
  const send = (outcome: Report) => parentPort?.postMessage(outcome);
  try {
    send({ id: errand.id, text: await carriedOut(errand, signal) });
  } catch (error) {
    const late = new CodeError("timeout", tooLate(errand.timeout));
    send({ id: errand.id, fault: faultOf(signal.aborted ? late : error) });
  }
});
