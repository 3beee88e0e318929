import type { Fork, Turn } from "../schema/event.js";
import { ProviderError } from "./errors.js";
import type { User } from "./ports.js";
import { signatureOf, traitsIn } from "./signature.js";
import type { Cast } from "./world.js";

/** The person's turns of a talk after which they are asked: drift is seen within eight rounds (Li et al. 2024). */
const ASKED_AFTER = new Set([1, 4, 8, 16]);

/** Off the matter of every scenario, so that nothing but the manner is asked for. */
const NEUTRAL = "By the way, how has your week been so far?";

/** Where a talk stands: its turns so far, the last of them the person's. */
export interface Standing {
  session: string;
  turns: readonly Turn[];
}

/**
 * Asks a copy of the talk one neutral question, where the person is a model's and the talk is so far: what it answers
 * shows whether it still writes as this person does. Null where nothing is asked, or the question came to nothing.
 */
export function driftProbe({ persona }: Cast, user: User): (standing: Standing) => Promise<Fork | null> {
  const signature = signatureOf(persona);
  return async ({ session, turns }) => {
    const last = turns.at(-1);
    const said = turns.filter(({ speaker }) => speaker === "user").length;
    if (!user.aside || !last || !ASKED_AFTER.has(said)) return null;
    const answer = await user.aside(NEUTRAL, turns).catch(unanswered);
    return answer === null
      ? null
      : { session, turn: last.index, said, question: NEUTRAL, answer, ...traitsIn(answer, signature) };
  };
}

/** What is asked beside the talk never ends it. */
function unanswered(error: unknown): null {
  if (error instanceof ProviderError) return null;
  throw error;
}
