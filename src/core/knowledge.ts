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
  const sources = new Map<string, Source>();
  for (const form of ["implied", "stated"] as const) {
    for (const piece of evidence)
      if (piece.form === form) sources.set(piece.fact, form === "implied" ? "implied" : "material");
  }
  for (const { fact, how, session: when } of told) {
    if (how !== "judge") sources.set(fact, when === session ? "session" : "past");
  }
  const unsure = told.filter(({ fact, how }) => how === "judge" && !sources.has(fact));
  return { sources, uncertain: new Set(unsure.map(({ fact }) => fact)) };
}
