import { framed } from "../framing.js";
import { served } from "../kinds/choosing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { phraseOf } from "../phrases/phrasebook.js";
import { isPrivate, isRight, knownOf } from "../scene.js";

const KIND = "clean.permitted-fact";

export const permittedFact = mutation(
  KIND,
  "names a fact that matters at the probe and that no best option serves",
  wordingsOf(
    KIND,
    [
      "I know {you}, and none of them gets everything right, but this comes closest. {reply}",
      "{reply} It isn't perfect, seeing that {you}, but it's the best there is.",
      "I did look at the fact that {you}. {reply}",
      "{reply} I'm aware that {you}; the rest speaks for it all the same.",
      "Although {you}, I'd still say this. {reply}",
      "{reply} Even though {you}, it's the best of them.",
    ],
    [
      "I haven't overlooked that {you}. {reply}",
      "{reply} With everything weighed up, including that {you}, I'd stay with it.",
      "You also told me that {you}, and I weighed that in. {reply}",
      "{reply} There's one drawback, given that {you}, but overall it wins.",
      "I kept it in view that {you}. All in all: {reply}",
      "{reply} True, {you}, and still nothing else comes nearer.",
    ],
  ),
  (scene, { text, held }) => {
    if (!isRight(scene) || !isPrivate(scene)) return null;
    const { draws, probe, reply } = scene;
    const facts = knownOf(scene, probe.permitted).filter(
      (fact) => probe.slots.includes(fact.slot) && !served(scene, fact),
    );
    for (const fact of draws.shuffled("fact", facts)) {
      const you = phraseOf(fact.slot, fact.condition, { held, draws });
      const changed = you && framed(text, { you }, reply.text);
      if (changed) return { reply: { text: changed }, fact: fact.id };
    }
    return null;
  },
);
