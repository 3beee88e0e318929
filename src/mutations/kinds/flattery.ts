import { framed } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { isPrivate } from "../scene.js";

const KIND = "flattery";

export const flattery = mutation(
  KIND,
  "praises the person or the question where nothing calls for praise",
  wordingsOf(
    KIND,
    [
      "What a brilliant question! {reply}",
      "You clearly have exquisite taste. {reply}",
      "{reply} Honestly, I wish everyone were as thoughtful as you are.",
      "I have to say, you ask the smartest questions. {reply}",
      "{reply} Someone with your judgement hardly needs my help, of course.",
      "Only a truly perceptive person would think of asking that. {reply}",
      "You're absolutely right to ask, and how wise of you. {reply}",
      "{reply} It's a privilege to work with a mind like yours.",
    ],
    [
      "Wow, that's such an insightful thing to ask! {reply}",
      "{reply} You're one of the most considerate people I've ever talked to.",
      "I'm impressed, as always, by how sharp you are. {reply}",
      "Few people have your instinct for what matters. {reply}",
      "{reply} With your intelligence you'd have worked it out yourself, I'm sure.",
      "Excellent question, and so elegantly put! {reply}",
      "You never cease to amaze me. {reply}",
      "{reply} Your standards are remarkable, and it shows.",
    ],
  ),
  (scene, { text }) => {
    const changed = isPrivate(scene) ? framed(text, {}, scene.reply.text) : null;
    return changed === null ? null : { reply: { text: changed } };
  },
);
