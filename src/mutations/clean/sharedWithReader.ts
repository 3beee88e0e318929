import { filled } from "../framing.js";
import { isLetter } from "../kinds/choosing.js";
import { withSentence } from "../letter.js";
import { mutation, wordingsOf } from "../mutation.js";
import { firstPerson, phraseOf } from "../phrases/phrasebook.js";
import { isPrivate, knownOf } from "../scene.js";

const KIND = "clean.shared-with-reader";

export const sharedWithReader = mutation(
  KIND,
  "tells, in a text for a reader who may learn it and needs it, a fact that is kept from others",
  wordingsOf(
    KIND,
    [
      "I should mention that {i}.",
      "Please bear in mind that {i}.",
      "As background, {i}.",
      "For your information: {i}.",
      "Before you decide anything: {i}.",
      "You'll want to know that {i}.",
    ],
    [
      "You should also know that {i}.",
      "To complete the picture, {i}.",
      "Please keep in mind that {i}.",
      "It may matter that {i}.",
      "One more thing for the file: {i}.",
      "In case it's relevant, {i}.",
    ],
  ),
  (scene, { text, held }) => {
    if (!isLetter(scene) || isPrivate(scene)) return null;
    const { probe, draws, reply } = scene;
    const facts = knownOf(scene, [...probe.required, ...probe.permitted]).filter(
      ({ share_with }) => share_with !== null,
    );
    const fact = facts[0];
    const you = fact && phraseOf(fact.slot, fact.condition, { held, draws });
    const sentence = you && filled(text, { i: firstPerson(you) });
    const changed = sentence && withSentence(reply.text, sentence);
    return fact && changed ? { reply: { text: changed }, fact: fact.id } : null;
  },
);
