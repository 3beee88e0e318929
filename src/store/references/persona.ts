import type { Vocabulary } from "../../core/world.js";
import { conditionOf } from "../../schema/condition.js";
import type { Persona } from "../../schema/persona.js";
import type { Lint } from "../lints/lint.js";
import type { Problem } from "../problem.js";
import { conditionProblems, doubled, missing, type ReportHere } from "./naming.js";

/** Slots, values, facts and items that personas name and that do not exist. */
export const personaReferences: Lint = ({ slots, personas, catalogs }, report) => {
  const items = Object.values(catalogs).flatMap((catalog) => catalog.items.map(({ id }) => id));
  return Object.values(personas).flatMap((persona) => {
    const problem: ReportHere = (...what) => report("persona", persona.id, ...what);
    return [
      ...factProblems(slots, persona, problem),
      ...evidenceProblems(persona, problem),
      ...strayProblems(persona, items, problem),
    ];
  });
};

/** Items of no catalog here. A persona copied from elsewhere often has many: the way out is told once. */
function strayProblems({ interactions }: Persona, items: readonly string[], problem: ReportHere): Problem[] {
  const stray = interactions.flatMap(({ item }, index) =>
    missing("item", item, items, ["interactions", index, "item"], problem, " in any catalog"),
  );
  const first = stray.find(({ hint }) => !hint?.startsWith("did you mean"));
  return stray.map((one) =>
    one === first ? { ...one, hint: `${one.hint}; take the entry out if its catalog is not in this folder` } : one,
  );
}

function factProblems(slots: Vocabulary, { facts }: Persona, problem: ReportHere): Problem[] {
  return [
    ...doubled(
      facts,
      ({ id }) => id,
      ({ id }, index) =>
        problem(["facts", index, "id"], `two facts have the id '${id}'`, "ids are unique in a persona"),
    ),
    ...facts.flatMap((fact, index) => [
      ...conditionProblems(slots, fact.slot, conditionOf(fact), ["facts", index], problem),
      ...fact.later.flatMap((change, step) =>
        conditionProblems(slots, fact.slot, conditionOf(change), ["facts", index, "later", step], problem),
      ),
    ]),
  ];
}

function evidenceProblems({ facts, demographics, traits, ...persona }: Persona, problem: ReportHere): Problem[] {
  const known = [
    ...facts.map(({ id }) => id),
    ...Object.keys(demographics).map((slot) => `demographics.${slot}`),
    ...Object.keys(traits).map((slot) => `traits.${slot}`),
  ];
  return (["documents", "pairs", "interactions"] as const).flatMap((kind) =>
    persona[kind].flatMap(({ evidence }, index) =>
      evidence.flatMap(({ fact }, place) =>
        missing("fact", fact, known, [kind, index, "evidence", place, "fact"], problem),
      ),
    ),
  );
}
