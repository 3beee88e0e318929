import type { Persona } from "../../schema/persona.js";

/** Joins clauses into sentences: a full stop after what has no end of its own; a colon, a comma or an "and" runs on. */
export function joined(parts: readonly string[], names: ReadonlySet<string>): string {
  return parts.reduce((line, part) => {
    if (line === "") return part;
    if (RUNS_ON.test(line)) return `${line} ${lowerFirst(part, names)}`;
    return `${/[.!?…]$/.test(line) ? line : `${line}.`} ${part}`;
  }, "");
}

const RUNS_ON = /(?:[:,;–-]|(?:^|[\s,])(?:and|but|yet)|, so)$/i;

/** Lower case where a sentence runs on, but not for "I" and names. */
export function lowerFirst(text: string, names: ReadonlySet<string>): string {
  const [word = ""] = /^[\p{L}]+/u.exec(text) ?? [];
  const kept = word === "I" || names.has(word) || /^\p{Lu}{2,}/u.test(word);
  return kept ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** The words that stand with a capital inside sentences of a person's file: names, and what is written like one. */
export function properNames({ name, facts, documents, style }: Persona): ReadonlySet<string> {
  const texts = [...facts.flatMap(({ say }) => say), ...documents.map(({ text }) => text), ...style.examples];
  const inside = texts.flatMap((text) => [...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}]+/gu)].map(([word]) => word));
  return new Set([...name.split(" "), ...inside]);
}
