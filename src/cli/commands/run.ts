import { resolve } from "node:path";
import { UsageError } from "../../core/errors.js";
import { planOf } from "../../core/plan.js";
import type { Run } from "../../schema/run.js";
import { assistantNameOf } from "../../schema/suite.js";
import { createRunFolder, type RunFolder } from "../../store/runFolder.js";
import { brokenRun } from "../brokenRun.js";
import { companyOf } from "../company.js";
import { interruptible } from "../interruptible.js";
import { namedSuite } from "../namedSuite.js";
import { narrowed, narrowing, type RunOptions } from "../narrowed.js";
import { newRun } from "../newRun.js";
import type { Output } from "../output.js";
import { playRun } from "../playRun.js";
import { openProject, sayWhereShipped } from "../project.js";
import { noResults } from "../runResults.js";
import { systemClock } from "../systemClock.js";

/** `dramatis run [suite]`: plays a suite, writes its folder, shows the numbers. */
export async function run(name: string | undefined, options: RunOptions, output: Output): Promise<void> {
  quietTracing();
  const { root, world, hashes: files } = openProject();
  sayWhereShipped(root);
  const suite = narrowed(namedSuite({ root, world }, name), options);
  const plan = planOf(suite, world, narrowing(options, world));
  if (options.dryRun) {
    for (const { id } of plan) process.stdout.write(`${id}\n`);
    return;
  }
  const arms = suite.assistants.map(assistantNameOf);
  const company = await companyOf(suite, arms);
  const head = newRun({ suite, arms, plan, company, files, started: new Date() });
  const folder = newFolder(options.out, head);
  const results = noResults();
  const interruption = interruptible(output);
  try {
    process.exitCode = await playRun({ head, world, company, folder, options, interruption, results });
    folder.close();
  } catch (error) {
    throw brokenRun(error, folder, head, results);
  } finally {
    interruption.end();
  }
}

function newFolder(out: string, head: Run): RunFolder {
  try {
    return createRunFolder(resolve(out), head, systemClock);
  } catch (error) {
    throw new UsageError(`no run folder can be made: ${(error as Error).message}`, "name another place with --out");
  }
}

/** Nothing leaves the machine but the calls named, whatever the environment says. */
function quietTracing(): void {
  for (const name of ["LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING", "LANGSMITH_TRACING", "LANGSMITH_TRACING_V2"])
    process.env[name] = "false";
}
