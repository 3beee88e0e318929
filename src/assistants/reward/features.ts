import { bulletCount, emojiCount, sentenceCount, wordCount } from "../../core/measures/counts.js";
import { readingGrade } from "../../core/measures/readingGrade.js";
import { registerOf } from "../../core/measures/register.js";

const REGISTERS = { casual: -1, neutral: 0, formal: 1 };

/**
 * What of a text a reward goes by, each about in [-2, 2]: length (log of words), length of sentences, bullets, emoji, questions,
 * register from casual to formal, reading grade. Countable style, nothing of what is said.
 */
export function featuresOf(text: string): number[] {
  const words = wordCount(text);
  const sentences = Math.max(1, sentenceCount(text));
  return [
    Math.log1p(words) / 2 - 1.5,
    Math.min(2, words / sentences / 12 - 1),
    Math.min(2, bulletCount(text) / 3),
    Math.min(2, emojiCount(text)),
    Math.min(2, (text.match(/\?/g) ?? []).length / 2),
    REGISTERS[registerOf(text) ?? "neutral"],
    Math.max(-2, Math.min(2, ((readingGrade(text) ?? 7) - 7) / 5)),
  ];
}
