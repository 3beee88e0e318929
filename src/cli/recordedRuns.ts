import { basename, join, resolve } from "node:path";
import { UsageError } from "../core/errors.js";
import type { Run } from "../schema/run.js";
import { lostLines } from "../store/lostLines.js";
import { knownWords } from "../store/nearest.js";
import { cutFiles, findRun, runsIn } from "../store/recorded.js";
import { RUN_FILES } from "../store/runFolder.js";
import { invocation } from "./invocation.js";
import { PACKAGE_ROOT } from "./project.js";

/** Where recorded runs are: the folder that was asked for, then the package's own, which has the sample. */
export function runFolders(out: string): string[] {
  return [resolve(out), join(PACKAGE_ROOT, "transcripts")];
}

/** The folder of a recorded run, by its name, its path, or what its name alone begins with. Throws UsageError where there is none. */
export function recordedRun(out: string, name: string): string {
  const found = findRun(runFolders(out), name) ?? runBeginning(out, name);
  if (found !== null) return found;
  const known = runsIn(resolve(out));
  throw new UsageError(
    `no run '${name}' in ${resolve(out)}`,
    known.length > 0 ? knownWords(name, known) : `make one with \`${invocation()} run\``,
  );
}

/** The one run whose name begins so; null where none does. Throws UsageError where several do. */
export function runBeginning(out: string, start: string): string | null {
  const folders = [...new Set(runFolders(out))];
  const paths = folders.flatMap((folder) => runsIn(folder).map((id) => join(folder, id)));
  const [found, ...others] = paths.filter((path) => start !== "" && basename(path).startsWith(start));
  if (found === undefined || others.length === 0) return found ?? null;
  const names = [found, ...others].map((path) => basename(path));
  throw new UsageError(`${names.length} runs begin with '${start}'`, `there are: ${names.sort().join(", ")}`);
}

/** Says on stderr which files of a run were cut off, by a kill or a full disk, and what else of a finished one is gone. */
export function sayWhatIsLost(folder: string, run: Run): void {
  const cut = cutFiles(folder);
  if (cut.length > 0)
    process.stderr.write(`passed over what ends in the middle of a line: the last line of ${cut.join(" and ")}\n`);
  const { trials, extra, scoredUpTo } = lostLines(folder, run);
  if (extra > 0) process.stderr.write(`${extraTrials(folder, run, extra)}: lines stand twice, or are of another run\n`);
  const isCut = (name: string) => cut.includes(join(folder, name));
  // That the last line is gone was just said.
  if (trials > (isCut(RUN_FILES.trials) ? 1 : 0))
    process.stderr.write(`${lostTrials(folder, run, trials)}: what follows is without them\n`);
  if (scoredUpTo !== undefined && !isCut(RUN_FILES.scores))
    process.stderr.write(
      `${join(folder, RUN_FILES.scores)} has ${scoredUpTo === null ? "no scores" : `no scores behind ${scoredUpTo}`}: \`${invocation()} score\` makes them again\n`,
    );
}

/** Throws UsageError where a finished run has lost trials, or one has too many: what is made of the rest would take the place of what was made of all. */
export function refuseLost(folder: string, run: Run): void {
  const { trials, extra } = lostLines(folder, run);
  if (extra > 0)
    throw new UsageError(extraTrials(folder, run, extra), "nothing was written; take out what stands twice");
  if (trials > 0)
    throw new UsageError(
      lostTrials(folder, run, trials),
      `nothing was written; \`${invocation()} run --replay\` plays the run again from its journal, into a folder of its own`,
    );
}

const extraTrials = (folder: string, { plan }: Run, extra: number) =>
  `${join(folder, RUN_FILES.trials)} has ${plan.length + extra} trials, where ${plan.length} were planned`;

const lostTrials = (folder: string, { plan }: Run, lost: number) =>
  `${join(folder, RUN_FILES.trials)} has ${plan.length - lost} of the ${plan.length} trials that the run ended with`;
