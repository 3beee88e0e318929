import { porterStem } from "../../core/porter.js";

/** How texts are made into tokens for ROUGE. */
export interface RougeOptions {
  /** Whether words of four letters or more are cut to their stem, so that "walked" meets "walking". */
  stem?: boolean;
}

/** The tokens of ROUGE: lower case, split at all but a–z and 0–9 (so accented letters split words, as in the reference). */
export function rougeTokens(text: string, { stem = false }: RougeOptions = {}): string[] {
  const tokens = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return stem ? tokens.map((token) => (token.length > 3 ? porterStem(token) : token)) : tokens;
}
