import { type Command, InvalidArgumentError, Option } from "commander";

/** The bounds that suite files have too (src/schema/suite.ts), which is not loaded to read a command line. */
const MOST_REPEATS = 1000;
const LARGEST = Number.MAX_SAFE_INTEGER;

/** Adds the flags of `run`. */
export function withRunFlags(command: Command): Command {
  return withOut(command, "where the run's folder is made")
    .option(
      "--persona <ids>",
      "only these personas, each in the scenarios the suite deals it (comma-separated, repeatable)",
      list,
    )
    .option("--scenario <ids>", "these scenarios, each with every chosen persona", list)
    .option("--assistant <ids>", "only these assistants; or techniques; or http://address", list)
    .option("--user <kind>", "agenda or llm (default: the suite's, or else agenda)")
    .option("--model <name>", "the assistants' model: offline or openai:NAME (default: the suite's, or else offline)")
    .option("--user-model <name>", "the llm user's model (default: the assistants')")
    .option("--repeats <n>", "how often each pair is played (default: the suite's, or else 1)", whole(1, MOST_REPEATS))
    .option("--seed <n>", "the seed of everything drawn (default: the suite's, or else 1)", whole(-LARGEST, LARGEST))
    .option("--concurrency <n>", "trials at a time (default: 4 where all are offline, else 8)", whole(1, LARGEST))
    .option("--scorers <ids>", "only these scorers (default: the suite's, or else all)", list)
    .addOption(
      new Option("--pace <pace>", "on a terminal, the first trial's speed")
        .choices(["off", "read", "slow"])
        .default("read"),
    )
    .option("--plain", "one line per finished trial instead of the screen")
    .option("--json", "one event a line on stdout and nothing else")
    .option("--quiet", "only the table at the end")
    .option("--no-color", "no colours")
    .option("--debug", "stack traces with errors")
    .option("--dry-run", "print the plan and stop");
}

/** Adds the flag that names the folder of run folders. */
export function withOut(command: Command, meaning: string): Command {
  return command.addOption(new Option("--out <folder>", meaning).default("transcripts").argParser(named));
}

const list = (value: string, before: string[] = []) => [...before, ...value.split(",").map((part) => part.trim())];

function named(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It must name a folder.");
  return text;
}

const whole = (low: number, high: number) => (text: string) => {
  const number = Number(text);
  if (!/^-?\d+$/.test(text) || number < low || number > high)
    throw new InvalidArgumentError(`It must be a whole number ${rangeOf(low, high)}.`);
  return number;
};

function rangeOf(low: number, high: number): string {
  return high === LARGEST && low > 0 ? `of at least ${low}` : `from ${low} to ${high}`;
}
