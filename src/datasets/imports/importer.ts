import type { z } from "zod";
import type { catalog } from "../../schema/catalog.js";
import type { persona } from "../../schema/persona.js";
import type { scenario } from "../../schema/scenario.js";
import type { known } from "../../schema/suite.js";

/** What became of a part of a row. `path` is a key of the row (`memory.items`), with all that is below it. */
export interface Fate {
  path: string;
  fate: "kept" | "changed" | "dropped";
  /** Where it went, or why it could not be said. */
  how: string;
}

/** A slot whose values are free text: what no shared vocabulary has words for. */
export interface TextSlot {
  id: string;
  type: "text";
  about: string;
}

/** A task of another project, said in our files. The drafts are checked by the schemas of those files. */
export interface Task {
  slots: readonly TextSlot[];
  persona: z.input<typeof persona>;
  scenario: z.input<typeof scenario>;
  catalog: z.input<typeof catalog>;
  fates: readonly Fate[];
  /** What became of the parts of the person's own file, told once a person. */
  personFates: readonly Fate[];
}

/** A row that is sound but that our files cannot say at all. */
export interface Unsayable {
  unsayable: string;
}

/** Where a row stands: the file's name without its ending, and how many rows were before it. */
export interface Place {
  file: string;
  index: number;
}

/** A file that belongs to the imported one: its name, made from that file's, and what it has to be. */
export interface Beside<Data> {
  nameFor: (file: string) => string;
  required: boolean;
  schema: z.ZodType<Data>;
}

/** The parts that an importer is written as. */
interface Parts<Row, Data> {
  dataset: string;
  /** Where the format is described. */
  source: string;
  license: string;
  /** Whether the people are made up. */
  synthetic: boolean;
  /** A list of rows (one JSON array, or JSON lines), or one JSON object whose entries are the rows. */
  layout: "list" | "entries";
  row: z.ZodType<Row>;
  beside?: Beside<Data>;
  /** What an assistant is given before the first word, in the suite that is written. */
  known: z.input<typeof known>;
  /** The id of a row, where it has one of its own: two rows may not share it. */
  idOf: (row: Row) => string | null;
  task: (row: Row, place: Place, beside: Data | null) => Task | Unsayable;
}

/** Reads the rows of one data set. */
export type Importer = Parts<unknown, unknown>;

/** An importer from its parts, its row's type forgotten: rows come checked by its own schema. */
export function importerOf<Row, Data = null>(parts: Parts<Row, Data>): Importer {
  const { beside, idOf, task, ...rest } = parts;
  return {
    ...rest,
    ...(beside && { beside }),
    idOf: (row) => idOf(row as Row),
    task: (row, place, data) => task(row as Row, place, data as Data | null),
  };
}
