import type { LivedFact } from "../../core/life.js";
import { framed } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { LIFE_SLOTS, MANNER_SLOTS, phraseOf } from "../phrases/phrasebook.js";
import { isPrivate, isTask, type Scene } from "../scene.js";

const KIND = "irrelevant";

const DEMOGRAPHICS = ["age", "occupation", "country"];

export const irrelevant = mutation(
  KIND,
  "brings up a known fact that has nothing to do with the question",
  wordingsOf(
    KIND,
    [
      "Since {you}, you might like to know the following. {reply}",
      "I know {you}, so I kept that in mind. {reply}",
      "{reply} And since {you}, I'm sure you'll appreciate that.",
      "As {you}, this should be right up your street. {reply}",
      "{reply} By the way, I remember that {you}.",
      "Knowing that {you}: {reply}",
      "{reply} I chose my answer with the fact that {you} in mind.",
      "I still have it in mind that {you}, of course. {reply}",
    ],
    [
      "Given that {you}, here goes. {reply}",
      "{reply} That's especially true because {you}.",
      "{You}, I know. In that case: {reply}",
      "Because {you}, I'd put it like this. {reply}",
      "{reply} As I recall, {you}, so it's worth keeping this in mind.",
      "Remembering that {you}, I'd answer as follows. {reply}",
      "{reply} This matters in your case, as {you}.",
      "You told me once that {you}, which is why I mention this. {reply}",
    ],
  ),
  (scene, wording) => {
    if (!isTask(scene) || !isPrivate(scene)) return null;
    for (const fact of scene.draws.shuffled(
      "fact",
      scene.known.filter((one) => isBeside(scene, one)),
    )) {
      const you = phraseOf(fact.slot, fact.condition, { held: wording.held, draws: scene.draws });
      const text = you && framed(wording.text, { you }, scene.reply.text);
      if (text) return { reply: { text }, fact: fact.id };
    }
    return null;
  },
);

/**
 * Whether a known fact is none of the question's business: the truth says `ignore`, and so does common sense, which
 * minds where anything is to be chosen only what is far from every choice, and at a health desk no illness at all.
 */
function isBeside({ probe, script, context }: Scene, { id, slot }: LivedFact): boolean {
  const ignored = probe.expected[slot] === "ignore" && !probe.forbidden.includes(id) && !probe.permitted.includes(id);
  if (!ignored || (slot === "condition" && context.scenario.domain === "healthcare")) return false;
  const remote = [...LIFE_SLOTS, ...DEMOGRAPHICS].includes(slot);
  return script.slots.length === 0 ? !MANNER_SLOTS.includes(slot) : remote;
}
