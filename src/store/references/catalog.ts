import { offeredIn } from "../../core/offers.js";
import type { Vocabulary } from "../../core/world.js";
import type { Catalog, Item } from "../../schema/catalog.js";
import type { Lint } from "../lints/lint.js";
import type { Problem } from "../problem.js";
import { attributeProblems, doubled, missing, type Path, type ReportHere } from "./naming.js";

/** Slots, values and requests that catalogs name and that do not exist; items that could not be told apart, or not be heard. */
export const catalogReferences: Lint = ({ slots, catalogs }, report) =>
  Object.values(catalogs).flatMap((catalog) => {
    const problem: ReportHere = (...what) => report("catalog", catalog.id, ...what);
    return [
      ...twins(catalog, problem),
      ...catalog.items.flatMap((item, index) => itemProblems(slots, catalog, item, ["items", index], problem)),
    ];
  });

function twins({ items }: Catalog, problem: ReportHere): Problem[] {
  return [
    ...doubled(
      items,
      ({ id }) => id,
      ({ id }, index) =>
        problem(["items", index, "id"], `two items have the id '${id}'`, "ids are unique in a catalog"),
    ),
    ...doubled(
      items,
      ({ name }) => name.toLowerCase(),
      ({ name }, index) =>
        problem(["items", index, "name"], `two items are called '${name}'`, "people could not tell them apart"),
    ),
  ];
}

function itemProblems(
  slots: Vocabulary,
  { requests }: Catalog,
  item: Item,
  path: Path,
  problem: ReportHere,
): Problem[] {
  return [
    ...unheard(item, [...path, "name"], problem),
    ...Object.entries(item.attributes).flatMap(([slot, attribute]) =>
      attributeProblems(slots, slot, attribute, [...path, "attributes", slot], problem),
    ),
    ...Object.keys(item.points).flatMap((slot) => missing("slot", slot, slots, [...path, "points", slot], problem)),
    ...item.reveals.flatMap((slot) => missing("slot", slot, slots, [...path, "reveals"], problem)),
    ...Object.keys(item.details).flatMap((request) =>
      missing("request", request, requests, [...path, "details", request], problem, " in this catalog"),
    ),
  ];
}

/** A name that has no word in it is heard in no talk. */
function unheard(item: Item, path: Path, problem: ReportHere): Problem[] {
  if (offeredIn(item.name, [item]).length > 0) return [];
  return problem(path, `nobody would hear '${item.name}' in a talk`, "give it a name of words");
}
