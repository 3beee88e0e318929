import { mutation, wordingsOf } from "../mutation.js";
import { isTask, knownOf, letStand } from "../scene.js";
import { isLetter, offeringAnother, served } from "./choosing.js";

const KIND = "ignored-preference";

/** In letters these are the style of the text: `wrong-style` has them. */
const STYLE = ["register", "tone", "length", "format"];

export const ignoredPreference = mutation(
  KIND,
  "offers, as if nothing were known, an option that a required preference rules out as a good one",
  wordingsOf(
    KIND,
    [
      "I'd recommend {item}: {pitch}.",
      "A great choice here would be {item}, {pitch}.",
      "Sure! {Item} is a popular pick, {pitch}.",
      "You can't go wrong with {item}. Think of it as {pitch}.",
      "Most people are very happy with {item}, {pitch}.",
      "My recommendation is {item}. In short: {pitch}.",
      "Have a look at {item}, {pitch}. I think you'll enjoy it.",
    ],
    [
      "Let's go with {item}, {pitch}.",
      "Happy to help! I suggest {item} ({pitch}).",
      "One option that stands out is {item}: {pitch}.",
      "{Item} would be my first choice. It's {pitch}.",
      "Without overthinking it: {item}, {pitch}.",
      "I've picked {item} for you. What you get is {pitch}.",
      "The best fit overall is probably {item}, {pitch}.",
    ],
  ),
  (scene, wording) => {
    if (!isTask(scene) || !letStand(scene)) return null;
    const { draws, probe } = scene;
    const required = knownOf(scene, probe.required).filter(
      (fact) => !fact.veto && served(scene, fact) && !(isLetter(scene) && STYLE.includes(fact.slot)),
    );
    if (required.length === 0) return null;
    const fact = draws.pick("fact", required);
    const planted = offeringAnother(scene, wording, (out) => out.admissible === true && !out.serves(fact));
    return planted && { ...planted, fact: fact.id };
  },
);
