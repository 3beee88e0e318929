import { hasPhrase } from "../../core/phrases.js";
import { wordsOf } from "../../core/words.js";

/** What a model's wording is held against. */
export interface Guarded {
  text: string;
  before: readonly string[];
  /** Wordings of facts that only a beat may bring out. */
  secrets: readonly string[];
  longest: number;
}

const FLIPS = [
  /\bas an? (?:ai|assistant|language model|chatbot)\b/i,
  /\bhow (?:can|may) i (?:help|assist) you\b/i,
  /\bis there anything else (?:i can|you)\b/i,
  /\bi(?:'m| am) (?:here to help|an? (?:ai|assistant|language model))\b/i,
  /\bhappy to (?:help|assist) you\b/i,
];
const LABELS = /^\s*(?:\**(?:user|assistant|system|human|person|customer|me)\**\s*:|<\|)/i;
const LEAKS = [
  /\{\{\w*\}\}/,
  /\bsystem prompt\b/i,
  /\bmy instructions\b/i,
  /\bend_talk\b/,
  /\bi (?:was|am) (?:told|instructed|asked) to (?:play|act|pretend)\b/i,
  /\bstay in character\b/i,
];

/** The names of the guards that a wording for the user fails; none where it may stand. Sources: docs/users.md. */
export function failedGuards({ text, before, secrets, longest }: Guarded): string[] {
  const words = wordsOf(text);
  const same = (other: string) => wordsOf(other).join(" ") === words.join(" ");
  const failures: Record<string, boolean> = {
    empty: words.length === 0,
    "role-flip": FLIPS.some((pattern) => pattern.test(text)),
    label: LABELS.test(text),
    leak: LEAKS.some((pattern) => pattern.test(text)),
    private: secrets.length > 0 && hasPhrase(text, secrets),
    repetition: words.length >= 4 && before.some(same),
    length: words.length > longest,
  };
  return Object.keys(failures).filter((name) => failures[name]);
}
