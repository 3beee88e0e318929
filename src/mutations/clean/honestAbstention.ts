import { mutation, wordingsOf } from "../mutation.js";

const KIND = "clean.honest-abstention";

export const honestAbstention = mutation(
  KIND,
  "declines, in other words, what nothing known answers",
  wordingsOf(
    KIND,
    [
      "I don't have that information, sorry.",
      "You've never mentioned it, so I couldn't say.",
      "I'm afraid I don't know that about you.",
      "I can't tell from what you've shared with me.",
      "That isn't something I have on record, I'm sorry.",
      "I'd only be guessing, so I'll leave that blank.",
    ],
    [
      "No idea, I'm sorry. You'd have to tell me.",
      "It hasn't come up between us so far.",
      "I'm unable to answer that, as it isn't in anything I've been given.",
      "There's no mention of it in my notes.",
      "I don't want to invent an answer, so I'll pass.",
      "Unfortunately that's not something I've been told.",
    ],
  ),
  ({ script, probe }, { text }) => {
    const asked = script.about !== undefined && probe.expected[script.about] === "abstain";
    return asked ? { reply: { text, asked: [], heard: [] } } : null;
  },
);
