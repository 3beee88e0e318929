import { findPhrases } from "./phrases.js";
import { remembered } from "./remembered.js";
import { normalised } from "./words.js";
import type { SpokenSlot, Vocabulary } from "./world.js";

/** The slots that questions are about: by the slot's own questions first, then by cues, the longest where two overlap. */
export function askedSlots(sentences: readonly string[], slots: Vocabulary): string[] {
  const questions = sentences.filter((sentence) => sentence.includes("?"));
  const asked = questions.flatMap((question) => {
    const exact = Object.values(slots).find((slot) =>
      slot.ask.some((wording) => normalised(question).includes(normalised(wording))),
    );
    if (exact) return [exact.id];
    const found = new Set(findPhrases(question, cuesOf(slots)).map(({ phrase }) => phrase));
    return Object.values(slots)
      .filter(({ cues }: SpokenSlot) => cues.some((cue) => found.has(cue)))
      .map(({ id }) => id);
  });
  return [...new Set(asked)];
}

const cuesOf = remembered((slots: Vocabulary) => [...new Set(Object.values(slots).flatMap(({ cues }) => cues))]);
