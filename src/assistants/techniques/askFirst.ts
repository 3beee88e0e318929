import type { Encounter, Stage } from "../../core/ports.js";
import { everything } from "../memories.js";
import { worthOfAsking } from "../preferences/worthOfAsking.js";
import { type Belief, beliefsOf } from "../realizer/beliefs.js";
import type { Recollection, Technique } from "../technique.js";

/** A question that promises less than this of a utility in [0, 1] is not worth a turn. */
const WORTH = 0.05;
/** More questions than this in a session are an interrogation. */
const MOST = 3;

/**
 * Recalls what `history` does, and asks before it recommends: about the slot whose answer changes the expected utility
 * most, as long as that is worth a turn. Expected value of information over what the person's segment answers, else
 * over all values alike: Howard 1966, Information Value Theory; for preferences, Boutilier 2002, A POMDP formulation
 * of preference elicitation problems (one step ahead here, not a policy).
 */
export const askFirst: Technique = {
  id: "ask-first",
  family: "asking",
  meaning: "everything that came before, and the question first whose answer would change the choice most",
  needs: "materials",
  manner: "serve",
  start(stage, thinking) {
    const asked = new Set<string>();
    // Only rules read what was told perfectly. A model is asked to pass over a question that was answered already.
    const read = (encounter: Encounter, recalled: readonly Recollection[]) =>
      thinking ? [] : beliefsOf(stage.cast.slots, recalled, encounter);
    return {
      ...everything(stage),
      question(encounter, recalled) {
        const slot = questionFor(stage, encounter, read(encounter, recalled), asked);
        if (slot !== null) asked.add(slot);
        return slot;
      },
    };
  },
};

function questionFor(
  stage: Stage,
  encounter: Encounter,
  beliefs: readonly Belief[],
  asked: ReadonlySet<string>,
): string | null {
  const { task, turns } = encounter;
  const before = turns.filter((turn) => turn.speaker === "assistant" && turn.asked.length > 0 && turn.choice === null);
  if (task.purpose !== "goal" || before.length >= MOST) return null;
  const { slots } = stage.cast;
  const open = task.slots.filter(
    (slot) => !asked.has(slot) && (slots[slot]?.ask.length ?? 0) > 0 && beliefs.every((one) => one.slot !== slot),
  );
  const worths = open.map((slot) => ({ slot, worth: worthOfAsking(slot, task.options, beliefs, stage) }));
  const best = worths.reduce((most, one) => (one.worth > most.worth ? one : most), { slot: "", worth: WORTH });
  return best.slot === "" ? null : best.slot;
}
