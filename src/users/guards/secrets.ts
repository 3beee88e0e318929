import { hasPhrase } from "../../core/phrases.js";
import { sentencesOf } from "../../core/words.js";
import { contentOf, isTelling } from "./content.js";

/** Such a share of what a secret is made of gives it away, in whatever order and person. */
const GIVEN_AWAY = 0.66;

/** Whether a text tells a secret: in its own words, or with most of what it is made of in one sentence. */
export function tellsSecret(text: string, secrets: readonly string[]): boolean {
  if (secrets.length === 0) return false;
  if (hasPhrase(text, secrets)) return true;
  const said = sentencesOf(text).map((sentence) => new Set(contentOf(sentence)));
  return secrets.some((secret) => {
    const parts = [...new Set(contentOf(secret))];
    const enough = Math.max(parts.length > 1 ? 2 : 1, GIVEN_AWAY * parts.length);
    return said.some((sentence) => {
      const found = parts.filter((part) => sentence.has(part));
      return (
        found.length >= enough && found.some((part) => isTelling(part) && part.length >= (parts.length > 1 ? 4 : 6))
      );
    });
  });
}
