import { withoutArtifacts } from "../core/artifact.js";
import { withoutOwnWords, withoutQuotations } from "../core/quotations.js";

/** What the assistant itself says in a reply: without the texts it delivers, and without what it quotes of others or of the person. */
export function ownWords({ text }: { text: string }): string {
  return withoutOwnWords(withoutQuotations(withoutArtifacts(text))).trim();
}
