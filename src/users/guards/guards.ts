import { hasPhrase } from "../../core/phrases.js";
import { normalised, wordsOf } from "../../core/words.js";
import { FLIPS, LABELS, LEAKS, MARKUP } from "./flaws.js";

/** What a model's wording is held against. */
export interface Guarded {
  text: string;
  /** What the person said before, and what the assistant said. */
  before: readonly string[];
  heard: readonly string[];
  /** Wordings of facts that only a beat may bring out. */
  secrets: readonly string[];
  /** What the person is called. */
  names: readonly string[];
  /** In words. */
  longest: number;
}

/** The names of the guards that a wording for the user fails; none where it may stand. Sources: docs/users.md. */
export function failedGuards({ text, before, heard, secrets, names, longest }: Guarded): string[] {
  const plain = normalised(text);
  const called = names.map((name) => normalised(name).replace(/[^\p{L}\p{N}\s]/gu, ".")).join("|") || "nobody";
  const shows = (flaws: readonly string[]) =>
    flaws.some((flaw) => new RegExp(flaw.replaceAll("{name}", `(?:${called})`), "mu").test(plain));
  const words = wordsOf(text);
  const failures: Record<string, boolean> = {
    empty: words.length === 0,
    "role-flip": shows(FLIPS),
    markup: shows(MARKUP),
    label: shows(LABELS),
    leak: shows(LEAKS),
    private: secrets.length > 0 && hasPhrase(text, secrets),
    repetition:
      before.some((turn) => repeats(words, wordsOf(turn), OWN)) ||
      heard.some((turn) => repeats(words, wordsOf(turn), ECHO)),
    length: words.length > longest,
  };
  return Object.keys(failures).filter((name) => failures[name]);
}

/** So many words, and such a share of what is said, make a repetition: of oneself, and of the other. */
const OWN = { words: 5, share: 0.6 };
const ECHO = { words: 8, share: 0.8 };

/** Whether most of the runs of three words stand in an earlier turn already, as word shingles show it. */
function repeats(words: readonly string[], earlier: readonly string[], { words: least, share }: typeof OWN): boolean {
  if (words.length < least) return false;
  const seen = new Set(shingles(earlier));
  const runs = shingles(words);
  return runs.filter((run) => seen.has(run)).length >= share * runs.length;
}

const shingles = (words: readonly string[]) => words.slice(2).map((_, at) => words.slice(at, at + 3).join(" "));
