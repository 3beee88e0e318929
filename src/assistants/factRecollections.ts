import type { LivedFact } from "../core/life.js";
import type { Task } from "../core/ports.js";
import { wantedValue } from "../core/satisfies.js";
import type { Recollection } from "./technique.js";

/** Facts as recollections, one each, those on the slots of the task first. */
export function factRecollections(facts: readonly LivedFact[], { slots, about }: Task): Recollection[] {
  const near = (fact: LivedFact) => slots.includes(fact.slot) || fact.slot === about;
  const ordered = [...facts.filter(near), ...facts.filter((fact) => !near(fact))];
  return ordered.map((fact) => ({
    id: fact.id,
    source: "fact",
    text: `${fact.slot}: ${statement(fact)}`,
    at: fact.from,
    facts: [fact],
  }));
}

function statement({ condition, veto, when, share_with }: LivedFact): string {
  const scope = when ? ` (when ${Object.values(when).join(", ")})` : "";
  const readers = share_with === null ? "" : ` (only for ${share_with.join(", ") || "nobody else"})`;
  return `${wantedValue(condition)}${veto ? ", must" : ""}${scope}${readers}`;
}
