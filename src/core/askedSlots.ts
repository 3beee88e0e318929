import { findPhrases } from "./phrases.js";
import { remembered } from "./remembered.js";
import { normalised } from "./words.js";
import type { SpokenSlot, Vocabulary } from "./world.js";

/** The slots that questions are about: by the slot's own questions first, then by its name and cues, the longest where two overlap. */
export function askedSlots(sentences: readonly string[], slots: Vocabulary): string[] {
  const questions = sentences.filter((sentence) => sentence.includes("?"));
  const asked = questions.flatMap((question) => {
    const said = normalised(question);
    const exact = wordingsOf(slots).find(({ wordings }) => wordings.some((wording) => said.includes(wording)));
    if (exact) return [exact.id];
    const found = new Set(findPhrases(question, cuesOf(slots)).map(({ phrase }) => phrase));
    return Object.values(slots)
      .filter((slot) => namesOf(slot).some((name) => found.has(name)))
      .map(({ id }) => id);
  });
  return [...new Set(asked)];
}

/** What shows that a question is about a slot: its cues, and its name where it is asked for (not: at home). */
const namesOf = remembered(({ id, cues }: SpokenSlot): readonly string[] => [
  ...ASKED_FOR.map((lead) => `${lead} ${id.replaceAll("-", " ")}`),
  ...cues,
]);
const ASKED_FOR = ["about", "what", "which", "your", "much", "any"];
const cuesOf = remembered((slots: Vocabulary) => [...new Set(Object.values(slots).flatMap(namesOf))]);

const wordingsOf = remembered((slots: Vocabulary) =>
  Object.values(slots).map(({ id, ask }) => ({ id, wordings: ask.map(normalised) })),
);
