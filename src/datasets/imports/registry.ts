import type { Importer } from "./importer.js";
import { lamp } from "./lamp.js";
import { longmemeval } from "./longmemeval.js";
import { memsyco } from "./memsyco.js";
import { personalens } from "./personalens.js";
import { prefeval } from "./prefeval.js";

/** Every data set that can be imported, by name. A new one is a file and a line here. */
export const IMPORTERS: Readonly<Record<string, Importer>> = { prefeval, lamp, personalens, longmemeval, memsyco };
