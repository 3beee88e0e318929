import { inspect } from "node:util";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { BROKEN } from "./exitCode.js";
import { version } from "./version.js";

/** Reads the command line and runs a verb. Each verb's code is loaded when it is asked for. */
export async function main(argv: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  const program = commands();
  try {
    if (argv.length <= 2) process.stdout.write(GREETING);
    else await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = fail(error);
  }
}

const GREETING = `dramatis plays scripted people against personalized assistants and scores how well they were served.

  dramatis run                     play the suite of this folder, or the demo
  dramatis show sample             read a recorded run

\`dramatis --help\` lists all verbs.
`;

const EXIT_CODES = `
Exit codes:
  0    fine
  1    finished, but a threshold was missed
  2    usage, or an invalid file
  3    a provider, a key or a newer Node is missing
  4    trials failed for infrastructure reasons, or dramatis broke
  5    the budget ended the run; \`run --resume\` goes on with it
  6    more than 10% of trials ended as the simulated user's fault
  130  interrupted; what is finished is kept, and \`run --resume\` goes on
`;

function commands(): Command {
  const program = new Command("dramatis")
    .description("Scripted people meet personalized assistants; scores trace back to facts.")
    .version(version(), "-V, --version")
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError()
    .addHelpText("after", EXIT_CODES);
  const verb = (usage: string, description: string) => program.command(usage).description(description);

  verb("init [dir]", "make a working folder with two personas, one scenario and one suite").action(async (dir) =>
    (await import("./commands/init.js")).init(dir),
  );
  verb("validate [paths...]", "check files; show the expectation matrix and the headroom")
    .option("--json", "problems, matrix and headroom as one JSON object")
    .action(async (paths, options) => (await import("./commands/validate.js")).validate(paths, options));
  verb("list <what>", "list personas, scenarios, assistants, scorers or models").action(async (what) =>
    (await import("./commands/list.js")).list(what),
  );
  verb("show <id> [trial]", "show a persona, scenario, run, or one trial of a run")
    .option("--out <folder>", "where run folders are", "transcripts")
    .action(async (id, trial, options) => (await import("./commands/show.js")).show(id, trial, options));
  runOptions(verb("run [suite]", "play a suite")).action(async (suite, options) => {
    sayReading(options);
    await (await import("./commands/run.js")).run(suite, options);
  });
  verb("export <run>", "write the conversations of a run to stdout")
    .requiredOption("--format <format>", "jsonl, openai, sharegpt or csv")
    .option("--out <folder>", "where run folders are", "transcripts")
    .action(async (id, options) => (await import("./commands/export.js")).exportRun(id, options));
  verb("table <run>", "the numbers of a run: text, CSV or LaTeX")
    .option("--format <format>", "text, csv or latex", "text")
    .option("--out <folder>", "where run folders are", "transcripts")
    .action(async (id, options) => (await import("./commands/table.js")).table(id, options));
  verb("schema [name]", "print the JSON Schema of a kind of file")
    .option("--write <folder>", "write all of them into a folder")
    .action(async (name, options) => (await import("./commands/schema.js")).schema(name, options));
  verb("models <what> <name>", "pull: fetch a GGUF file, owner/repository/file.gguf or an address")
    .option("--to <folder>", "where it is put", ".")
    .option("--sha256 <sum>", "what its checksum has to be; left out: what the server says")
    .action(async (what, name, options) => (await import("./commands/models.js")).models(what, name, options));
  verb("doctor [file]", "what is installed, reachable and missing; whether a GGUF file loads").action(async (file) =>
    (await import("./commands/doctor.js")).doctor(file),
  );
  return program;
}

function runOptions(command: Command): Command {
  const list = (value: string, before: string[] = []) => [...before, ...value.split(",").map((part) => part.trim())];
  const whole = (low: number) => (text: string) => {
    const number = Number(text);
    if (text.trim() === "" || !Number.isInteger(number) || number < low)
      throw new InvalidArgumentError(`It must be a whole number of at least ${low}.`);
    return number;
  };
  const amount = (text: string) => {
    const number = Number(text);
    if (text.trim() === "" || !(number > 0) || !Number.isFinite(number))
      throw new InvalidArgumentError("It must be a number above 0.");
    return number;
  };
  return command
    .option(
      "--persona <ids>",
      "only these personas, each in the scenarios the suite deals it (comma-separated, repeatable)",
      list,
    )
    .option("--scenario <ids>", "these scenarios, each with every chosen persona", list)
    .option("--assistant <ids>", "only these assistants; or techniques; or http://address", list)
    .option("--user <kind>", "agenda or llm")
    .option("--model <name>", "the assistants' model: offline, or provider:name (see `list models`)")
    .option("--user-model <name>", "the llm user's model; left out, the assistants'")
    .option("--repeats <n>", "how often each pair is played", whole(1))
    .option("--seed <n>", "the seed of everything drawn", whole(0))
    .option("--concurrency <n>", "trials at a time", whole(1))
    .option("--scorers <ids>", "only these scorers", list)
    .option("--resume [run]", "go on with a run: the one named, or the newest that was stopped; takes no suite")
    .option("--retry-failed", "with --resume: play trials again that failed, but not for the assistant's sake")
    .option("--max-usd <n>", "a budget: no call starts that may pass it", amount)
    .option("--max-tokens <n>", "a budget in tokens, read and written", whole(1))
    .option("--max-minutes <n>", "a budget in time", amount)
    .option("--out <folder>", "where the run's folder is made (default: transcripts)")
    .addOption(
      new Option("--pace <pace>", "on a terminal, the first trial's speed (default: read)").choices([
        "off",
        "read",
        "slow",
      ]),
    )
    .option("--plain", "one line per finished trial instead of the screen")
    .option("--json", "one event a line on stdout and nothing else")
    .option("--quiet", "only the table at the end")
    .option("--no-color", "no colours")
    .option("--debug", "stack traces with errors")
    .option("--dry-run", "print the plan and stop");
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

function endQuietlyOnClosedPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    if (error.code !== HUNG_UP) throw error;
  });
  process.stderr.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== HUNG_UP) throw error;
  });
}

/** What writing to a terminal that is gone gives. SIGHUP comes beside it and ends a run in order. */
const HUNG_UP = "EIO";
