import type { Damage } from "../store/journalLines.js";
import type { JournalDamage } from "../store/runFolder.js";

/** What is said of a damaged journal before its run goes on: where it shows, which trials it touches, and what is done. Empty where it is whole. */
export function journalDamageLines(path: string, { found, torn, unended, whole }: JournalDamage): string[] {
  if (found.length === 0) return [];
  return [
    ...foundLines(path, found),
    ...named("played again from their start, for lines of them are gone", torn),
    ...named("played again from their start, for they have no end, which may be among what is gone", unended),
    ...named("whole in trials.jsonl, and left as they are", whole),
    "  model calls that stood in such lines are not counted in what the run used",
  ];
}

/** Where a journal is not as it was written. */
export function foundLines(path: string, found: readonly Damage[]): string[] {
  const places = found.slice(0, SHOWN).map(({ at, what, lines }) => `  line ${at}: ${WORDS[what](lines)}`);
  const more = found.length > SHOWN ? [`  and ${found.length - SHOWN} more places`] : [];
  return [`${path} is not as it was written:`, ...places, ...more];
}

const SHOWN = 10;

const WORDS: Record<Damage["what"], (lines: number) => string> = {
  missing: (lines) => (lines === 1 ? "the line before it is missing" : `${lines} lines before it are missing`),
  unreadable: () => "changed or damaged, and passed over",
  stray: () => "not in its place, and passed over",
};

const named = (what: string, trials: readonly string[]) =>
  trials.length === 0 ? [] : [`  ${what}: ${trials.join(", ")}`];
