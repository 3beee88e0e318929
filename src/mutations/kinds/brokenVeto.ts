import { outranked } from "../../core/utility.js";
import { mutation, wordingsOf } from "../mutation.js";
import { isTask, letStand } from "../scene.js";
import { offeringAnother, served } from "./choosing.js";

const KIND = "broken-veto";

export const brokenVeto = mutation(
  KIND,
  "offers an option that a known veto of the person forbids",
  wordingsOf(
    KIND,
    [
      "I'd suggest {item}: {pitch}.",
      "{Item} is a safe bet, {pitch}.",
      "Take {item}. It's {pitch}, and it gets good feedback.",
      "For this I'd choose {item}, {pitch}.",
      "That's an easy one: {item}, {pitch}.",
      "I'm confident you'll be pleased with {item}, {pitch}.",
      "The one I'd reach for is {item}: {pitch}.",
    ],
    [
      "My pick for you: {item}, {pitch}.",
      "How about {item}? That's {pitch}.",
      "Based on what's available, {item} is the strongest candidate, {pitch}.",
      "I'd put my money on {item}, {pitch}.",
      "{Item}, without a doubt. You'd be getting {pitch}.",
      "You might really like {item}, {pitch}.",
      "Here's what I'd do: go for {item}, {pitch}.",
    ],
  ),
  (scene, wording) => {
    if (!isTask(scene) || !letStand(scene)) return null;
    const { known, probe, situation, options, draws } = scene;
    const vetoes = known.filter(
      (fact) =>
        fact.veto &&
        probe.slots.includes(fact.slot) &&
        served(scene, fact) &&
        !outranked(situation.slots, options, fact, situation.norms),
    );
    if (vetoes.length === 0) return null;
    const fact = draws.pick("fact", vetoes);
    const planted = offeringAnother(scene, wording, (out) => out.admissible === false && !out.serves(fact));
    return planted && { ...planted, fact: fact.id };
  },
);
