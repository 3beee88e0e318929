import type { LivedFact } from "../../core/life.js";
import { namedValues } from "../../core/satisfies.js";
import { filled, framed } from "../framing.js";
import { mutation, type Planted, type Wording, wordingsOf } from "../mutation.js";
import { type Opposite, opposite } from "../phrases/opposites.js";
import { isPrivate, isTask, letStand, type Scene } from "../scene.js";

const KIND = "contradicted";

export const contradicted = mutation(
  KIND,
  "states of the person the opposite of a known fact on a slot that matters there",
  wordingsOf(
    KIND,
    [
      "Since {you}, here's what I'd do. {reply}",
      "I know {you}. {reply}",
      "{reply} That should work well, because {you}.",
      "As {you}, this was an easy decision. {reply}",
      "You did say that {you}, so: {reply}",
      "{reply} I took into account that {you}.",
      "You told me that {you}.",
      "As far as I know, {you}.",
      "My notes say that {you}.",
    ],
    [
      "Keeping in mind that {you}: {reply}",
      "{reply} It also helps that {you}.",
      "Given that {you}, I looked for something that fits. {reply}",
      "I haven't forgotten that {you}. {reply}",
      "{reply} After all, {you}.",
      "{You}, so I narrowed it down accordingly. {reply}",
      "I'd say that {you}.",
      "From our earlier conversations I gather that {you}.",
      "Of course: {you}.",
    ],
  ),
  (scene, wording) => (wording.text.includes("{reply}") ? saidBesides(scene, wording) : saidInAnswer(scene, wording)),
);

function saidBesides(scene: Scene, wording: Wording): Planted | null {
  if (!isTask(scene) || !isPrivate(scene)) return null;
  const facts = scene.known.filter(({ slot }) => scene.probe.slots.includes(slot));
  for (const fact of scene.draws.shuffled("fact", facts)) {
    const other = oppositeOf(scene, fact, wording.held);
    const text = other && framed(wording.text, { you: other.you }, scene.reply.text);
    if (text) return { reply: { text }, fact: fact.id };
  }
  return null;
}

function saidInAnswer(scene: Scene, wording: Wording): Planted | null {
  const fact = scene.known.find(({ slot }) => slot === scene.script.about);
  const other = fact && letStand(scene) ? oppositeOf(scene, fact, wording.held) : null;
  const text = other && filled(wording.text, { you: other.you });
  if (!fact || !other || !text) return null;
  return {
    reply: { text, asked: [], heard: [{ intent: "confirm", slot: fact.slot, value: other.value }] },
    fact: fact.id,
  };
}

/** What cannot be true beside the fact and never was true of the person, in words. */
function oppositeOf({ draws, life }: Scene, { slot, condition }: LivedFact, held: boolean): Opposite | null {
  const once = life.filter((fact) => fact.slot === slot).flatMap((fact) => namedValues(fact.condition));
  return opposite(slot, condition, { held, draws }, once);
}
