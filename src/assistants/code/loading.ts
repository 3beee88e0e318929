import type { Body, TurnBody } from "../external/transport.js";
import { CodeError } from "./fault.js";
import { type Graph, graphAssistant } from "./graph.js";
import type { Duty } from "./protocol.js";

/** An assistant as a module makes one for a person. What it answers is read where it arrives. */
export interface CodeAssistant {
  reply(request: TurnBody, hooks: { signal: AbortSignal }): unknown;
  endSession?(notice: Body): unknown;
  reset?(notice: Body): unknown;
}

/** Loads the code and gives what makes an assistant for a person. Throws CodeError where there is none to be had. */
export async function loaded({ kind, file, name }: Duty): Promise<(user: string) => Promise<CodeAssistant>> {
  const exported = await exportOf(file, name);
  if (kind === "langgraph") {
    if (!has(exported, "invoke"))
      throw new CodeError(
        "load",
        `what it exports as '${name}' is no compiled graph`,
        `export const ${name} = ….compile()`,
      );
    return async (user) => graphAssistant(exported as Graph, user);
  }
  if (typeof exported !== "function") throw new CodeError("load", "its default export is no function", EXPORT);
  return async (user) => {
    const made: unknown = await exported({ user_id: user });
    if (!has(made, "reply"))
      throw new CodeError("invalid-output", `what its default export makes has no function 'reply'; ${EXPORT}`);
    return made as CodeAssistant;
  };
}

const EXPORT =
  "write export default ({ user_id }) => ({ async reply(request, { signal }) { return { text } } }), a fresh one for each person";

const has = (thing: unknown, method: string) =>
  typeof (thing as Record<string, unknown> | null | undefined)?.[method] === "function";

async function exportOf(file: string, name: string): Promise<unknown> {
  const code = await import(file).catch((error: unknown) => {
    throw unloadable(error as NodeJS.ErrnoException);
  });
  if (!(name in code)) {
    const others = Object.keys(code).join(", ") || "nothing";
    throw new CodeError(
      "load",
      name === "default" ? "it has no default export" : `it exports no '${name}' but ${others}`,
      EXPORT,
    );
  }
  return code[name];
}

/** Codes of Node (nodejs.org/api/errors.html), and what would mend them. */
const MENDED: Readonly<Record<string, string>> = {
  ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX:
    "Node only takes types out: no enum, no namespace, no parameter property (erasableSyntaxOnly in tsconfig.json shows them)",
  ERR_UNKNOWN_FILE_EXTENSION: "this Node cannot read TypeScript: take Node 22.18 or newer, or write JavaScript",
  ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING: "Node reads no TypeScript below node_modules: copy the file elsewhere",
  ERR_REQUIRE_ASYNC_MODULE: "write it as an ES module, with import and export",
};

function unloadable(error: NodeJS.ErrnoException): CodeError {
  const { code = "", message = String(error), stack = "" } = error ?? {};
  const [, library] = /^Cannot find package '([^']+)'/.exec(message) ?? [];
  if (code === "ERR_MODULE_NOT_FOUND" && library)
    return new CodeError("library", message, `\`npm install ${library}\` in the folder of the file`);
  // The stack of what cannot be parsed begins with the place.
  const [place = ""] = stack.split("\n");
  const line = error?.name === "SyntaxError" ? /:(\d+)$/.exec(place)?.[1] : undefined;
  return new CodeError("load", `${message}${line ? ` (line ${line})` : ""}`, MENDED[code] ?? null);
}
