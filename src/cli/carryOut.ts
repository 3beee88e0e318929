import type { Company } from "../core/trial.js";
import type { World } from "../core/world.js";
import type { Run } from "../schema/run.js";
import type { RunFolder } from "../store/runFolder.js";
import { brokenRun } from "./brokenRun.js";
import { interruptible } from "./interruptible.js";
import type { Judging } from "./judging/judging.js";
import type { RunOptions } from "./narrowed.js";
import type { Output } from "./output.js";
import { playRun } from "./playRun.js";
import { noResults, type RunResults } from "./runResults.js";

/** Plays what is left of a run in its open folder, and sets the exit code. Throws BrokenRun where the run broke. */
export async function carryOut({
  output,
  results = noResults(),
  judging = null,
  ...begun
}: {
  head: Run;
  world: World;
  company: Company;
  folder: RunFolder;
  options: RunOptions;
  output: Output;
  results?: RunResults;
  judging?: Judging | null;
}): Promise<void> {
  const interruption = interruptible(output);
  try {
    process.exitCode = await playRun({ ...begun, interruption, results, judging });
    begun.folder.close();
  } catch (error) {
    throw brokenRun(error, begun.folder, begun.head, results);
  } finally {
    interruption.end();
  }
}
