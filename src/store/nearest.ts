import { closest, distance } from "fastest-levenshtein";

/** `did you mean …?` for the known word nearest to a wrong one, or the only one it is part of; null where none is near. */
export function didYouMean(wrong: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const longer = known.filter((word) => wrong.length > 2 && word.includes(wrong));
  if (longer.length === 1) return `did you mean '${longer[0]}'?`;
  const near = closest(wrong, [...known]);
  return distance(wrong, near) <= Math.max(2, Math.floor(wrong.length / 3)) ? `did you mean '${near}'?` : null;
}

/** The nearest word, or some of the words there are. */
export function knownWords(wrong: string, known: readonly string[]): string {
  const words = [...new Set(known)];
  return didYouMean(wrong, words) ?? `there are: ${words.slice(0, 12).join(", ")}${words.length > 12 ? ", …" : ""}`;
}
