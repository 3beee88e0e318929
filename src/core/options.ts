import type { Catalog, Item } from "../schema/catalog.js";
import { remembered } from "./remembered.js";

/** What a probe or goal chooses among: the items of its kind. None where it has no kind, or there is no catalog. */
export function optionsOf(catalog: Catalog | undefined, kind: string | undefined): readonly Item[] {
  return (catalog && byKind(catalog).get(kind)) ?? [];
}

/** The same list each time: what is found out about a list of options is remembered with it. */
const byKind = remembered(
  ({ items }: Catalog): ReadonlyMap<string | undefined, readonly Item[]> => Map.groupBy(items, ({ kind }) => kind),
);
