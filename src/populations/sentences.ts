import { namedValues, satisfies } from "../core/satisfies.js";
import type { Vocabulary, World } from "../core/world.js";
import { conditionOf } from "../schema/condition.js";
import type { Evidence } from "../schema/persona.js";
import type { DocumentKind, Population } from "../schema/population.js";
import type { WrittenFact } from "./facts.js";

export type EvidenceForm = Evidence["form"];

/** The kind in which a sentence may stand by itself, as the vocabulary's `write` do: `Third floor, lift broken.` */
const JOTTED: DocumentKind = "note";

/**
 * What a person with this fact could write about it in a form: of the fact's own value where it is stated or implied, of
 * a value it rules out where that is denied or said of somebody else. Templates, not yet filled.
 */
export function sentencesFor(
  fact: WrittenFact,
  form: EvidenceForm,
  kind: DocumentKind,
  writing: Population["writing"],
  slots: Vocabulary,
): string[] {
  const own = namedValues(conditionOf(fact));
  const texts = writing[fact.slot] ?? {};
  if (form === "stated") return own.flatMap((value) => texts[value]?.stated ?? []);
  if (form === "implied") {
    const jotted = kind === JOTTED ? own.flatMap((value) => slots[fact.slot]?.values[value]?.write ?? []) : [];
    return [...own.flatMap((value) => texts[value]?.implied ?? []), ...jotted];
  }
  const ruledOut = Object.keys(texts).filter((value) => !own.includes(value) && !holds(fact, value, slots));
  return ruledOut.flatMap((value) => (form === "negated" ? texts[value]?.negated : texts[value]?.other) ?? []);
}

/** Whether what somebody with this fact wants could be this value. One thing avoided says nothing of other things. */
function holds(fact: WrittenFact, value: string, slots: Vocabulary): boolean {
  const slot = slots[fact.slot];
  if (!slot || fact.not !== undefined) return false;
  return satisfies(slot, conditionOf(fact), slot.type === "number" ? Number(value) : value);
}

/**
 * What would give private facts away: their values, the words for them, and what scorers look for. Nothing is written from
 * those last; a text with one of them in it is not written.
 */
export function secretWords(
  facts: readonly WrittenFact[],
  { slots, matches }: Pick<World, "slots" | "matches">,
): string[] {
  const secrets = facts.filter(({ disclose }) => disclose === "private");
  return secrets.flatMap((fact) => {
    const wordings = namedValues(conditionOf(fact)).flatMap((value) => {
      const words = slots[fact.slot]?.values[value];
      return [value, ...(words?.say ?? []), ...(words?.write ?? []), ...(matches[fact.slot]?.[value] ?? [])];
    });
    return [...wordings, ...(fact.say ?? [])];
  });
}
