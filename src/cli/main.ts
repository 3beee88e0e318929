import { inspect } from "node:util";
import { Command, CommanderError } from "commander";
import { BROKEN } from "./exitCode.js";
import { invocation } from "./invocation.js";
import { type Loss, LostOutput, type Output, watchedOutput } from "./output.js";
import { each, list, whole, withJudgeFlags, withOut, withRunFlags } from "./runFlags.js";
import { version } from "./version.js";

/** Reads the command line and runs a verb. Each verb's code is loaded when it is asked for. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = commands(watchedOutput(endOn));
  try {
    if (argv.length <= 2) process.stdout.write(greeting(invocation()));
    else await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = fail(error);
  }
}

const greeting = (
  program: string,
) => `dramatis plays scripted people against personalized assistants and scores how well they were served.

  ${program} run                     play the suite of this folder, or the demo
  ${program} show sample             read a recorded run

\`${program} --help\` lists all verbs.
`;

const EXIT_CODES = `
Exit codes:
  0    fine
  1    finished, but a threshold was missed or a comparison regressed
  2    usage, or an invalid file
  3    a provider, a key or a newer Node is missing
  4    trials, or calls to a judge, failed for infrastructure reasons, or dramatis broke
  5    the budget ended the run; \`run --resume\` goes on with it
  6    more than 10% of trials ended as the simulated user's fault
  130  interrupted; what is finished is kept, and \`run --resume\` goes on
`;

function commands(output: Output): Command {
  const program = new Command("dramatis")
    .description("Scripted people meet personalized assistants; scores trace back to facts.")
    .version(version(), "-V, --version")
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError()
    .showHelpAfterError("  `--help` behind the verb says what it takes")
    .addHelpText("after", EXIT_CODES);
  const verb = (usage: string, description: string) => program.command(usage).description(description);

  verb("init [dir]", "make a working folder with two personas, one scenario and one suite").action(async (dir) =>
    (await import("./commands/init.js")).init(dir),
  );
  verb("validate [paths...]", "check files; show the expectation matrix and the headroom")
    .option("--json", "problems, matrix and headroom as one JSON object")
    .option("--personas <folder>", "with the people of this folder below the project's, as a suite's personas_in")
    .action(async (paths, options) => (await import("./commands/validate.js")).validate(paths, options));
  verb("populate <file>", "make personas from a population file")
    .option("--seed <n>", "left out: the file's", whole(0, Number.MAX_SAFE_INTEGER))
    .option("--count <n>", "how many people; left out: the file's", whole(1, 10_000))
    .option("--out <folder>", "where they are written; left out: personas/<id of the population>")
    .option("--dry-run", "show the summary, write nothing")
    .action(async (file, options) => (await import("./commands/populate.js")).populate(file, options));
  verb("list [what]", "list personas, scenarios, users, assistants, scorers or models").action(async (what) =>
    (await import("./commands/list.js")).list(what),
  );
  const WHERE = "where run folders are";
  withOut(verb("show <id> [trial]", "show a persona, scenario, run, or one trial of a run"), WHERE).action(
    async (id, trial, options) => (await import("./commands/show.js")).show(id, trial, options),
  );
  withRunFlags(verb("run [suite]", "play a suite")).action(async (suite, options) => {
    sayReading(options);
    await (await import("./commands/run.js")).run(suite, options, output);
  });
  withJudgeFlags(
    withOut(verb("score <run>", "score a recorded run again with the scorers there are now; ask a judge"), WHERE),
  )
    .option("--scorers <ids>", "only these scorers; the scores of others stay (default: those of the run)", list)
    .action(async (id, options) => (await import("./commands/score.js")).score(id, options, output));
  withOut(verb("export <run>", "write the conversations of a run to stdout"), WHERE)
    .requiredOption("--format <format>", "jsonl, openai, sharegpt or csv (required)")
    .action(async (id, options) => (await import("./commands/export.js")).exportRun(id, options));
  verb("import <file>", "tasks of another project as a project of ours, with a report of what was lost")
    .requiredOption("--from <dataset>", "prefeval, lamp, personalens, longmemeval or memsyco (required)")
    .option("--out <folder>", "the folder that is made (default: imported-DATASET)")
    .option("--limit <n>", "only the first so many rows", whole(1, 1_000_000))
    .action(async (file, options) => (await import("./commands/import.js")).importTasks(file, options));
  withOut(verb("table <run>", "the numbers of a run: text, CSV or LaTeX"), WHERE)
    .option("--format <format>", "text, csv or latex", "text")
    .action(async (id, options) => (await import("./commands/table.js")).table(id, options));
  withOut(verb("compare <a> <b>", "two runs, or two arms of one, side by side: what got better or worse"), WHERE)
    .option(
      "--arms <one=other>",
      "an arm of each run, or one name for both; repeatable (default: all they share)",
      each,
    )
    .option("--scorers <ids>", "only these scorers, or families of them", list)
    .option(
      "--fail-on <endpoint[:size]>",
      "exit with 1 where this scorer, or `any`, got worse by more than the size; repeatable",
      each,
    )
    .option("--markdown <file>", "write Markdown tables, too")
    .option("--junit <file>", "write a JUnit report, too: a case a scorer, that fails where `--fail-on` does")
    .option("--json", "one JSON object for each pair of arms instead of the tables")
    .action(async (a, b, options) => (await import("./commands/compare.js")).compare(a, b, options));
  verb("calibrate <rubric>", "measure a judge against replies that people labelled")
    .option("--judge-model <model>", "provider:name of the judge")
    .option("--labels <file>", "labelled replies, JSON lines; left out: those shipped for the rubric")
    .option("--repeats <n>", "how often each reply is judged", whole(1, 100_000), 1)
    .option("--concurrency <n>", "replies at a time", whole(1, 100_000), 4)
    .option("--limit <n>", "only the first so many", whole(1, 100_000))
    .option("--save <file>", "write the numbers as JSON, too")
    .option("--json", "the numbers as one JSON object")
    .action(async (name, options) => (await import("./commands/calibrate.js")).calibrate(name, options, output));
  verb("schema [name]", "print the JSON Schema of a kind of file")
    .option("--write <folder>", "write all of them into a folder")
    .action(async (name, options) => (await import("./commands/schema.js")).schema(name, options));
  verb("models <what> <name>", "pull: fetch a GGUF file, owner/repository/file.gguf or an address")
    .option("--to <folder>", "where it is put", ".")
    .option("--sha256 <sum>", "what its checksum has to be; left out: what the server says")
    .action(async (what, name, options) => (await import("./commands/models.js")).models(what, name, options, output));
  verb("doctor [file]", "what is installed, reachable and missing; whether a GGUF file loads").action(async (file) =>
    (await import("./commands/doctor.js")).doctor(file),
  );
  return program;
}

/** Loading a run's code and files takes a while: who sits before a terminal learns at once that something happens. */
function sayReading({ quiet, json }: { quiet?: boolean; json?: boolean }): void {
  if (process.stderr.isTTY && !quiet && !json) process.stderr.write("dramatis: reading the files …\n");
}

/** Tells what went wrong on stderr; returns the exit code. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const problem = error as Error & { exitCode?: number; hint?: string | null };
  const told = problem.exitCode === undefined ? `dramatis broke: ${problem.message}` : problem.message;
  process.stderr.write(
    `${process.argv.includes("--debug") ? inspect(error) : told}\n${problem.hint ? `  ${problem.hint}\n` : ""}`,
  );
  return problem.exitCode ?? BROKEN;
}

/** A closed pipe ends quietly, with the code there was; what cannot be written is told. */
function endOn(loss: Loss): never {
  if (loss === "closed") process.exit();
  process.stderr.write(`${new LostOutput(loss).message}\n`);
  process.exit(BROKEN);
}
