import type { Style } from "../schema/persona.js";

type Hand = Pick<Style, "casing" | "punctuation">;

/** A sentence as somebody with this casing and punctuation writes it. Who sets no stops leaves them out at ends only. */
export function penned(sentence: string, { casing = "sentence", punctuation = "tidy" }: Partial<Hand>): string {
  const cased = casing === "lower" ? sentence.toLowerCase() : sentence;
  return punctuation === "none" ? unstopped(cased) : cased;
}

/** Sentences one after the other: without stops between them each begins a line. */
export function joined(sentences: readonly string[], { punctuation = "tidy" }: Partial<Hand>): string {
  const text = sentences.join(punctuation === "none" ? "\n" : " ");
  return punctuation === "loose" ? unstopped(text) : text;
}

const unstopped = (text: string) => text.replace(/(?<![.…])\.$/, "");
