import { join } from "node:path";
import { UsageError } from "../core/errors.js";
import type { Run } from "../schema/run.js";
import { recordedCalls } from "../store/journal.js";
import { readRun } from "../store/recorded.js";
import { RUN_FILES } from "../store/runFolder.js";
import type { Loaded } from "../store/world.js";
import { carryOut } from "./carryOut.js";
import { changedSince } from "./changedSince.js";
import { companyOf } from "./company.js";
import type { RunOptions } from "./narrowed.js";
import { newFolder } from "./newFolder.js";
import { newRun } from "./newRun.js";
import { recordedRun } from "./recordedRuns.js";
import { refuseChanges } from "./refuseChanges.js";

/**
 * Plays a recorded run again into a folder of its own, on its recorded replies: no model is called, and what comes out is
 * the same to the byte. Throws UsageError where files have changed since, and where an assistant behind an address
 * played: it cannot be played from a record.
 */
export async function replayRun(
  name: string,
  suite: string | undefined,
  options: RunOptions,
  { world, hashes }: Loaded,
): Promise<void> {
  refuseChanges("--replay", suite, options);
  const path = recordedRun(options.out ?? "transcripts", name);
  const before = readRun(path);
  refuseServices(before);
  const changed = changedSince(before, hashes);
  if (changed.length > 0)
    throw new UsageError(`the run ${before.id} cannot be played again, for this is another now: ${changed.join(", ")}`);
  const { suite: played, assistants: arms, plan } = before;
  const company = await companyOf(played, arms, async () => (await import("./models.js")).recordedModels(played));
  const head = newRun({ suite: played, arms, plan, company, files: hashes, started: new Date() });
  const folder = { ...newFolder(options.out, head), before: recordedCalls(join(path, RUN_FILES.journal)) };
  await carryOut({ head, world, company, folder, options });
}

function refuseServices({ id, assistants }: Run): void {
  const service = assistants.find(({ technique }) => technique === "http");
  if (service)
    throw new UsageError(
      `the run ${id} cannot be played again without ${service.model}`,
      "what an assistant behind an address keeps is not recorded; play the suite anew",
    );
}
