import { z } from "zod";
import { calibrationFile } from "./calibration.js";
import { catalog } from "./catalog.js";
import { comparison } from "./comparison.js";
import { config } from "./config.js";
import { event } from "./event.js";
import { judgement } from "./judgement.js";
import { fragment, persona } from "./persona.js";
import { population } from "./population.js";
import { rubric } from "./rubric.js";
import { run } from "./run.js";
import { scenario } from "./scenario.js";
import { score, summary } from "./score.js";
import { slotFile } from "./slot.js";
import { suite } from "./suite.js";
import { trial } from "./trial.js";

/** Every kind of file, by name. */
export const SCHEMAS = {
  slots: slotFile,
  persona,
  fragment,
  catalog,
  scenario,
  suite,
  config,
  rubric,
  population,
  trial,
  score,
  summary,
  run,
  event,
  comparison,
  judgement,
  calibration: calibrationFile,
};

/** The kinds of files that people write. */
export const WRITTEN = [
  "slots",
  "persona",
  "fragment",
  "catalog",
  "scenario",
  "suite",
  "config",
  "rubric",
  "population",
] as const;

/** The JSON Schema (draft 2020-12) of a kind of file. In files people write, keys that start with `x-` are notes. */
export function jsonSchemaOf(name: keyof typeof SCHEMAS): object {
  const written = WRITTEN.some((kind) => kind === name);
  return z.toJSONSchema(SCHEMAS[name], {
    io: "input",
    override: ({ jsonSchema }) => {
      if (written && jsonSchema.additionalProperties === false) jsonSchema.patternProperties = { "^x-": {} };
    },
  });
}
