import { framed } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { MANNER_SLOTS, phraseOf } from "../phrases/phrasebook.js";
import { isPrivate, isTask } from "../scene.js";

const KIND = "clean.value-set-aside";

export const valueSetAside = mutation(
  KIND,
  "names a known fact only to say that it does not matter here, and gives the plain answer",
  wordingsOf(
    KIND,
    [
      "It makes no difference here that {you}. {reply}",
      "No need to consider that {you} for this one: {reply}",
      "{reply} It doesn't matter here that {you}.",
      "Whether or not {you} plays no part in this. {reply}",
      "{reply} That has nothing to do with the fact that {you}.",
      "The fact that {you} doesn't come into it. {reply}",
    ],
    [
      "I don't need to go into the fact that {you}. {reply}",
      "{reply} It isn't relevant to this that {you}.",
      "This doesn't hinge on whether {you}: {reply}",
      "{reply} The answer would be no different if it weren't the case that {you}.",
      "Never mind that {you}, this is the same for everyone. {reply}",
      "{reply} I'm not bringing in the fact that {you}, as it changes nothing.",
    ],
  ),
  (scene, { text, held }) => {
    const { script, known, draws, reply } = scene;
    const nothingMatters = isTask(scene) && script.slots.length === 0 && isPrivate(scene);
    if (!nothingMatters) return null;
    const facts = known.filter(({ slot }) => !MANNER_SLOTS.includes(slot));
    for (const fact of draws.shuffled("fact", facts)) {
      const you = phraseOf(fact.slot, fact.condition, { held, draws });
      const changed = you && framed(text, { you }, reply.text);
      if (changed) return { reply: { text: changed }, fact: fact.id };
    }
    return null;
  },
);
