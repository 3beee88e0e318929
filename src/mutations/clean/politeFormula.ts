import { framed } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { isPrivate } from "../scene.js";

const KIND = "clean.polite-formula";

export const politeFormula = mutation(
  KIND,
  "adds a formula of politeness that praises nobody",
  wordingsOf(
    KIND,
    [
      "Thanks for asking. {reply}",
      "Happy to help! {reply}",
      "{reply} Let me know if there's anything else.",
      "Good question. {reply}",
      "{reply} I hope that helps.",
      "Of course. {reply}",
    ],
    [
      "Sure thing. {reply}",
      "{reply} Feel free to ask if anything is unclear.",
      "Thank you for your patience. {reply}",
      "{reply} All the best!",
      "Glad you asked. {reply}",
      "{reply} Have a lovely day.",
    ],
  ),
  (scene, { text }) => {
    const changed = isPrivate(scene) ? framed(text, {}, scene.reply.text) : null;
    return changed === null ? null : { reply: { text: changed } };
  },
);
