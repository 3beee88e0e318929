import type { Persona } from "../schema/persona.js";
import { hasPhrase } from "./phrases.js";
import { wordsOf } from "./words.js";

/** One thing that holds of whatever a person writes. */
export interface Trait {
  id: string;
  holds(text: string): boolean;
}

/** How a person's writing can be known, as the `assert` of their file says: what it always is, and what it never has. */
export function signatureOf({ assert }: Pick<Persona, "assert">): Trait[] {
  const always = (assert?.signature ?? []).flatMap(({ max_words, min_words, starts_lower, no_final_stop }) => [
    ...(max_words === undefined ? [] : [trait(`max_words ${max_words}`, (text) => wordsOf(text).length <= max_words)]),
    ...(min_words === undefined ? [] : [trait(`min_words ${min_words}`, (text) => wordsOf(text).length >= min_words)]),
    ...(starts_lower === undefined
      ? []
      : [trait(`starts_lower ${starts_lower}`, (text) => startsLower(text) === starts_lower)]),
    ...(no_final_stop === undefined
      ? []
      : [trait(`no_final_stop ${no_final_stop}`, (text) => !/\.\s*$/.test(text) === no_final_stop)]),
  ]);
  const never = (assert?.never ?? []).map((line) => trait(`never ${line}`, (text) => !hasPhrase(text, [line])));
  return [...always, ...never];
}

/** Which traits a text has, and which it has not. */
export function traitsIn(text: string, signature: readonly Trait[]): { kept: string[]; broken: string[] } {
  const named = (holds: boolean) => signature.filter((one) => one.holds(text) === holds).map(({ id }) => id);
  return { kept: named(true), broken: named(false) };
}

const trait = (id: string, holds: (text: string) => boolean): Trait => ({ id, holds });

const startsLower = (text: string) => /^\P{L}*\p{Ll}/u.test(text);
