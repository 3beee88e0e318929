import { namedValues } from "../../core/satisfies.js";
import { filled } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { phraseOf } from "../phrases/phrasebook.js";
import { letStand } from "../scene.js";

const KIND = "clean.right-recall";

export const rightRecall = mutation(
  KIND,
  "tells, in other words, what is known where the person asks for it",
  wordingsOf(
    KIND,
    [
      "You told me that {you}.",
      "From what I remember, {you}.",
      "I'd say that {you}.",
      "Certainly: {you}.",
      "My notes say that {you}.",
      "What I have is that {you}.",
    ],
    [
      "As far as I know, {you}.",
      "I remember: {you}.",
      "Yes, I do. {You}.",
      "I've got it noted that {you}.",
      "The way you put it to me, {you}.",
      "If asked, I'd answer that {you}.",
    ],
  ),
  (scene, { text, held }) => {
    const fact = scene.known.find(({ slot }) => slot === scene.script.about);
    const you = fact && letStand(scene) && phraseOf(fact.slot, fact.condition, { held, draws: scene.draws });
    const answer = you && filled(text, { you });
    if (!fact || !answer) return null;
    const [value = ""] = namedValues(fact.condition);
    return {
      reply: { text: answer, asked: [], heard: [{ intent: "confirm", slot: fact.slot, value }] },
      fact: fact.id,
    };
  },
);
