import { mutation, wordingsOf } from "../mutation.js";
import { isRight, letStand } from "../scene.js";
import { offeringAnother } from "./choosing.js";

const KIND = "wrong-option";

/** Utilities that differ by less are a matter of rounding. */
const LEAST = 0.01;

export const wrongOption = mutation(
  KIND,
  "claims that an option fits the person best, and it does not: an allowed one of lower utility",
  wordingsOf(
    KIND,
    [
      "Given everything you've told me, {item} is your best match: {pitch}.",
      "Taking your preferences into account, I'd go for {item}, {pitch}.",
      "With your situation in mind, {item} makes the most sense, {pitch}.",
      "Knowing you, I'd say {item}, {pitch}.",
      "I went through all of them with your profile in mind, and {item} comes out on top: {pitch}.",
      "This one was made for you: {item}, {pitch}.",
      "Considering what matters to you, {item} is the clear winner, {pitch}.",
    ],
    [
      "Tailored to you, my answer is {item}, {pitch}.",
      "From what I know about you, nothing beats {item}, {pitch}.",
      "{Item} ticks all your boxes: {pitch}.",
      "Based on our conversation so far, I'd settle on {item}, {pitch}.",
      "I weighed the options against your needs and landed on {item}. It's {pitch}.",
      "For someone like you, {item} is ideal, {pitch}.",
      "All things considered, {item} suits you better than the rest: {pitch}.",
    ],
  ),
  (scene, wording) => {
    if (!isRight(scene) || !letStand(scene)) return null;
    const best = scene.probe.utility;
    if (best === null || scene.probe.required.length === 0) return null;
    return offeringAnother(
      scene,
      wording,
      ({ admissible, utility }) => admissible === true && utility !== null && utility < best - LEAST,
    );
  },
);
