import { randomBytes } from "node:crypto";
import type { Company } from "../core/trial.js";
import { noUsage } from "../core/usage.js";
import type { AssistantName } from "../schema/event.js";
import type { PlannedTrial, Run } from "../schema/run.js";
import type { Suite } from "../schema/suite.js";
import { promptHashes } from "./promptHashes.js";
import { version } from "./version.js";

interface Beginning {
  suite: Suite;
  arms: AssistantName[];
  plan: PlannedTrial[];
  company: Pick<Company, "label" | "user">;
  files: Record<string, string>;
  started: Date;
}

/** `run.json` as it stands when a run begins. The id is `<suite>-<yyyymmdd-hhmmss>-<4 hex>`. */
export function newRun({ suite, arms, plan, company, files, started }: Beginning): Run {
  const stamp = started.toISOString().replace(/[-:]/g, "").replace("T", "-").slice(0, 15);
  return {
    schema: "dramatis/run@1",
    id: `${suite.id}-${stamp}-${randomBytes(2).toString("hex")}`,
    suite,
    label: suite.label,
    players: company.label,
    assistants: arms,
    user: company.user,
    plan,
    versions: { dramatis: version(), node: process.versions.node },
    prompts: promptHashes(),
    files,
    seed: suite.seed,
    started: started.toISOString(),
    ended: null,
    status: "running",
    counts: {},
    usage: noUsage(),
    repeated: 0,
    exit_code: null,
  };
}
