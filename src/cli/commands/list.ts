import { TECHNIQUES } from "../../assistants/techniques/registry.js";
import { entryOf } from "../../core/entryOf.js";
import { UsageError } from "../../core/errors.js";
import { PROVIDERS } from "../../models/registry.js";
import { ALL_SCORERS } from "../../scorers/registry.js";
import { everyone } from "../everyone.js";
import { openProject } from "../project.js";

/** `dramatis list <what>`: an id and what it is, a line each. */
export async function list(what: string | undefined): Promise<void> {
  const lister = entryOf(LISTS, what ?? "");
  if (!lister)
    throw new UsageError(
      what === undefined ? "list takes a word for what to list" : `nothing to list by the name of '${what}'`,
      `there are: ${Object.keys(LISTS).join(", ")}`,
    );
  const rows = lister();
  const width = Math.max(...rows.map(([id]) => id.length));
  for (const [id, meaning] of rows) process.stdout.write(`${id.padEnd(width)}  ${meaning}\n`);
}

const LISTS: Record<string, () => [string, string][]> = {
  personas: () => {
    const people = everyone();
    const apart = new Set(people.map(({ folder }) => folder)).size > 1;
    return people.map(({ persona: { id, name, segment, facts }, folder }) => [
      id,
      `${name}, ${segment}, ${facts.length} facts${apart ? `; in ${folder}` : ""}`,
    ]);
  },
  scenarios: () =>
    Object.values(openProject().world.scenarios).map(({ id, title, domain }) => [id, `${domain}: ${title}`]),
  assistants: () => [
    ...Object.values(TECHNIQUES).map(({ id, family, meaning }): [string, string] => [id, `${family}: ${meaning}`]),
    ["http://…", "external: an assistant behind an address (docs/assistants.md)"],
    ["./….ts", "external: a module of the project, with --allow-code"],
    ["./….ts#graph", "external: a compiled LangGraph graph that a module exports, with --allow-code"],
  ],
  users: () => [
    ["agenda", "rules: goal, stack of acts and patience; no model is called"],
    ["hybrid", "the agenda decides every turn, a model words it (--user-model)"],
    ["llm", "a model plays the persona from the file (--user-model)"],
  ],
  models: () => [
    ["offline", "rule-based, no model is called"],
    ...Object.entries(PROVIDERS).map(([id, { meaning, library }]): [string, string] => [
      `${id}:${id === "local" ? "FILE" : "NAME"}`,
      `${meaning}${library === null ? "" : `; needs ${library}`}`,
    ]),
  ],
  scorers: () =>
    ALL_SCORERS.map(({ id, direction, meaning, standing }) => [
      id,
      `${standing ? `${standing}; ` : ""}${direction === "neither" ? "" : `${direction} is better: `}${meaning}`,
    ]),
};
