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

/** Sentences one after the other; empty ones are left out. After a colon a sentence runs on. */
export function joined(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== "");
  return capitals(
    said.reduce((text, part) => {
      if (text === "") return part;
      return `${text} ${text.endsWith(":") && QUESTION.test(part) ? part.charAt(0).toLowerCase() + part.slice(1) : part}`;
    }, ""),
  );
}

const QUESTION = /^(?:What|Which|How|Where|When|Who|Is|Are|Do|Does|Shall|Should|May|Would|Will|Can|Any)\b/;

/** A capital after each end of a sentence. */
export const capitals = (text: string) =>
  text.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
