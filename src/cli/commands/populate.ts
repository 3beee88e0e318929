import { join, relative, resolve, sep } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { UsageError } from "../../core/errors.js";
import { harmless } from "../../core/harmless.js";
import { gainOf, type Headroom, headroomOf } from "../../core/headroom.js";
import type { World } from "../../core/world.js";
import type { WrittenPersona } from "../../populations/person.js";
import { type Asked, peopleOf } from "../../populations/populate.js";
import { headroomText } from "../../reporters/headroom.js";
import { populationText } from "../../reporters/population.js";
import { persona } from "../../schema/persona.js";
import type { Population } from "../../schema/population.js";
import { LEAST_GAIN, shortcomings } from "../../store/lints/headroom.js";
import { populatedText, writePopulated } from "../../store/populated.js";
import { populatedProblems } from "../../store/populatedProblems.js";
import { loadPopulation } from "../../store/population.js";
import { describe } from "../../store/problem.js";
import { FOLDERS } from "../../store/world.js";
import { openProject, PACKAGE_ROOT, sayWhereShipped } from "../project.js";

interface Options {
  seed?: number;
  count?: number;
  out?: string;
  dryRun?: boolean;
}

/** `dramatis populate <file>`: makes people, writes a file for each, and tells who they are and what knowing them gains. */
export async function populate(path: string, { seed, count, out, dryRun = false }: Options): Promise<void> {
  const { world, root } = openProject();
  const read = loadPopulation(path, world);
  if ("problems" in read) throw new UsageError(read.problems.map(describe).join("\n"), "nothing was written");
  const { population, hash } = read.data;
  const folder = dryRun ? null : folderFor(population, root, out);
  if (folder !== null) sayWhereShipped(root);
  const asked = { seed: seed ?? population.seed, count: count ?? population.count, hash };
  const written = await made(population, world, asked);
  const people = written.map((one) => persona.parse(one));
  const populated = { ...world, personas: Object.fromEntries(people.map((person) => [person.id, person])) };
  const problems = populatedProblems(populated);
  const errors = problems.people.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new UsageError(errors.map(describe).join("\n"), "nothing was written; mend the population");
  if (folder !== null) {
    const files = new Map(written.map((one) => [`${one.id}.yaml`, populatedText(population.id, one)]));
    const { removed } = writePopulated(folder, population.id, files);
    const gone = removed.length === 0 ? "" : `; ${removed.length} of an earlier making removed`;
    const place = relative(process.cwd(), folder) || ".";
    process.stderr.write(`${files.size} personas written to ${place}${gone}\n`);
    const inside = relative(root, folder).split(sep).join("/");
    if (!inside.startsWith("..")) process.stderr.write(`  a suite takes them by \`personas_in: ${inside}\`\n`);
  }
  process.stdout.write(harmless(`${populationText(people)}\n${gainText(populated)}`));
  for (const problem of [...problems.people, ...problems.scenarios])
    process.stderr.write(`${harmless(describe(problem))}\n`);
}

/** Where the files go: never into the package itself from elsewhere. */
function folderFor({ id }: Population, root: string, out: string | undefined): string {
  if (out !== undefined) return resolve(out);
  if (root === PACKAGE_ROOT && relative(PACKAGE_ROOT, process.cwd()).startsWith(".."))
    throw new UsageError(
      "there is no project here to write people into",
      "name a folder with --out, or make one with init",
    );
  return join(root, FOLDERS.personas, id);
}

/** The people, with a count on the terminal while they are made. */
async function made(population: Population, world: World, asked: Asked): Promise<WrittenPersona[]> {
  const people: WrittenPersona[] = [];
  const told = process.stderr.isTTY;
  try {
    for (const one of peopleOf(population, world, asked)) {
      people.push(one);
      if (told) process.stderr.write(`\r${people.length} of ${asked.count} people`);
      await breathe();
    }
  } catch (error) {
    if (error instanceof RangeError)
      throw new UsageError(error.message, "change the names in the file, or add some, or ask for fewer people");
    throw error;
  }
  if (told) process.stderr.write("\r\u001b[K");
  return people;
}

function gainText(world: World): string {
  const scenarios = Object.values(world.scenarios);
  const headroom = scenarios.flatMap((scenario) => headroomOf(world, scenario));
  if (headroom.length === 0) return "";
  const short = headroom.filter((one) => shortcomings(one).length > 0).length;
  const gains = scenarios.flatMap((scenario) => gainsIn(world, scenario.id, headroom));
  const low = gains.filter((gain) => gain < LEAST_GAIN).length;
  return `${headroomText(headroom)}${headroom.length - short} of ${headroom.length} probes have headroom; ${low} of ${gains.length} pairs of person and scenario gain under ${LEAST_GAIN}\n`;
}

function gainsIn(world: World, scenario: string, headroom: readonly Headroom[]): number[] {
  const script = world.scenarios[scenario];
  if (!script) return [];
  return Object.keys(world.personas).flatMap((id) => gainOf(world, script, id, headroom) ?? []);
}
