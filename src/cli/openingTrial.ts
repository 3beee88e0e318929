import type { Technique } from "../assistants/technique.js";
import { TECHNIQUES } from "../assistants/techniques/registry.js";
import { entryOf } from "../core/entryOf.js";
import { BASELINE } from "../core/plan.js";
import type { AssistantName } from "../schema/event.js";
import type { PlannedTrial } from "../schema/run.js";

/** The trial a screen opens with: the first that gets to know its person, or else the first that could. */
export function openingTrial(plan: readonly PlannedTrial[], arms: readonly AssistantName[]): string | null {
  const techniques = new Map(arms.map(({ id, technique }) => [id, entryOf(TECHNIQUES, technique)]));
  const first = (wanted: (technique: Technique | undefined) => boolean) =>
    plan.find(({ assistant }) => wanted(techniques.get(assistant)));
  const personal = first((technique) => technique?.family !== "controls");
  return (
    (personal ?? first((technique) => technique?.manner === "serve" && technique.id !== BASELINE) ?? plan[0])?.id ??
    null
  );
}
