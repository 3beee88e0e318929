import { stringify } from "yaml";
import type { z } from "zod";
import { splitSlot } from "../core/world.js";
import { catalog } from "../schema/catalog.js";
import { persona } from "../schema/persona.js";
import { scenario } from "../schema/scenario.js";
import { slot } from "../schema/slot.js";
import { checked } from "./checked.js";
import { documentTwins } from "./documentTwins.js";
import { LINTS } from "./lints/registry.js";
import type { Problem } from "./problem.js";
import { referenceProblems } from "./references.js";
import { LARGEST } from "./textFile.js";
import { FOLDERS } from "./world.js";
import { pathText, type YamlFile } from "./yamlFile.js";

/** The drafts of a task: data as the files of a project have it, not checked yet. */
export interface Drafts {
  slots: readonly { id: string }[];
  persona: { id: string };
  scenario: { id: string };
  catalog: { id: string };
}

type Draft = readonly [kind: "persona" | "scenario" | "catalog", draft: { id: string }, schema: z.ZodType];

/**
 * What `validate` would say of a task in a project of its own, errors only: each problem is told of the row that the
 * task was made from, by `blame`.
 */
export function draftProblems(drafts: Drafts, blame: (message: string, hint: string | null) => Problem): Problem[] {
  const listed: readonly Draft[] = [
    ["persona", drafts.persona, persona],
    ["scenario", drafts.scenario, scenario],
    ["catalog", drafts.catalog, catalog],
  ];
  const files = new Map(listed.map(([kind, draft]) => [`${kind} ${draft.id}`, draftFile(kind, draft, blame)]));
  const fileOf = (kind: string, id: string) => files.get(`${kind} ${id}`) as YamlFile;
  const broken = listed.flatMap(([kind, draft, schema]) => {
    const result = checked(fileOf(kind, draft.id), schema);
    return "problems" in result ? result.problems : [];
  });
  if (broken.length > 0) return broken;
  const slots = drafts.slots.map((one) => splitSlot(slot.parse(one)));
  const person = persona.parse(drafts.persona);
  const world = {
    slots: Object.fromEntries(slots.map(({ spoken }) => [spoken.id, spoken])),
    matches: Object.fromEntries(slots.map(({ spoken, matches }) => [spoken.id, matches])),
    personas: { [person.id]: person },
    scenarios: { [drafts.scenario.id]: scenario.parse(drafts.scenario) },
    catalogs: { [drafts.catalog.id]: catalog.parse(drafts.catalog) },
  };
  const named = [...documentTwins(person, fileOf("persona", person.id)), ...referenceProblems(world, files)];
  const found = named.length > 0 ? named : LINTS.flatMap((lint) => lint(world, fileOf));
  const large = [...taskFiles(drafts)].flatMap(([path, text]) =>
    Buffer.byteLength(text) > LARGEST ? [blame(`${path} would have more than ${LARGEST / 1024 / 1024} MB`, null)] : [],
  );
  return [...found.filter(({ severity }) => severity === "error"), ...large];
}

function draftFile(kind: string, draft: unknown, blame: (message: string, hint: string | null) => Problem): YamlFile {
  return {
    file: kind,
    data: draft,
    problem: (path, message, hint = null, severity = "error") => ({
      ...blame(`cannot be said in our files: ${kind} ${pathText(path)} ${message}`, hint),
      severity,
    }),
  };
}

/** The files of a task but for its slots, by path. */
export function taskFiles({ persona, scenario, catalog }: Omit<Drafts, "slots">): Map<string, string> {
  return new Map([
    [`${FOLDERS.personas}/${persona.id}.yaml`, yamlText(persona)],
    [`${FOLDERS.scenarios}/${scenario.id}.yaml`, yamlText(scenario)],
    [`${FOLDERS.catalogs}/${catalog.id}.yaml`, yamlText(catalog)],
  ]);
}

/** The file of slots of a data set, by path. */
export const slotsFile = (dataset: string, slots: readonly unknown[]): [string, string] => [
  `${FOLDERS.slots}/${dataset}.yaml`,
  yamlText(slots),
];

/** A draft as YAML, without aliases: who edits one place changes one place. */
export const yamlText = (draft: unknown) => stringify(draft, { lineWidth: 110, aliasDuplicateObjects: false });
