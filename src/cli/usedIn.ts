import { add, noUsage } from "../core/usage.js";
import type { Usage } from "../schema/usage.js";
import { readJudgements, usedBy } from "../store/judgements.js";
import type { RunFolder } from "../store/runFolder.js";

/** What all calls of a run used, those to judges too. */
export function usedIn({ path, used }: Pick<RunFolder, "path" | "used">): Usage {
  const sum = noUsage();
  add(sum, used);
  add(sum, usedBy(readJudgements(path)));
  return sum;
}
