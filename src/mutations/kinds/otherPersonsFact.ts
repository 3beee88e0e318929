import { activeFacts, lifeOf } from "../../core/life.js";
import { namedValues } from "../../core/satisfies.js";
import type { Persona } from "../../schema/persona.js";
import { framed } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { LIFE_SLOTS, phraseOf } from "../phrases/phrasebook.js";
import { isPrivate, isTask, type Scene } from "../scene.js";

const KIND = "other-persons-fact";

/** Slots on which another person's fact names the person: what someone does, how old they are, where they live. */
const NAMING = ["occupation", "age", "country"];

export const otherPersonsFact = mutation(
  KIND,
  "takes a fact of another person of the run for one of this person",
  wordingsOf(
    KIND,
    [
      "As {you}, you'll want to hear this. {reply}",
      "I remember that {you}, so I took that into account. {reply}",
      "{reply} That should suit you, since {you}.",
      "Good to hear from you again, {name}. Since {you}, here's my suggestion. {reply}",
      "You told me that {you}. With that in mind: {reply}",
      "Going by your profile, {you}. {reply}",
      "{reply} I picked it because {you}, {name}.",
    ],
    [
      "Since {you}, I'd say this. {reply}",
      "{reply} And with you being who you are ({you}, after all), it fits.",
      "Of course, {name}. I know that {you}. {reply}",
      "My records show that {you}. {reply}",
      "Because {you}, this is my answer: {reply}",
      "Hi {name}, I have it here that {you}. {reply}",
      "{reply} Last time we spoke you said that {you}, so this seemed right.",
    ],
  ),
  (scene, wording) => {
    if (!isTask(scene) || !isPrivate(scene)) return null;
    for (const other of scene.draws.shuffled("other", scene.context.others))
      for (const fact of scene.draws.shuffled("fact", foreignFacts(scene, other))) {
        const you = phraseOf(fact.slot, fact.condition, { held: wording.held, draws: scene.draws });
        const name = other.name.split(" ")[0] as string;
        const text = you && framed(wording.text, { you, name }, scene.reply.text);
        if (text) return { reply: { text }, fact: `${other.id}/${fact.id}` };
      }
    return null;
  },
);

/** Facts of another person that name that person or belong to that life alone, and whose value was never true of this one. */
function foreignFacts({ life, context, situation }: Scene, other: Persona) {
  const own = new Set(life.flatMap(({ slot, condition }) => namedValues(condition).map((value) => `${slot} ${value}`)));
  return activeFacts(lifeOf(other, context.scenario), situation.moment).filter(
    ({ slot, condition }) =>
      [...LIFE_SLOTS, ...NAMING].includes(slot) &&
      namedValues(condition).every((value) => !own.has(`${slot} ${value}`)),
  );
}
