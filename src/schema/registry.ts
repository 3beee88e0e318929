import { z } from "zod";
import { catalog } from "./catalog.js";
import { event } from "./event.js";
import { fragment, persona } from "./persona.js";
import { run } from "./run.js";
import { scenario } from "./scenario.js";
import { score, summary } from "./score.js";
import { slotFile } from "./slot.js";
import { suite } from "./suite.js";
import { trial } from "./trial.js";

/** Every kind of file, by name. The first six are written by people. */
export const SCHEMAS = {
  slots: slotFile,
  persona,
  fragment,
  catalog,
  scenario,
  suite,
  trial,
  score,
  summary,
  run,
  event,
};

const WRITTEN = new Set(["slots", "persona", "fragment", "catalog", "scenario", "suite"]);

/** The JSON Schema (draft 2020-12) of a kind of file. In files people write, keys that start with `x-` are notes. */
export function jsonSchemaOf(name: keyof typeof SCHEMAS): object {
  return z.toJSONSchema(SCHEMAS[name], {
    io: "input",
    override: ({ jsonSchema }) => {
      if (WRITTEN.has(name) && jsonSchema.additionalProperties === false) jsonSchema.patternProperties = { "^x-": {} };
    },
  });
}
