import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { TECHNIQUES } from "../../assistants/techniques/registry.js";
import { UsageError } from "../../core/errors.js";
import { assistantNameOf, planOf } from "../../core/plan.js";
import { performRun } from "../../core/run.js";
import type { TrialHead } from "../../core/summary.js";
import type { Run } from "../../schema/run.js";
import type { Suite } from "../../schema/suite.js";
import { SCORERS } from "../../scorers/registry.js";
import { createRunFolder } from "../../store/runFolder.js";
import { loadSuite } from "../../store/suite.js";
import { companyOf } from "../company.js";
import { exitCodeOf } from "../exitCode.js";
import { interruptible } from "../interruptible.js";
import { narrowed, type RunOptions } from "../narrowed.js";
import { newRun } from "../newRun.js";
import { openProject, refuse } from "../project.js";
import { reporterFor } from "../reporterFor.js";
import { scoring } from "../scoring.js";
import { headOf, summarise } from "../summarise.js";

/** `dramatis run [suite]`: plays a suite, writes its folder, shows the numbers. */
export async function run(name: string | undefined, options: RunOptions): Promise<void> {
  quietTracing();
  const project = openProject();
  const suite = suiteFor(project.root, name, project.world, options);
  const arms = suite.assistants.map(assistantNameOf);
  const plan = planOf(suite, project.world);
  if (options.dryRun) {
    for (const { id } of plan) process.stdout.write(`${id}\n`);
    return;
  }
  const company = await companyOf(suite, arms);
  const started = new Date();
  const head = newRun({ suite, arms, plan, company, files: project.hashes, started });
  const folder = createRunFolder(resolve(options.out), head, () => new Date().toISOString());
  const outcomes: Record<string, number> = {};
  const interruption = interruptible();
  const scorers = SCORERS.filter(
    ({ id }) =>
      suite.scorers === undefined || suite.scorers.some((wanted) => id === wanted || id.startsWith(`${wanted}.`)),
  );
  const reporter = await reporterFor(options, {
    ...{ head, world: project.world, scales: scorers, interruption, readTrial: folder.eventsOf },
  });
  const heads: TrialHead[] = [];
  const usage = { calls: 0, input: 0, output: 0 };
  const committed = await performRun({
    ...{ plan, arms, suite, world: project.world, company, ledger: folder },
    score: scoring(project.world, scorers),
    watcher: {
      event: reporter.event,
      delta: reporter.delta,
      committed(trial, scores) {
        heads.push(headOf(trial));
        outcomes[trial.outcome] = (outcomes[trial.outcome] ?? 0) + 1;
        usage.calls += trial.usage.calls;
        usage.input += trial.usage.input;
        usage.output += trial.usage.output;
        reporter.committed(trial, scores);
      },
    },
    concurrency:
      options.concurrency ?? (arms.every(({ model }) => model === "offline") && suite.user === "agenda" ? 4 : 8),
    signal: interruption.signal,
    gate: reporter.gate,
  }).catch((error: unknown) => {
    reporter.close();
    throw error;
  });
  const interrupted = committed < plan.length;
  // Who interrupts wants to be gone: `table` computes the numbers of what was finished.
  const summary = committed === 0 || interrupted ? null : await summarise(folder.path, head, scorers, heads);
  if (summary) folder.writeSummary(summary);
  const exitCode = exitCodeOf({ interrupted, outcomes, summary });
  const ended: Run = {
    ...head,
    ended: new Date().toISOString(),
    status: interrupted ? "interrupted" : "finished",
    counts: outcomes,
    usage,
    exit_code: exitCode,
  };
  folder.writeRun(ended);
  await reporter.finished({
    summary,
    folder: folder.path,
    state: { planned: plan.length, committed, interrupted, outcomes },
    exitCode,
  });
  folder.close();
  interruption.end();
  process.exitCode = interruption.signal.aborted ? 130 : exitCode;
}

function suiteFor(
  root: string,
  name: string | undefined,
  world: Parameters<typeof loadSuite>[1],
  options: RunOptions,
): Suite {
  const read = loadSuite(
    suitePath(root, name),
    world,
    [...Object.keys(TECHNIQUES), "http"],
    SCORERS.map(({ id }) => id),
  );
  if (!Array.isArray(read)) return narrowed(read, options, world);
  refuse(read);
  throw new UsageError("the suite cannot be read");
}

/** A path, or the name of a suite in the project; without either the demo, or the only suite there is. */
function suitePath(root: string, name: string | undefined): string {
  if (name !== undefined && existsSync(name)) return name;
  const folder = join(root, "scenarios");
  const suites = readdirSync(folder).filter((file) => file.endsWith(".suite.yaml"));
  const wanted =
    name === undefined
      ? suites.includes("demo.suite.yaml")
        ? "demo.suite.yaml"
        : suites.length === 1
          ? suites[0]
          : undefined
      : `${name}.suite.yaml`;
  if (wanted !== undefined && suites.includes(wanted)) return join(folder, wanted);
  const known = suites.map((file) => file.replace(".suite.yaml", "")).join(", ") || "none";
  throw new UsageError(
    name === undefined ? "which suite?" : `no suite '${name}'`,
    `suites in ${folder}: ${known}; or give the path of a file`,
  );
}

/** Nothing leaves the machine but the calls named, whatever the environment says. */
function quietTracing(): void {
  for (const name of ["LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING", "LANGSMITH_TRACING", "LANGSMITH_TRACING_V2"])
    process.env[name] = "false";
}
