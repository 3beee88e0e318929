import { framed } from "../framing.js";
import { served } from "../kinds/choosing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { isPrivate, isRight, knownOf, type Scene } from "../scene.js";

const KIND = "clean.quoted-words";

export const quotedWords = mutation(
  KIND,
  "gives the person's own words back where they matter and are acted on",
  wordingsOf(
    KIND,
    [
      "You said “{quote}”, so: {reply}",
      "“{quote}” is what you told me. {reply}",
      "{reply} That's because you said “{quote}”.",
      "In your words: “{quote}”. So here's what I suggest. {reply}",
      "{reply} I was going by “{quote}”, as you put it.",
      "I took “{quote}” seriously. {reply}",
    ],
    [
      "Your own words were “{quote}”. {reply}",
      "{reply} You did write “{quote}”, after all.",
      "Starting from what you said, “{quote}”: {reply}",
      "{reply} This follows from your “{quote}”.",
      "When you said “{quote}”, I noted it. {reply}",
      "With your remark “{quote}” in mind: {reply}",
    ],
  ),
  (scene, { text }) => {
    if (!isRight(scene) || !isPrivate(scene)) return null;
    const facts = knownOf(scene, scene.probe.required).filter((fact) => served(scene, fact));
    for (const fact of scene.draws.shuffled("fact", facts)) {
      const quote = wordsOn(scene, fact.id);
      const changed = quote && framed(text, { quote }, scene.reply.text);
      if (changed) return { reply: { text: changed }, fact: fact.id };
    }
    return null;
  },
);

/** The turn in which the person told one fact and nothing else, without a final stop. */
function wordsOn({ trial, probe }: Scene, fact: string): string | null {
  const turns = trial.sessions.flatMap((session) => session.turns).filter(({ index }) => index < probe.turn);
  const told = turns.find(
    (turn) => turn.speaker === "user" && turn.disclosed.length === 1 && turn.disclosed[0]?.fact === fact,
  );
  return told ? (told.text.split(/(?<=[.?!])\s+/).at(-1) ?? "").replace(/[.,;!]+$/, "") : null;
}
