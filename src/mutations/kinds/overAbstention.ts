import { mutation, wordingsOf } from "../mutation.js";
import { isRight, isTask, letStand, type Scene } from "../scene.js";

const KIND = "over-abstention";

export const overAbstention = mutation(
  KIND,
  "declines where what is known would do: to tell what it knows of the person, or to choose",
  wordingsOf(
    KIND,
    [
      "I'm afraid I don't have any record of that.",
      "I don't have access to that information.",
      "I can't recall anything about that, sorry.",
      "As far as I can see, you never mentioned it.",
      "I have no information on that.",
      "Unfortunately I'd need more information about you before I could suggest anything.{choice}",
      "I really can't say what would suit you, as I know too little about you.{choice}",
      "That depends on your personal preferences, which I'm not aware of.{choice}",
    ],
    [
      "Hmm, I don't seem to have that noted anywhere.",
      "I wouldn't know, to be honest.",
      "There's nothing about that in what you've shared with me.",
      "I'm not able to answer that from our conversations.",
      "My memory doesn't go back that far, I'm sorry.",
      "I'd rather not guess without knowing you better.{choice}",
      "It's hard to recommend anything without knowing what you like.{choice}",
      "I'm not in a position to decide that for you, since I don't know your needs.{choice}",
    ],
  ),
  (scene, wording) => {
    const chooses = wording.text.endsWith(CHOICE);
    const text = wording.text.replace(CHOICE, "");
    const possible = chooses ? isTask(scene) && isRight(scene) && isPersonal(scene) : tellsIt(scene);
    if (!possible || !letStand(scene)) return null;
    const facts = scene.known.filter(({ slot }) => slot === scene.script.about);
    if (chooses) return { reply: { text, choice: null, asked: [], heard: [{ intent: "no-offer" }] } };
    return { reply: { text, asked: [], heard: [] }, ...(facts[0] ? { fact: facts[0].id } : {}) };
  },
);

/** Behind a wording that declines a choice. */
const CHOICE = "{choice}";

/** Whether the recorded reply told a known fact that was asked for. */
function tellsIt({ script, known, next }: Scene): boolean {
  const isKnown = known.some(({ slot }) => slot === script.about);
  return isKnown && (next?.heard ?? []).some(({ intent, slot }) => intent === "confirm" && slot === script.about);
}

const isPersonal = ({ probe }: Scene) => probe.required.length > 0;
