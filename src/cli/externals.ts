import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Code } from "../assistants/code/assistant.js";
import type { External } from "../assistants/external/assistant.js";
import { UsageError } from "../core/errors.js";
import type { Stage } from "../core/ports.js";
import type { AssistantName } from "../schema/event.js";
import { codePlace, isCode } from "../schema/external.js";
import { codeFault } from "../store/codeFiles.js";

/** How an external assistant of a trial is reached. */
export type Externals = (arm: AssistantName, stage: Stage) => External;

/** What plays a recorded run again: nobody is reached, whatever was answered stands in the record. */
export const recordedExternals: Externals = ({ model }) => ({ model, send: null });

/**
 * Ways to the external assistants of a run. Each file of code is loaded once, to see that it can be. Throws UsageError
 * where there is code and nobody allowed it to run, and where it is none for an assistant.
 */
export async function openExternals(
  arms: readonly AssistantName[],
  root: string,
  allowed: boolean,
): Promise<Externals> {
  const coded = arms.filter(isCode);
  if (coded.length > 0 && !allowed) throw new UsageError(...unallowed(coded));
  const { httpTransport } = await import("../assistants/http/transport.js");
  const { graphServerTransport } = await import("../assistants/http/graphServer.js");
  const reached = ({ technique, model }: AssistantName, { trial }: Stage): External => ({
    model,
    send: technique === "langgraph" ? graphServerTransport(model, trial) : httpTransport(model),
  });
  if (coded.length === 0) return reached;
  const { codeExternal, triedOut } = await import("../assistants/code/assistant.js");
  const codes = new Map(coded.map((arm) => [arm.id, codeOf(arm, root)]));
  for (const code of codes.values()) await triedOut(code).catch((error: unknown) => refuse(code, error));
  return (arm, stage) => {
    const code = codes.get(arm.id);
    return code ? codeExternal(code, stage) : reached(arm, stage);
  };
}

function unallowed(coded: readonly AssistantName[]): [string, string] {
  const files = [...new Set(coded.map((arm) => codePlace(arm).file))];
  return [
    `this would run code of the project: ${files.join(", ")}`,
    "it can do whatever you can do here; where you trust it, add --allow-code",
  ];
}

function codeOf(arm: AssistantName, root: string): Code {
  const { file, name } = codePlace(arm);
  const fault = codeFault(root, file);
  if (fault !== null) throw new UsageError(`${file} ${fault}`, `paths of code begin in ${root}`);
  return {
    ...{ kind: arm.technique as Code["kind"], file: pathToFileURL(join(root, file)).href, name, model: arm.model },
  };
}

function refuse({ model }: Code, error: unknown): never {
  const { message, what = "load", hint = null } = error as Error & { what?: string; hint?: string | null };
  throw new UsageError(`${model} cannot be an assistant: ${message}`, hint, what === "library" ? 3 : 2);
}
