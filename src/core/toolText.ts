import type { ToolCall } from "../schema/event.js";

/** A tool call as people read it: `tool save {"note":"no meat"}: saved`. */
export const toolText = ({ name, args, result }: ToolCall) =>
  `tool ${name} ${args}${result === null ? "" : `: ${result}`}`;
