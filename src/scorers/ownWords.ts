import { withoutArtifacts } from "../core/artifact.js";
import { type Clause, clausesOf } from "../core/clauses.js";
import { itemTexts } from "../core/itemTexts.js";
import { withoutAnyQuotations } from "../core/quotations.js";
import { remembered } from "../core/remembered.js";
import { sentencesOf } from "../core/words.js";
import type { Cast } from "../core/world.js";
import type { Catalog } from "../schema/catalog.js";

/**
 * What the assistant itself says in a reply: without the texts it delivers, what it quotes of others or of the person, and
 * what it says of items in the catalog's words.
 */
export const ownWords = (reply: { text: string }, { catalog }: Pick<Cast, "catalog">): string =>
  wordsBeside(catalog)(reply);

/** Several scorers ask for them of the same reply. */
const wordsBeside = remembered((catalog: Catalog) =>
  remembered(({ text }: { text: string }) => {
    const said = withoutAnyQuotations(withoutArtifacts(text));
    const own = catalogTexts(catalog).reduce((rest, piece) => rest.replaceAll(piece, "…"), said);
    return /\p{L}/u.test(own) ? own.trim() : "";
  }),
);

/** A sentence in an assistant's own words, with its clauses. */
export interface OwnSentence {
  text: string;
  clauses: readonly Clause[];
}

/** The sentences of a reply's own words. */
export const ownSentences = (reply: { text: string }, { catalog }: Pick<Cast, "catalog">): readonly OwnSentence[] =>
  sentencesBeside(catalog)(reply);

const sentencesBeside = remembered((catalog: Catalog) =>
  remembered((reply: { text: string }) =>
    sentencesOf(wordsBeside(catalog)(reply)).map((text) => ({ text, clauses: clausesOf(text, "you") })),
  ),
);

/** Every text of a catalog, longest first. */
const catalogTexts = remembered(({ items }: Catalog) =>
  [...new Set(items.flatMap((item) => [item.name, ...itemTexts(item)]))].sort(
    (one, other) => other.length - one.length,
  ),
);
