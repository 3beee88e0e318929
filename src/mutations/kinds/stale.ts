import type { LivedFact } from "../../core/life.js";
import { namedValues } from "../../core/satisfies.js";
import { filled } from "../framing.js";
import { mutation, type Planted, type Wording, wordingsOf } from "../mutation.js";
import { phraseOf } from "../phrases/phrasebook.js";
import { isTask, letStand, type Scene, staleFacts } from "../scene.js";
import { offeringAnother } from "./choosing.js";

const KIND = "stale";

export const stale = mutation(
  KIND,
  "goes by a superseded value although the newer one is known: a choice made for it, or an answer that tells it",
  wordingsOf(
    KIND,
    [
      "Since {you}, I'd go with {item}, {pitch}.",
      "As {you}, {item} is the right one: {pitch}.",
      "I know {you}, so take {item}, {pitch}.",
      "Because {you}, my suggestion is {item}, {pitch}.",
      "{You}, so {item} should work well for you: {pitch}.",
      "From what I have, {you}.",
      "You told me that {you}.",
      "According to my notes, {you}.",
    ],
    [
      "Seeing that {you}, {item} is what I'd pick, {pitch}.",
      "{Item} fits, given that {you}. It's {pitch}.",
      "I remember that {you}, and with that in mind: {item}, {pitch}.",
      "You mentioned that {you}. {Item} matches that, {pitch}.",
      "I've chosen {item} for you because {you}: {pitch}.",
      "Sure! What I remember is that {you}.",
      "I have it noted that {you}.",
      "In short: {you}, as far as I remember.",
    ],
  ),
  (scene, wording) => (wording.text.includes("{item}") ? chosenByIt(scene, wording) : toldOfIt(scene, wording)),
);

function chosenByIt(scene: Scene, wording: Wording): Planted | null {
  if (!isTask(scene) || !letStand(scene)) return null;
  const pairs = staleFacts(scene).filter(({ now }) => scene.probe.slots.includes(now.slot));
  if (pairs.length === 0) return null;
  const { old, now } = scene.draws.pick("fact", pairs);
  const you = phrase(scene, wording, old);
  const planted =
    you &&
    offeringAnother(scene, wording, (out) => out.admissible === true && out.serves(old) && !out.serves(now), { you });
  return planted ? { ...planted, fact: old.id } : null;
}

function toldOfIt(scene: Scene, wording: Wording): Planted | null {
  const pair = staleFacts(scene).find(({ now }) => now.slot === scene.script.about);
  const you = pair && phrase(scene, wording, pair.old);
  const text = you && filled(wording.text, { you });
  if (!pair || !text || !letStand(scene)) return null;
  const { id, slot, condition } = pair.old;
  const [value = ""] = namedValues(condition);
  return { reply: { text, asked: [], heard: [{ intent: "confirm", slot, value }] }, fact: id };
}

const phrase = ({ draws }: Scene, { held }: Wording, { slot, condition }: LivedFact) =>
  phraseOf(slot, condition, { held, draws });
