import { UsageError } from "../../core/errors.js";
import { planOf } from "../../core/plan.js";
import { noUsage } from "../../core/usage.js";
import { estimateText } from "../../reporters/estimate.js";
import { assistantNameOf } from "../../schema/suite.js";
import { peopleFolderOf } from "../../store/suite.js";
import { carryOut } from "../carryOut.js";
import { codeOf } from "../codeOf.js";
import { companyFor, usualConcurrency } from "../companyFor.js";
import { openConfig, withConfig } from "../config.js";
import { benchOf } from "../judging/bench.js";
import { judgingOf } from "../judging/judging.js";
import { plannedJudging } from "../judging/plannedJudging.js";
import { suiteIn, suitePath } from "../namedSuite.js";
import { narrowed, narrowing, type RunOptions } from "../narrowed.js";
import { newFolder } from "../newFolder.js";
import { newRun } from "../newRun.js";
import type { Output } from "../output.js";
import { openProject, projectRoot, sayWhereShipped } from "../project.js";
import { replayRun } from "../replayRun.js";
import { refuseUnwritable } from "../reportFile.js";
import { resumeRun } from "../resumeRun.js";

/** `dramatis run [suite]`: plays a suite, writes its folder, shows the numbers; or goes on with a run that was stopped. */
export async function run(name: string | undefined, given: RunOptions, output: Output): Promise<void> {
  quietTracing();
  refuseUnwritable(given.junit, given.markdown);
  const root = projectRoot();
  if (given.resume !== undefined) return resumeRun(name, given, root, output);
  if (given.replay !== undefined) return replayRun(given.replay, name, given, root, output);
  const path = suitePath(root, name);
  const project = openProject(root, peopleFolderOf(path));
  sayWhereShipped(root);
  const config = openConfig(root);
  const options = withConfig(given, config);
  const suite = narrowed(suiteIn(project, path), options, root);
  const plan = planOf(suite, project.world, narrowing(options, project.world));
  if (plan.length === 0)
    throw new UsageError(
      `no task of the suite ${suite.id} has the person and the scenario that are asked for`,
      "its `tasks` say who meets what: leave --persona or --scenario out, or --dry-run to see them all",
    );
  const arms = suite.assistants.map(assistantNameOf);
  const bench = benchOf(suite, arms, project.root);
  const players = async () => {
    const found = await companyFor({ suite, arms, root: project.root, config, options, spent: noUsage() });
    return { ...found, judging: await judgingOf(bench, options, found) };
  };
  if (options.dryRun) {
    await players();
    for (const { id } of plan) process.stdout.write(`${id}\n`);
    if (bench) process.stderr.write(`${plannedJudging(bench, plan, arms, project.world)}\n`);
    return;
  }
  if (options.estimate) {
    const concurrency = options.concurrency ?? usualConcurrency(suite, arms);
    const { estimated } = await import("../estimate.js");
    const out = options.out ?? "transcripts";
    const asked = { suite, arms, plan, config, concurrency, world: project.world, out, bench };
    process.stdout.write(`${estimateText(await estimated(asked))}\n`);
    return;
  }
  const { company, judging } = await players();
  const files = { ...project.hashes, ...codeOf(project.root, arms) };
  const head = newRun({ suite, arms, plan, company, files, started: new Date() });
  const folder = newFolder(options.out, head);
  await carryOut({ output, head, world: project.world, company, folder, options, judging });
}

/** Nothing leaves the machine but the calls named, whatever the environment says. */
function quietTracing(): void {
  for (const name of ["LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING", "LANGSMITH_TRACING", "LANGSMITH_TRACING_V2"])
    process.env[name] = "false";
}
