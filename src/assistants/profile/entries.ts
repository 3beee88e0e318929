import type { LivedFact } from "../../core/life.js";
import type { Keep } from "../../core/ports.js";
import { agree } from "../../core/satisfies.js";
import type { Vocabulary } from "../../core/world.js";
import { factOf, type Statement, sameValues } from "./statement.js";

/** One line of a profile. */
export interface Entry {
  slot: string;
  condition: Statement["condition"];
  /** How likely it holds, 0 to 1. */
  confidence: number;
  /** Ids of the pieces that say so, the last one last. */
  evidence: string[];
  /** When it was said last; null where that has no date. */
  seen: string | null;
  fact: LivedFact;
}

/** A profile of one person: statements taken in, one after the other, and what stands by now. */
export interface Profile {
  take(statement: Statement): Promise<void>;
  /** What has not lapsed at a time, the surest first. */
  at(now: string): Promise<Entry[]>;
}

/** What nobody mentioned for so long is no longer held: people change, and profiles that never forget go stale. */
const LAPSES_AFTER_DAYS = 730;
const DAY = 86_400_000;

/**
 * A profile kept entry by entry. A statement that is held already adds evidence; one that cannot be true beside another
 * replaces it; any other is added. With k statements for an entry, its confidence is the reader's, drawn to (k + 1)/(k + 2)
 * (Laplace's rule of succession) as k grows.
 */
export function profileIn(keep: Keep, slots: Vocabulary): Profile {
  const all = async () => (await keep.all()).map(({ key, entry }) => ({ key, entry: entry as Entry }));
  return {
    async take(statement) {
      const { slot } = statement;
      const there = (await all()).filter(({ entry }) => entry.slot === slot);
      const same = there.find(({ entry }) => sameValues(entry.condition, statement.condition));
      for (const { key, entry } of there)
        if (key !== same?.key && excludes(slots, statement, entry)) await keep.drop(key);
      await keep.put(keyOf(statement), entryOf(statement, same?.entry));
    },
    async at(now) {
      const entries = (await all()).map(({ entry }) => entry).filter((entry) => !hasLapsed(entry, now));
      return entries.sort((one, other) => other.confidence - one.confidence);
    },
  };
}

function entryOf(statement: Statement, before: Entry | undefined): Entry {
  const { slot, condition, piece } = statement;
  const evidence = [...new Set([...(before?.evidence ?? []), piece.id])];
  const succession = (evidence.length + 1) / (evidence.length + 2);
  const weight = 1 / evidence.length;
  const confidence = weight * statement.confidence + (1 - weight) * Math.max(succession, statement.confidence);
  return { slot, condition, confidence, evidence, seen: piece.at?.slice(0, 10) ?? null, fact: factOf(statement) };
}

/** Scopes may differ, so facts that hold in different circumstances stand beside each other. */
function excludes(slots: Vocabulary, statement: Statement, { condition, fact }: Entry): boolean {
  const slot = slots[statement.slot];
  const newer = factOf(statement);
  const scope = (one: LivedFact) => JSON.stringify(one.when ?? null);
  if (scope(newer) !== scope(fact)) return false;
  return newer.supersedes === fact.id || slot === undefined || !agree(slot, statement.condition, condition);
}

const keyOf = ({ slot, condition }: Statement) => `${slot} ${JSON.stringify(condition)}`;

function hasLapsed({ seen }: Entry, now: string): boolean {
  return seen !== null && Date.parse(now.slice(0, 10)) - Date.parse(seen) > LAPSES_AFTER_DAYS * DAY;
}
