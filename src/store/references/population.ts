import type { World } from "../../core/world.js";
import type { Draw, FactForm, Population, Sentences, Table } from "../../schema/population.js";
import type { Value } from "../../schema/primitives.js";
import { containsWords } from "../lints/wordings.js";
import type { Problem } from "../problem.js";
import { drawingProblems } from "./drawing.js";
import { conditionProblems, missing, type Path, type ReportHere } from "./naming.js";

/** Slots and values a population names that do not exist, days too late, blanks nothing fills, and words that are others'. */
export function populationReferences(population: Population, world: World, problem: ReportHere): Problem[] {
  const { segments, common, facts, topics, manners, writing } = population;
  const value = (slot: string, given: Value, path: Path) =>
    conditionProblems(world.slots, slot, { is: asIn(world, slot, given) }, path, problem);
  const draws = (list: readonly Draw[], path: Path) =>
    list.flatMap((step, index) => drawProblems(step, [...path, index], value));
  return [
    ...segments.flatMap((segment, index) => draws(segment.draws, ["segments", index, "draws"])),
    ...draws(common, ["common"]),
    ...drawingProblems(population, problem),
    ...Object.entries(facts).flatMap(([slot, form]) => formProblems(slot, form, ["facts", slot], value)),
    ...topics.flatMap(({ slots }, index) =>
      slots.flatMap((slot, place) => missing("slot", slot, world.slots, ["topics", index, "slots", place], problem)),
    ),
    ...Object.keys(manners.values).flatMap((key) => value(manners.slot, key, ["manners", "values", key])),
    ...Object.entries(writing).flatMap(([slot, values]) =>
      Object.entries(values).flatMap(([key, sentences]) => [
        ...value(slot, key, ["writing", slot, key]),
        ...wordingProblems(world, slot, key, sentences, problem),
      ]),
    ),
    ...blankProblems(population, problem),
    ...periodProblems(population, world, problem),
  ];
}

type ValueProblems = (slot: string, value: Value, path: Path) => Problem[];

/** YAML keys are words; a number's values are numbers. */
function asIn({ slots }: World, slot: string, value: Value): Value {
  return slots[slot]?.type === "number" ? Number(value) : value;
}

function drawProblems(step: Draw, path: Path, value: ValueProblems): Problem[] {
  if ("profiles" in step)
    return step.profiles.flatMap(({ is }, index) =>
      Object.entries(is).flatMap(([slot, one]) => value(slot, one, [...path, "profiles", index, "is", slot])),
    );
  return weightsIn(step.table).flatMap((key) => value(step.slot, key, [...path, "table"]));
}

const weightsIn = (table: Table): string[] =>
  (Array.isArray(table) ? table : [{ weights: table }]).flatMap(({ weights }) => Object.keys(weights));

function formProblems(slot: string, { later, when }: FactForm, path: Path, value: ValueProblems): Problem[] {
  const changes = [...(later ? [later.to] : []), ...when.map(({ to }) => to)];
  return changes.flatMap((to) =>
    Object.entries(to).flatMap(([from, weights]) =>
      [from, ...Object.keys(weights)].flatMap((key) => value(slot, key, path)),
    ),
  );
}

/** What people write shares no wording with what they say, nor with what scorers look for (as the vocabulary's `write`). */
function wordingProblems(
  world: World,
  slot: string,
  value: string,
  sentences: Sentences,
  problem: ReportHere,
): Problem[] {
  const others = [...(world.slots[slot]?.values[value]?.say ?? []), ...(world.matches[slot]?.[value] ?? [])];
  return Object.entries(sentences).flatMap(([form, list]) =>
    list.flatMap((sentence, index) => {
      const shared = others.find((wording) => containsWords(sentence, wording));
      if (shared === undefined) return [];
      return problem(
        ["writing", slot, value, form, index],
        `shares its words with '${shared}', which people say or scorers look for`,
        "word it differently",
      );
    }),
  );
}

function blankProblems({ fill, writing, topics }: Population, problem: ReportHere): Problem[] {
  const known = [...Object.keys(fill), "friend", "name"];
  const texts = [
    ...Object.entries(writing).flatMap(([slot, values]) =>
      Object.entries(values).flatMap(([key, sentences]) =>
        Object.values(sentences).flatMap((list) => list.map((text) => ({ text, path: ["writing", slot, key] }))),
      ),
    ),
    ...topics.flatMap(({ open, close, filler }, index) =>
      [...Object.values(open), ...Object.values(close), filler].flatMap((list) =>
        (list ?? []).map((text) => ({ text, path: ["topics", index] })),
      ),
    ),
  ];
  return texts.flatMap(({ text, path }) =>
    [...text.matchAll(/\{([^{}]*)\}/g)]
      .map(([, blank]) => blank as string)
      .filter((blank) => !/^\d+\.\.\d+$/.test(blank))
      .flatMap((blank) => missing("list", blank, known, path, problem, ` to fill {${blank}} in '${text}'`)),
  );
}

/** What people leave behind lies before all that is played with them. */
function periodProblems({ period: [first, last] }: Population, { scenarios }: World, problem: ReportHere): Problem[] {
  const earliest = Object.values(scenarios)
    .map(({ situation }) => situation.at)
    .sort()[0];
  if (first > last)
    return problem(["period"], `begins on ${first}, after its end on ${last}`, "write the first day first");
  if (earliest === undefined || last.slice(0, 10) < earliest.slice(0, 10)) return [];
  return problem(["period", 1], `is not before ${earliest}, when the first scenario begins`, "end it before");
}
