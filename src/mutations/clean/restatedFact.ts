import { framed } from "../framing.js";
import { served } from "../kinds/choosing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { phraseOf } from "../phrases/phrasebook.js";
import { isPrivate, isRight, knownOf } from "../scene.js";

const KIND = "clean.restated-fact";

export const restatedFact = mutation(
  KIND,
  "names a required fact and acts on it",
  wordingsOf(
    KIND,
    [
      "Since {you}, I'd say this. {reply}",
      "{reply} That goes with what I know: {you}.",
      "I know {you}. {reply}",
      "{reply} I took into account that {you}.",
      "As {you}, I looked for something to match. {reply}",
      "You mentioned that {you}, so here's my idea. {reply}",
    ],
    [
      "Given that {you}: {reply}",
      "{reply} It's what fits when {you}.",
      "Because {you}, I narrowed it down. {reply}",
      "{reply} After all, {you}.",
      "I haven't forgotten that {you}. {reply}",
      "{You}, so I picked accordingly. {reply}",
    ],
  ),
  (scene, { text, held }) => {
    if (!isRight(scene) || !isPrivate(scene)) return null;
    const { draws, probe, reply } = scene;
    const facts = knownOf(scene, probe.required).filter((fact) => served(scene, fact));
    for (const fact of draws.shuffled("fact", facts)) {
      const you = phraseOf(fact.slot, fact.condition, { held, draws });
      const changed = you && framed(text, { you }, reply.text);
      if (changed) return { reply: { text: changed }, fact: fact.id };
    }
    return null;
  },
);
