import { sentencesOf, wordsOf } from "../words.js";

/**
 * The school grade at which a text in English is read: .39 words per sentence + 11.8 syllables per word - 15.59, to
 * one decimal; about -3 and up; null where there is no word. Source: Kincaid, Fishburne, Rogers and Chissom (1975),
 * Derivation of new readability formulas for Navy enlisted personnel, Research Branch Report 8-75.
 */
export function readingGrade(text: string): number | null {
  const sentences = sentencesOf(text).map(wordsOf);
  const read = sentences.filter((words) => words.length > 0);
  const words = read.flat();
  if (words.length === 0) return null;
  const syllables = words.reduce((sum, word) => sum + syllableCount(word), 0);
  const grade = (0.39 * words.length) / read.length + (11.8 * syllables) / words.length - 15.59;
  return Math.round(grade * 10) / 10;
}

/**
 * Syllables of an English word: groups of vowels, y among them; a silent e at the end, `es` and `ed` among them, is
 * one less. At least 1. Vowels that meet count as one (`radio` 2), words of digits as one.
 */
export function syllableCount(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  const groups = letters.match(/[aeiouy]+/g)?.length ?? 0;
  const silent = /(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$|[^aeiouycgsxz]es$/.test(letters) ? 1 : 0;
  return Math.max(1, groups - silent);
}
