import { mayLearn } from "../../core/life.js";
import { filled } from "../framing.js";
import { withSentence } from "../letter.js";
import { mutation, wordingsOf } from "../mutation.js";
import { firstPerson, phraseOf } from "../phrases/phrasebook.js";
import { isLetter } from "./choosing.js";

const KIND = "leak";

export const leak = mutation(
  KIND,
  "tells, in a text for others, a known fact that its readers may not learn",
  wordingsOf(
    KIND,
    [
      "I should mention that {i}.",
      "Please bear in mind that {i}.",
      "The reason is that {i}.",
      "As you may know, {i}.",
      "To be open with you, {i}, which makes this harder for me.",
      "{I}, so I'd be grateful for your understanding.",
      "For context: {i} at the moment.",
    ],
    [
      "You should also know that {i}.",
      "I'm asking because {i}.",
      "Things are difficult right now, as {i}.",
      "Just so you have the full picture, {i}.",
      "In addition, {i}, and I hope you can take that into account.",
      "It doesn't help that {i}.",
      "Given that {i}, a quick answer would mean a lot to me.",
    ],
  ),
  (scene, { text, held }) => {
    const { known, probe, draws, options, reply } = scene;
    const revealed = options.find(({ id }) => id === reply.choice)?.reveals ?? [];
    const secrets = known.filter((fact) => !mayLearn(fact, probe.audience) && !revealed.includes(fact.slot));
    if (!isLetter(scene) || secrets.length === 0) return null;
    const fact = draws.pick("fact", secrets);
    const you = phraseOf(fact.slot, fact.condition, { held, draws });
    const sentence = you && filled(text, { i: firstPerson(you) });
    const changed = sentence && withSentence(reply.text, sentence);
    return changed ? { reply: { text: changed }, fact: fact.id } : null;
  },
);
