import type { AssistantName } from "../schema/event.js";
import { codePlace, isCode } from "../schema/external.js";
import { codeHashes } from "../store/codeFiles.js";

/** SHA-256 of the code that plays in a run, by path. */
export function codeOf(root: string, arms: readonly AssistantName[]): Record<string, string> {
  return codeHashes(
    root,
    arms.filter(isCode).map((arm) => codePlace(arm).file),
  );
}
