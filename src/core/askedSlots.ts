import { findPhrases } from "./phrases.js";
import { remembered } from "./remembered.js";
import { normalised } from "./words.js";
import type { SpokenSlot, Vocabulary } from "./world.js";

/** The slots that questions are about: by the slot's own questions first, then by cues, the longest where two overlap. */
export function askedSlots(sentences: readonly string[], slots: Vocabulary): string[] {
  const questions = sentences.filter((sentence) => sentence.includes("?"));
  const asked = questions.flatMap((question) => {
    const said = normalised(question);
    const exact = wordingsOf(slots).find(({ wordings }) => wordings.some((wording) => said.includes(wording)));
    if (exact) return [exact.id];
    const found = new Set(findPhrases(question, cuesOf(slots)).map(({ phrase }) => phrase));
    return Object.values(slots)
      .filter(({ cues }: SpokenSlot) => cues.some((cue) => found.has(cue)))
      .map(({ id }) => id);
  });
  return [...new Set(asked)];
}

const cuesOf = remembered((slots: Vocabulary) => [...new Set(Object.values(slots).flatMap(({ cues }) => cues))]);

const wordingsOf = remembered((slots: Vocabulary) =>
  Object.values(slots).map(({ id, ask }) => ({ id, wordings: ask.map(normalised) })),
);
