import { withoutArtifacts } from "../core/artifact.js";
import { itemTexts } from "../core/itemTexts.js";
import { withoutAnyQuotations } from "../core/quotations.js";
import { remembered } from "../core/remembered.js";
import type { Cast } from "../core/world.js";
import type { Catalog } from "../schema/catalog.js";

/**
 * What the assistant itself says in a reply: without the texts it delivers, what it quotes of others or of the person, and
 * what it says of items in the catalog's words.
 */
export function ownWords({ text }: { text: string }, { catalog }: Pick<Cast, "catalog">): string {
  const said = withoutAnyQuotations(withoutArtifacts(text));
  const own = catalogTexts(catalog).reduce((rest, piece) => rest.replaceAll(piece, "…"), said);
  return /\p{L}/u.test(own) ? own.trim() : "";
}

/** Every text of a catalog, longest first. */
const catalogTexts = remembered(({ items }: Catalog) =>
  [...new Set(items.flatMap((item) => [item.name, ...itemTexts(item)]))].sort(
    (one, other) => other.length - one.length,
  ),
);
