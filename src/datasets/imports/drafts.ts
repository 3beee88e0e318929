import type { Importer, Task, TextSlot } from "./importer.js";

/** Rows without dates happen here: our files need civil dates, and durations are what matters. */
export const UNDATED = { past: "2025-01-06", now: "2025-01-07T09:00" };

/** What our files need and rows do not have. It is the same in every task, and told with every import. */
export const ADDED = [
  "persona.name, persona.segment: from the data set and the row, no name is made up",
  "persona.style, persona.behaviour: neutral values; how the person writes is not read from the row",
  `dates: ${UNDATED.past} for what was before and ${UNDATED.now} for the question, where rows have none`,
  "scenario.domain, scenario.situation, scenario.role: one for the data set, where rows have none",
  "catalog: one item that is never offered, where a row has nothing to choose from",
  "wordings: each question, fact and option has the one wording of its row",
] as const;

const LONGEST_ID = 80;

/** An id for our files from words of a row: what an id cannot hold becomes a hyphen. */
export function idFrom(...words: (string | number)[]): string {
  const plain = words.join("-").normalize("NFKD").toLowerCase();
  return plain
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^[-_]+|[-_]+$/g, "")
    .slice(0, LONGEST_ID);
}

/** A slot of free text. */
export const textSlot = (id: string, about: string): TextSlot => ({ id, type: "text", about });

/** A fact in the words of the row. */
export const wordedFact = (id: string, slot: string, text: string) => ({ id, slot, is: text, say: [text] });

/** A person of a data set: what all have alike, with the parts that the row gives. */
export function personOf(
  { dataset, license, synthetic }: Pick<Importer, "dataset" | "license" | "synthetic">,
  id: string,
  row: string,
  parts: Partial<Task["persona"]>,
): Task["persona"] {
  return {
    schema: "dramatis/persona@1",
    ...{ id, name: id, segment: dataset },
    style: { words_per_turn: [4, 40], formality: 0.5 },
    provenance: { source: `imported:${dataset}`, license, synthetic, note: row },
    ...parts,
  };
}

/** A catalog with nothing to choose from: every scenario names one. */
export const emptyCatalog = (dataset: string): Task["catalog"] => ({
  schema: "dramatis/catalog@1",
  id: `${dataset}-nothing`,
  domain: "recommendation",
  items: [{ id: "nothing", name: "nothing", kind: "nothing", pitch: ["there is nothing to choose from"] }],
});

/** A catalog of texts to choose from, each called `name`, with what it has by slot. */
export function optionsCatalog(
  id: string,
  options: readonly { name: string; text: string; attributes?: Record<string, string | string[]> }[],
): Task["catalog"] {
  return {
    ...{ schema: "dramatis/catalog@1", id, domain: "recommendation" },
    items: options.map(({ name, text, attributes = {} }, index) => {
      return { id: `option-${index + 1}`, name, kind: "option", attributes, pitch: [text] };
    }),
  };
}

/** A name that is heard in a talk: the words of a text, without the marks that part clauses; empty where it has none. */
export const heardName = (text: string) =>
  text
    .replace(/[^\p{L}\p{M}\p{N}\s'’&/()-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** What the person wrote in a dialogue, as one text; the other side's turns are not theirs. */
export const ownWords = (turns: readonly { role: string; content: string }[]) =>
  turns
    .filter(({ role }) => role === "user")
    .map(({ content }) => content.trim())
    .filter((content) => content !== "")
    .join("\n\n");
