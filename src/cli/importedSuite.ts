import type { z } from "zod";
import type { Importer } from "../datasets/imports/importer.js";
import type { suite } from "../schema/suite.js";
import type { ImportedRow } from "./importing.js";

/** A suite that plays each imported row with its own person: in another row's scenario a person means nothing. */
export function importedSuite(
  { dataset, known }: Pick<Importer, "dataset" | "known">,
  rows: readonly ImportedRow[],
): z.input<typeof suite> {
  return {
    ...{ schema: "dramatis/suite@1", id: dataset, title: `Imported from ${dataset}` },
    tasks: rows.flatMap(({ persona, scenario }) => (persona && scenario ? [{ persona, scenario }] : [])),
    assistants: [{ technique: "generic" }, { technique: "history" }, { technique: "oracle" }],
    known,
  };
}
