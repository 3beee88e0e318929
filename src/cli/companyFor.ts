import type { Company } from "../core/trial.js";
import type { Budget } from "../models/budget.js";
import type { Config } from "../schema/config.js";
import type { AssistantName } from "../schema/event.js";
import { EXTERNAL } from "../schema/external.js";
import type { Suite } from "../schema/suite.js";
import type { Usage } from "../schema/usage.js";
import { companyOf, isOffline } from "./company.js";
import type { RunOptions } from "./narrowed.js";
import type { Models } from "./online.js";
import { systemClock } from "./systemClock.js";

/** Who plays a run, and the way to the models that play and judge: all of them under one budget. */
export interface Players {
  company: Company;
  /** Opens the models, once, however often it is asked. */
  models(): Promise<Models>;
}

/** Who plays a run, with the models it needs opened under its budget, and with the ways to what is outside. */
export async function companyFor(wanted: {
  suite: Suite;
  arms: readonly AssistantName[];
  /** The folder that paths of code begin in. */
  root: string;
  config: Config;
  options: RunOptions;
  spent: Usage;
}): Promise<Players> {
  const { suite, arms, root, options } = wanted;
  const budget = budgetOf(options);
  const concurrency = options.concurrency ?? usualConcurrency(suite, arms);
  const externals = arms.some(({ technique }) => EXTERNAL.includes(technique))
    ? await (await import("./externals.js")).openExternals(arms, root, options.allowCode === true)
    : undefined;
  let opened: Promise<Models> | undefined;
  const models = () => {
    opened ??= import("./models.js").then(({ openModels }) =>
      openModels({ ...wanted, budget, concurrency, clock: systemClock }),
    );
    return opened;
  };
  return { company: await companyOf(suite, arms, models, externals), models };
}

/** What flags let a run use; null where they set no bound. */
export const budgetOf = ({
  maxUsd,
  maxTokens,
  maxMinutes,
}: Pick<RunOptions, "maxUsd" | "maxTokens" | "maxMinutes">): Budget => ({
  usd: maxUsd ?? null,
  tokens: maxTokens ?? null,
  seconds: maxMinutes === undefined ? null : maxMinutes * 60,
});

/** Calls to a judge at a time: they mostly wait. */
export const JUDGED_AT_ONCE = 8;

/** Offline trials take turns on one processor; what asks a model mostly waits for it. */
export const usualConcurrency = (suite: Suite, arms: readonly AssistantName[]) => (isOffline(suite, arms) ? 4 : 8);
