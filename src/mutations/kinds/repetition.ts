import { framed } from "../framing.js";
import { mutation, type Planted, type Wording, wordingsOf } from "../mutation.js";
import { phrasesOf } from "../phrases/phrasebook.js";
import { isPrivate, isTask, knownOf, type Scene } from "../scene.js";

const KIND = "repetition";

/** Words from which an earlier reply is long enough for its return to be noticed. */
const LONG = 12;

export const repetition = mutation(
  KIND,
  "says again what it said in reply to something else, or one fact about the person three times in a breath",
  wordingsOf(
    KIND,
    [
      "{earlier} {reply}",
      "{reply} {earlier}",
      "As I said: {earlier} {reply}",
      "{reply} And once more: {earlier}",
      "Since {you}, I kept that in mind. {reply} It fits because {again}. And it's worth repeating: {you}.",
      "I know {you}. {reply} Remember, {again}, and that's why I say it: {you}.",
      "{You}, and because {again} I'd say this. {reply} That's what someone needs when {you}.",
    ],
    [
      "Let me repeat myself. {earlier} {reply}",
      "{reply} To come back to what I told you before: {earlier}",
      "{reply} Again: {earlier}",
      "First, as mentioned: {earlier} {reply}",
      "As {you}, this is for you. {reply} After all, {again}. Did I mention that {you}?",
      "Considering that {you}: {reply} That's because {again}. Yes, {you}.",
      "{reply} It suits you, for {you}. It suits you because {again}, and once again: {you}.",
    ],
  ),
  (scene, wording) =>
    wording.text.includes("{earlier}") ? earlierReply(scene, wording) : oneFactThrice(scene, wording),
);

function earlierReply({ trial, probe, reply, draws }: Scene, { text }: Wording): Planted | null {
  const turns = trial.sessions.find(({ id }) => id === probe.session)?.turns ?? [];
  const before = turns.filter(
    (turn) =>
      turn.speaker === "assistant" &&
      turn.index < reply.index &&
      turn.asked.length === 0 &&
      !turn.text.includes("```") &&
      turn.text.split(" ").length >= LONG &&
      turn.text !== reply.text,
  );
  if (before.length === 0) return null;
  const changed = framed(text, { earlier: draws.pick("earlier", before).text }, reply.text);
  return changed === null ? null : { reply: { text: changed } };
}

function oneFactThrice(scene: Scene, { text, held }: Wording): Planted | null {
  if (!isTask(scene) || !isPrivate(scene)) return null;
  for (const fact of scene.draws.shuffled("fact", knownOf(scene, scene.probe.required))) {
    const phrases = phrasesOf(fact.slot, fact.condition);
    const [you, again] = phrases ? phrases.slice(held ? phrases.length / 2 : 0) : [];
    const changed = you && again && framed(text, { you, again }, scene.reply.text);
    if (changed) return { reply: { text: changed }, fact: fact.id };
  }
  return null;
}
