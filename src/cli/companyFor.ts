import type { Company } from "../core/trial.js";
import type { Config } from "../schema/config.js";
import type { AssistantName } from "../schema/event.js";
import { EXTERNAL } from "../schema/external.js";
import type { Suite } from "../schema/suite.js";
import type { Usage } from "../schema/usage.js";
import { companyOf, isOffline } from "./company.js";
import type { RunOptions } from "./narrowed.js";
import { systemClock } from "./systemClock.js";

/** Who plays a run, with the models it needs opened under its budget, and with the ways to what is outside. */
export async function companyFor(wanted: {
  suite: Suite;
  arms: readonly AssistantName[];
  /** The folder that paths of code begin in. */
  root: string;
  config: Config;
  options: RunOptions;
  spent: Usage;
}): Promise<Company> {
  const { suite, arms, root, options } = wanted;
  const budget = {
    usd: options.maxUsd ?? null,
    tokens: options.maxTokens ?? null,
    seconds: options.maxMinutes === undefined ? null : options.maxMinutes * 60,
  };
  const concurrency = options.concurrency ?? usualConcurrency(suite, arms);
  const externals = arms.some(({ technique }) => EXTERNAL.includes(technique))
    ? await (await import("./externals.js")).openExternals(arms, root, options.allowCode === true)
    : undefined;
  return companyOf(
    suite,
    arms,
    async () => (await import("./models.js")).openModels({ ...wanted, budget, concurrency, clock: systemClock }),
    externals,
  );
}

/** Offline trials take turns on one processor; what asks a model mostly waits for it. */
export const usualConcurrency = (suite: Suite, arms: readonly AssistantName[]) => (isOffline(suite, arms) ? 4 : 8);
