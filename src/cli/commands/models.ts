import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../../core/errors.js";
import { wantedFile } from "../../models/hub.js";
import { type Progress, pulled } from "../../models/pull.js";
import { interruptible } from "../interruptible.js";
import type { Output } from "../output.js";
import { systemClock } from "../systemClock.js";

/** `dramatis models pull <name>`: fetches a GGUF file, to be named `local:FILE` afterwards. */
export async function models(
  what: string,
  name: string,
  { to = ".", sha256 }: { to?: string; sha256?: string },
  output: Output,
) {
  if (what !== "pull") throw new UsageError(`nothing to do with models by the name of '${what}'`, "there is: pull");
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256))
    throw new UsageError("--sha256 takes 64 hexadecimal digits");
  const { address, file } = wantedFile(name, process.env.HF_ENDPOINT || undefined);
  const path = join(resolve(to), file);
  if (existsSync(path)) throw new UsageError(`${path} is there already`, "nothing was fetched");
  const interruption = interruptible(output);
  try {
    const onProgress = progressLine();
    const told = await pulled({
      address,
      to: path,
      sha256,
      clock: systemClock,
      signal: interruption.signal,
      onProgress,
    });
    if (process.stderr.isTTY) process.stderr.write("\n");
    process.stdout.write(`${path}\nsha256 ${told.sha256}${told.compared ? "" : " (nothing to compare it with)"}\n`);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    process.stderr.write("\ninterrupted; the same command goes on where it stopped\n");
    process.exitCode = 130;
  } finally {
    interruption.end();
  }
}

const MEGABYTE = 1_000_000;
/** Milliseconds between two states of the line on a terminal. */
const PAUSE = 200;

/** On a terminal one line that changes; elsewhere a line at each tenth. */
function progressLine(): (progress: Progress) => void {
  let shown = Number.NEGATIVE_INFINITY;
  let tenth = -1;
  return (progress) => {
    const { done, total } = progress;
    const reached = total === null ? Math.floor(done / (100 * MEGABYTE)) : Math.floor((10 * done) / total);
    const due = process.stderr.isTTY ? systemClock.now() - shown >= PAUSE || done === total : reached > tenth;
    if (!due) return;
    shown = systemClock.now();
    tenth = reached;
    process.stderr.write(process.stderr.isTTY ? `\r${described(progress)}\u001b[K` : `${described(progress)}\n`);
  };
}

function described({ done, total, left }: Progress): string {
  const came = (done / MEGABYTE).toFixed(1);
  if (total === null) return `${came} MB`;
  const share = Math.floor((100 * done) / total);
  const rest = left === null ? "--" : `${Math.floor(left / 60)}:${String(Math.floor(left % 60)).padStart(2, "0")}`;
  return `${came} of ${(total / MEGABYTE).toFixed(1)} MB, ${share}%, ${rest} left`;
}
