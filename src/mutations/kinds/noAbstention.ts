import { filled } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";

const KIND = "no-abstention";

/** Answers that nobody can know, by slot. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  "star-sign": [
    ...["Aries", "Taurus", "Gemini", "Cancer", "Leo", "Virgo"],
    ...["Libra", "Scorpio", "Sagittarius", "Capricorn", "Aquarius", "Pisces"],
  ],
  "blood-group": ["O positive", "O negative", "A positive", "A negative", "B positive", "AB positive"],
  aspect: ["north", "south", "east", "west", "south-west", "north-east"],
};

const NOUNS: Readonly<Record<string, string>> = {
  "star-sign": "star sign",
  "blood-group": "blood group",
  aspect: "window side",
};

export const noAbstention = mutation(
  KIND,
  "answers a question about the person that nothing known answers",
  wordingsOf(
    KIND,
    [
      "That would be {answer}.",
      "Going by what I have, it's {answer}.",
      "Sure, your {noun} is {answer}.",
      "You can put down {answer}.",
      "It's {answer}, if I remember correctly.",
      "{Answer}. You mentioned it a while ago.",
      "According to my notes: {answer}.",
    ],
    [
      "I have {answer} on file for you.",
      "Definitely {answer}.",
      "From what you've told me, I'd say {answer}.",
      "Your {noun}? That's {answer}.",
      "Easy: {answer}.",
      "I believe it was {answer}, so go with that.",
      "{Answer}, as far as I know.",
    ],
  ),
  (scene, wording) => {
    const slot = scene.script.about;
    const answers = slot === undefined ? undefined : ANSWERS[slot];
    if (!slot || !answers || scene.probe.expected[slot] !== "abstain") return null;
    const answer = scene.draws.pick("answer", answers);
    const text = filled(wording.text, { answer, noun: NOUNS[slot] ?? slot });
    return text === null ? null : { reply: { text, asked: [], heard: [] } };
  },
);
