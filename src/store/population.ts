import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { World } from "../core/world.js";
import { type Population, population } from "../schema/population.js";
import { type Checked, checked } from "./checked.js";
import { populationReferences } from "./references/population.js";
import { readYaml } from "./yamlFile.js";

/** A population file that was read, and what tells it from any other. */
export interface LoadedPopulation {
  population: Population;
  /** SHA-256 of the file. */
  hash: string;
}

/** A population from its file, checked against a world's vocabulary and scenarios, or what is wrong with it. */
export function loadPopulation(path: string, world: World): Checked<LoadedPopulation> {
  const file = readYaml(resolve(path), path);
  if (Array.isArray(file)) return { problems: file };
  const read = checked(file, population);
  if ("problems" in read) return read;
  const problems = populationReferences(read.data, world, (...what) => [file.problem(...what)]);
  if (problems.some(({ severity }) => severity === "error")) return { problems };
  return {
    data: {
      population: read.data,
      hash: createHash("sha256")
        .update(readFileSync(resolve(path)))
        .digest("hex"),
    },
  };
}
