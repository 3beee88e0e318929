/** What the realizer answers: its words, what it stands for, and which beliefs went into it. */
export interface Answer {
  text: string;
  choice: string | null;
  asked: string[];
  used: string[];
}

/** An answer that is words only. */
export const plain = (text: string): Answer => ({ text, choice: null, asked: [], used: [] });

/** An answer with words before it. */
export const after = (words: string, answer: Answer): Answer => ({ ...answer, text: joined([words, answer.text]) });

/** Sentences one after the other; empty ones are left out. A fenced text stands on lines of its own. */
export const joined = (parts: readonly string[]) => capitals(parts.filter((part) => part !== "").join(" "));

/** A capital after each end of a sentence. */
export const capitals = (text: string) =>
  text.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
