import type { Disclosure, Source } from "../schema/event.js";
import type { Evidence } from "../schema/persona.js";

/** What may be known of the person at a moment, by fact. It belongs to the trial, not to a technique. */
export interface Knowledge {
  sources: ReadonlyMap<string, Source>;
  /** Facts that may have come out, but not for certain. */
  uncertain: ReadonlySet<string>;
}

/** A disclosure with the session it fell in. */
export interface Told extends Disclosure {
  session: string;
}

/**
 * Known at a turn: what the given materials carry as `stated` or `implied`, and what the person told before.
 * The nearest source names the fact: this session, a past one, a text that states it, one that implies it.
 * Negated and third-party evidence makes nothing known. A disclosure that only a judge could confirm is uncertain.
 */
export function knownAt(evidence: readonly Evidence[], told: readonly Told[], session: string): Knowledge {
  const certain = told.filter(({ how }) => how !== "judge");
  const from = (form: Evidence["form"]) => evidence.filter((piece) => piece.form === form);
  const layers: [Source, readonly { fact: string }[]][] = [
    ["implied", from("implied")],
    ["material", from("stated")],
    ["past", certain],
    ["session", certain.filter((piece) => piece.session === session)],
  ];
  const sources = new Map(layers.flatMap(([source, pieces]) => pieces.map(({ fact }) => [fact, source] as const)));
  const unsure = told.filter(({ fact }) => !sources.has(fact));
  return { sources, uncertain: new Set(unsure.map(({ fact }) => fact)) };
}
