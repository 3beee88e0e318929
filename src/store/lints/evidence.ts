import { findPhrases, hasPhrase } from "../../core/phrases.js";
import { satisfyingValues } from "../../core/satisfies.js";
import { sentencesOf } from "../../core/words.js";
import type { World } from "../../core/world.js";
import { conditionOf } from "../../schema/condition.js";
import type { Evidence, Fact, Persona } from "../../schema/persona.js";
import type { Lint } from "./lint.js";

/**
 * Evidence whose text does not carry it: a quote that is not in the text, or no quote and no word of the fact. What a
 * pair implies it shows by which answer was preferred, not by a word.
 */
export const unsupportedEvidence: Lint = (world, problem) =>
  Object.values(world.personas).flatMap((persona) => {
    const check = (text: string, list: readonly Evidence[], path: readonly PropertyKey[], shows = false) =>
      list.flatMap((piece, index) => {
        const carried =
          piece.quote === undefined
            ? (shows && piece.form === "implied") || speaksOf(world, persona, piece.fact, text)
            : text.includes(piece.quote);
        if (carried) return [];
        const message =
          piece.quote === undefined
            ? `no word of '${piece.fact}' in the text`
            : `the quote for '${piece.fact}' is not in the text`;
        return problem(
          "persona",
          persona.id,
          [...path, "evidence", index],
          message,
          "quote the words that carry it",
          piece.quote === undefined ? "warning" : "error",
        );
      });
    return [
      ...persona.documents.flatMap((document, index) => check(document.text, document.evidence, ["documents", index])),
      ...persona.pairs.flatMap((pair, index) =>
        check(`${pair.prompt} ${pair.chosen} ${pair.rejected}`, pair.evidence, ["pairs", index], true),
      ),
    ];
  });

/** Values that only a beat may bring out, standing in a text that assistants are given, or in an example of speech. */
export const privateInGiven: Lint = (world, problem) =>
  Object.values(world.personas).flatMap((persona) => {
    const texts = [
      ...persona.documents.flatMap(({ text, split }, index) =>
        split === "given" ? [{ text, path: ["documents", index, "text"] }] : [],
      ),
      ...persona.pairs.map(({ prompt, chosen, rejected }, index) => ({
        text: `${prompt} ${chosen} ${rejected}`,
        path: ["pairs", index],
      })),
      ...persona.style.examples.map((text, index) => ({ text, path: ["style", "examples", index] })),
    ];
    const secrets = persona.facts.filter(({ disclose }) => disclose === "private");
    return texts.flatMap(({ text, path }) =>
      secrets.flatMap((fact) => {
        const words = wordingIn(text, wordingsOf(world, fact));
        if (words === null) return [];
        return problem(
          "persona",
          persona.id,
          path,
          `gives away the private fact '${fact.id}' by '${words}'`,
          "take it out, or hold the document out",
        );
      }),
    );
  });

/** A wording in a text; null where there is none. The end of one sentence and the beginning of the next make none, unless it has two itself. */
function wordingIn(text: string, wordings: readonly string[]): string | null {
  const longer = wordings.filter((wording) => sentencesOf(wording).length > 1);
  const found = [
    ...sentencesOf(text).flatMap((sentence) => findPhrases(sentence, wordings)),
    ...findPhrases(text, longer),
  ];
  return found[0]?.phrase ?? null;
}

function speaksOf(world: World, persona: Persona, id: string, text: string): boolean {
  const fact = persona.facts.find((one) => one.id === id);
  return fact === undefined || hasPhrase(text, wordingsOf(world, fact));
}

function wordingsOf({ slots, matches }: World, fact: Fact): string[] {
  const slot = slots[fact.slot];
  if (!slot) return fact.say;
  const values = fact.not === undefined ? satisfyingValues(slot, conditionOf(fact)) : [String(fact.not)];
  return [
    ...fact.say,
    ...values.flatMap((value) => [
      ...(slot.values[value]?.say ?? []),
      ...(slot.values[value]?.write ?? []),
      ...(matches[slot.id]?.[value] ?? []),
      value,
    ]),
  ];
}
