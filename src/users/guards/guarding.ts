import type { LivedFact } from "../../core/life.js";
import type { Cast, Matches } from "../../core/world.js";
import type { Turn } from "../../schema/event.js";
import { secretsIn } from "../givenAway.js";
import { failedGuards } from "./guards.js";

/** Holds the wordings of one person against the guards, in the talk as it stands. */
export function guarding(
  { persona, slots }: Cast,
  life: readonly LivedFact[],
  matches: Matches,
): (text: string, turns: readonly Turn[]) => string[] {
  const secrets = secretsIn(life, slots, matches);
  const names = [persona.name, persona.name.split(" ")[0] as string];
  // Words beyond which a turn is no turn of this person's.
  const longest = Math.max(40, 3 * persona.style.words_per_turn[1]);
  return (text, turns) => {
    const saidBy = (who: Turn["speaker"]) => turns.filter(({ speaker }) => speaker === who).map((turn) => turn.text);
    return failedGuards({ text, before: saidBy("user"), heard: saidBy("assistant"), secrets, names, longest });
  };
}
