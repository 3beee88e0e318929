import { wantedValue } from "../core/satisfies.js";
import { conditionOf } from "../schema/condition.js";
import type { Persona } from "../schema/persona.js";

/** Who was made: people per segment, what each has, how evidence is given, and how the facts on each slot are spread. */
export function populationText(people: readonly Persona[]): string {
  const segments = counted(people.map(({ segment }) => segment));
  const forms = people.flatMap(({ documents }) =>
    documents.flatMap(({ evidence }) => evidence.map(({ form }) => form)),
  );
  const each = (title: string, of: (person: Persona) => readonly unknown[]) => {
    const counts = people.map((person) => of(person).length);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    return `  ${title.padEnd(14)}${mean.toFixed(1).padStart(6)}  (${Math.min(...counts)} to ${Math.max(...counts)})`;
  };
  const lines = [
    `${people.length} people in ${segments.length} segments: ${segments.map(([id, count]) => `${id} ${count}`).join(", ")}`,
    "",
    "for each person, on average",
    each("facts", ({ facts }) => facts),
    each("documents", ({ documents }) => documents),
    each("interactions", ({ interactions }) => interactions),
    each("pairs", ({ pairs }) => pairs),
    "",
    `evidence in documents: ${counted(forms)
      .map(([form, count]) => `${form} ${count}`)
      .join(", ")}`,
    "",
    "what people want, by slot, in percent of those who have a fact there",
    ...marginals(people).map(({ slot, shares }) => `  ${slot.padEnd(14)}${shares.join(", ")}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** The spread of conditions on each slot, over facts that hold for any audience. */
function marginals(people: readonly Persona[]): { slot: string; shares: string[] }[] {
  const facts = people.flatMap((person) => person.facts.filter(({ when }) => when === undefined));
  const bySlot = [...Map.groupBy(facts, ({ slot }) => slot)].sort(([one], [other]) => (one < other ? -1 : 1));
  return bySlot.map(([slot, held]) => ({
    slot,
    shares: counted(held.map((fact) => wantedValue(conditionOf(fact)))).map(
      ([value, count]) => `${value} ${Math.round((100 * count) / held.length)}`,
    ),
  }));
}

/** Words by how often they occur, most often first, then by code point. */
function counted(words: readonly string[]): [string, number][] {
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]): [string, number] => [word, all.length]);
  return counts.sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}
