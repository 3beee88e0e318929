import { jsonl, openai, sharegpt } from "./conversations.js";
import { csv } from "./csv.js";
import type { Exporter } from "./exporter.js";

/** Every format, by name. A new one is a file and a line here. */
export const EXPORTERS: Readonly<Record<string, Exporter>> = { jsonl, openai, sharegpt, csv };
