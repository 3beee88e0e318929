import { harmless } from "../core/harmless.js";
import type { ScoreChange } from "../core/scoreChanges.js";
import { counted, short } from "./numbers.js";

/** What scoring again changed, a line a scorer. */
export function scoreChangeLines(changes: readonly ScoreChange[]): string[] {
  if (changes.length === 0) return ["nothing moved: the scores are what they were"];
  return changes.map(({ scorer, versions: [before, after], trials, moved, arms }) => {
    if (after === null) return harmless(`${scorer}: no longer scored`);
    if (before === null) return harmless(`${scorer}: new, version ${after}, ${counted(trials, "trial")}`);
    const version = before === after ? `version ${after}` : `version ${before} → ${after}`;
    const values = arms.map((arm) => `${arm.assistant} ${short(arm.before)} → ${short(arm.after)}`);
    return harmless([`${scorer}: ${version}, ${moved} of ${counted(trials, "trial")} moved`, ...values].join("; "));
  });
}
