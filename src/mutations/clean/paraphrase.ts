import { offered } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { isRight } from "../scene.js";

const KIND = "clean.paraphrase";

export const paraphrase = mutation(
  KIND,
  "offers the same right option in other words",
  wordingsOf(
    KIND,
    [
      "I'd go for {item}, {pitch}.",
      "{Item} is the one I'd choose: {pitch}.",
      "My suggestion: {item}, {pitch}.",
      "{Item}, {pitch}, is what I'd recommend.",
      "I'd say {item}. That's {pitch}.",
      "It has to be {item}, {pitch}.",
    ],
    [
      "Let me suggest {item}, {pitch}.",
      "{Item} looks right to me, {pitch}.",
      "If it were up to me: {item}, {pitch}.",
      "Then take {item}. It's {pitch}.",
      "I'd opt for {item} ({pitch}).",
      "What I'd propose is {item}, {pitch}.",
    ],
  ),
  (scene, { text }) => {
    const item = isRight(scene) && scene.options.find(({ id }) => id === scene.reply.choice);
    const isFactual = scene.script.slots.length === 0;
    const body = item && item.text.length > 0 ? /```[^\n]*\n[\s\S]*\n```/.exec(scene.reply.text)?.[0] : "";
    if (!item || isFactual || body === undefined) return null;
    const reply = offered(scene, { ...item, text: [] }, text, {});
    return reply && { reply: { ...reply, text: body ? `${reply.text}\n${body}` : reply.text } };
  },
);
