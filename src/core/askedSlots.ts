import { hasPhrase } from "./phrases.js";
import { normalised } from "./words.js";
import type { Vocabulary } from "./world.js";

/** The slots that questions are about: by the slot's own questions first, then by cues. */
export function askedSlots(sentences: readonly string[], slots: Vocabulary): string[] {
  const questions = sentences.filter((sentence) => sentence.includes("?"));
  const asked = questions.flatMap((question) => {
    const exact = Object.values(slots).find((slot) =>
      slot.ask.some((wording) => normalised(question).includes(normalised(wording))),
    );
    if (exact) return [exact.id];
    return Object.values(slots)
      .filter((slot) => hasPhrase(question, slot.cues))
      .map((slot) => slot.id);
  });
  return [...new Set(asked)];
}
