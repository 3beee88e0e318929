import type { Vocabulary } from "../../core/world.js";
import type { Condition } from "../../schema/condition.js";
import type { Attribute, Value } from "../../schema/primitives.js";
import { knownWords } from "../nearest.js";
import type { Problem } from "../problem.js";
import type { YamlFile } from "../yamlFile.js";

export type Path = readonly PropertyKey[];

/** A problem in the one file that is being checked. */
export type ReportHere = (...what: Parameters<YamlFile["problem"]>) => Problem[];

/**
 * A problem where an id is none of those there are. Of a record only its own keys are: `constructor` is a key that
 * every object seems to have.
 */
export function missing(
  what: string,
  id: string,
  known: object | readonly string[],
  path: Path,
  problem: ReportHere,
  where = "",
): Problem[] {
  const ids: readonly string[] = Array.isArray(known) ? known : Object.keys(known);
  if (ids.includes(id)) return [];
  return problem(path, `no ${what} '${id}'${where}`, ids.length === 0 ? "there are none" : knownWords(id, ids));
}

/** Names or ids that stand twice in a list, each where it does so again. */
export function doubled<T>(
  list: readonly T[],
  key: (one: T) => string,
  twice: (again: T, index: number) => Problem[],
): Problem[] {
  const seen = new Set<string>();
  return list.flatMap((one, index) => {
    const again = seen.has(key(one));
    seen.add(key(one));
    return again ? twice(one, index) : [];
  });
}

/** What is wrong with an attribute of an item: its slot, or one of its values. */
export function attributeProblems(
  slots: Vocabulary,
  slot: string,
  attribute: Attribute,
  path: Path,
  problem: ReportHere,
): Problem[] {
  const unknown = missing("slot", slot, slots, path, problem);
  if (unknown.length > 0) return unknown;
  return [attribute].flat().flatMap((value) => valueProblems(slots, slot, value, path, problem));
}

/** What is wrong with a condition on a slot: the slot, a bound where there is no order, or a value. */
export function conditionProblems(
  slots: Vocabulary,
  slot: string,
  condition: Condition,
  path: Path,
  problem: ReportHere,
): Problem[] {
  const unknown = missing("slot", slot, slots, [...path, "slot"], problem);
  if (unknown.length > 0) return unknown;
  const type = slots[slot]?.type;
  const bounded = condition.min !== undefined || condition.max !== undefined;
  const unordered =
    bounded && type !== "ordinal" && type !== "number"
      ? problem(
          path,
          `min and max need an ordinal or a number; slot '${slot}' is ${type === "enum" ? "an" : "a"} ${type}`,
          "use is, not or any_of",
        )
      : [];
  const values = Object.entries(condition).flatMap(([key, wanted]) =>
    [wanted ?? []].flat().flatMap((value) => valueProblems(slots, slot, value, [...path, key], problem)),
  );
  return [...unordered, ...values];
}

function valueProblems(slots: Vocabulary, slot: string, value: Value, path: Path, problem: ReportHere): Problem[] {
  const described = slots[slot];
  if (!described || described.type === "text") return [];
  if (described.type === "number") {
    if (typeof value === "number") return [];
    const unit = described.unit ? ` in ${described.unit}` : "";
    return problem(path, `'${value}' is not a number`, `slot '${slot}' is a number${unit}`);
  }
  const values = Object.keys(described.values);
  if (values.includes(String(value))) return [];
  return problem(path, `'${value}' is no value of slot '${slot}'`, knownWords(String(value), values));
}
