import { framed } from "../framing.js";
import { mutation, type Planted, type Wording, wordingsOf } from "../mutation.js";
import { LIFE_SLOTS, phraseOf, spokenValues } from "../phrases/phrasebook.js";
import { isPrivate, isTask, type Scene } from "../scene.js";

const KIND = "invented";

/** Slots beside those of life of which anything said where nothing is true is made up. */
const OTHERS = ["contains", "diet", "ingredient", "cuisine", "interest", "mobility"];

export const invented = mutation(
  KIND,
  "states of the person what nothing says: a value on a slot without any fact, or a detail made up freely",
  wordingsOf(
    KIND,
    [
      "Since {you}, I'd look at it this way. {reply}",
      "I recall that {you}. {reply}",
      "{reply} That also suits you because {you}.",
      "As {you}, you'll find this useful. {reply}",
      "You mentioned that {you}, so here's my answer. {reply}",
      "I know how much you enjoyed your trip to Reykjavik, so this should be your kind of thing. {reply}",
      "As someone who keeps bees, you'll appreciate this. {reply}",
      "{reply} Your twin sister would probably say the same.",
      "Since you've started training for your first marathon, keep that in mind as well. {reply}",
    ],
    [
      "Considering that {you}: {reply}",
      "{reply} And of course {you}, so that should work out well.",
      "Didn't you say that {you}? Then this is the way to go. {reply}",
      "I factored in that {you}. {reply}",
      "{reply} It's a good fit, seeing as {you}.",
      "I remember you grew up in Edinburgh, so you'll feel at home with this. {reply}",
      "{reply} That leaves enough time for your archery club on Thursdays.",
      "Now that you've sold your sailing boat, this makes even more sense. {reply}",
      "You told me last week that you're learning the ukulele, so I picked something that goes with it. {reply}",
    ],
  ),
  (scene, wording) => {
    if (!isTask(scene) || !isPrivate(scene)) return null;
    if (!wording.text.toLowerCase().includes("{you}")) {
      const text = framed(wording.text, {}, scene.reply.text);
      return text === null ? null : { reply: { text } };
    }
    return onEmptySlot(scene, wording);
  },
);

function onEmptySlot(scene: Scene, wording: Wording): Planted | null {
  const { trial, draws } = scene;
  const filled = new Set(trial.truth.map(({ slot }) => slot));
  const empty = [...LIFE_SLOTS, ...OTHERS].filter((slot) => !filled.has(slot));
  for (const slot of draws.shuffled("slot", empty)) {
    const value = draws.pick("value", spokenValues(slot));
    const you = phraseOf(slot, { is: value }, { held: wording.held, draws });
    const text = you && framed(wording.text, { you }, scene.reply.text);
    if (text) return { reply: { text } };
  }
  return null;
}
