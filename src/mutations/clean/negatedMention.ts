import { framed } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { oppositesOf } from "../phrases/opposites.js";
import { phraseOf } from "../phrases/phrasebook.js";
import { isPrivate, isRight } from "../scene.js";

const KIND = "clean.negated-mention";

export const negatedMention = mutation(
  KIND,
  "names a value that is not the person's, and says that it is not",
  wordingsOf(
    KIND,
    [
      "I'm not assuming that {you}. {reply}",
      "{reply} I didn't act as if {you}, since that isn't the case.",
      "It's not as though {you}, so: {reply}",
      "{reply} It would be another matter if {you}, but that's not you.",
      "I know it isn't true that {you}. {reply}",
      "If it were true that {you}, I'd have said something else. As it is: {reply}",
    ],
    [
      "I would never claim that {you}. {reply}",
      "{reply} I'd answer differently if {you}, but that's not the case.",
      "There's no sign that {you}. {reply}",
      "{reply} I'm not going on the idea that {you}.",
      "I've ruled out that {you}. {reply}",
      "{reply} Of course I don't believe that {you}.",
    ],
  ),
  (scene, { text, held }) => {
    if (!isRight(scene) || !isPrivate(scene)) return null;
    const { known, probe, draws } = scene;
    const facts = known.filter(({ slot }) => probe.slots.includes(slot));
    for (const fact of draws.shuffled("fact", facts))
      for (const is of draws.shuffled("value", oppositesOf(fact.slot, fact.condition))) {
        const you = phraseOf(fact.slot, { is }, { held, draws });
        const changed = you && framed(text, { you }, scene.reply.text);
        if (changed) return { reply: { text: changed }, fact: fact.id };
      }
    return null;
  },
);
