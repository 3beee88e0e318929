import type { Catalog, Item } from "../schema/catalog.js";

/** What a probe or goal chooses among: the items of its kind. None where it has no kind, or there is no catalog. */
export function optionsOf(catalog: Catalog | undefined, kind: string | undefined): Item[] {
  return (catalog?.items ?? []).filter((item) => item.kind === kind);
}
