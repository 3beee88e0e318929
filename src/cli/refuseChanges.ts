import { UsageError } from "../core/errors.js";
import type { RunOptions } from "./narrowed.js";

/** What may be another when a run goes on or is played again: how it is shown, how fast it is played, and what it may use. */
const FREE = new Set([
  ...["resume", "replay", "retryFailed", "out", "concurrency", "maxUsd", "maxTokens", "maxMinutes", "allowCode"],
  ...["junit", "markdown", "calibration", "pace", "plain", "json", "quiet", "color", "debug"],
]);

/** Throws UsageError for a suite, and for flags that would change what is played. */
export function refuseChanges(flag: string, suite: string | undefined, options: RunOptions): void {
  const given = Object.keys(options).filter((name) => options[name as keyof RunOptions] !== undefined);
  const named = [...(suite === undefined ? [] : ["a suite"]), ...given.filter((name) => !FREE.has(name))];
  if (named.length > 0)
    throw new UsageError(
      `${flag} plays what the run began with, so it takes no ${named.join(", ")}`,
      "only concurrency, budget and how it is shown may change",
    );
}
