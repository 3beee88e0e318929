import { type Command, InvalidArgumentError, Option } from "commander";

/** The bounds that suite files have too (src/schema/suite.ts), which is not loaded to read a command line. */
const MOST_REPEATS = 1000;
const LARGEST = Number.MAX_SAFE_INTEGER;

const JUDGES = "the rubrics that the judge is asked by (default: all that have a scorer)";
const JUDGE_REPEATS = "votes of the judge on each reply (default: 1)";
const SAME_JUDGE = "let the judge be the model that wrote the replies";
const CALIBRATION = "what `calibrate --save` wrote of the judge: rates are corrected by it; repeatable";
const SETTING = "a setting of a model, as in user.temperature=0.7 (repeatable)";
const MOST_VOTES = 100;
const USD = "a budget: no call starts that may pass it";
const TOKENS = "a budget in tokens, read and written";
const MINUTES = "a budget in time";

/** Adds the flags of `run`. */
export function withRunFlags(command: Command): Command {
  return command
    .option("--out <folder>", "where the run's folder is made (default: the config's, or else transcripts)", named)
    .option(
      "--persona <ids>",
      "only these personas, each in the scenarios the suite deals it (comma-separated, repeatable)",
      list,
    )
    .option("--scenario <ids>", "these scenarios, each with every chosen persona", list)
    .option(
      "--assistant <ids>",
      "only these assistants; or techniques; or http://address, ./module.ts, ./graph.ts#graph",
      list,
    )
    .option("--allow-code", "let assistants that are modules and graphs of the project run their code, as you")
    .option("--user <kind>", "agenda, hybrid or llm (default: the suite's, or else agenda)")
    .option(
      "--model <name>",
      "the assistants' model: offline, or provider:NAME as `list models` has them (default: the suite's, or else offline)",
    )
    .option("--user-model <name>", "the model of a hybrid or llm user (default: the assistants')")
    .option(
      "--embeddings <name>",
      "what dense retrieval gets vectors from: offline, or provider:NAME (default: the suite's, or else offline)",
    )
    .option("--judge-model <name>", "who judges the replies after the trials (default: the suite's, or else nobody)")
    .option("--judges <rubrics>", JUDGES, list)
    .option("--judge-repeats <n>", JUDGE_REPEATS, whole(1, MOST_VOTES))
    .option("--same-judge", SAME_JUDGE)
    .option("--calibration <file>", CALIBRATION, each)
    .option("--repeats <n>", "how often each pair is played (default: the suite's, or else 1)", whole(1, MOST_REPEATS))
    .option("--seed <n>", "the seed of everything drawn (default: the suite's, or else 1)", whole(-LARGEST, LARGEST))
    .option("--concurrency <n>", "trials at a time (default: 4 where all are offline, else 8)", whole(1, LARGEST))
    .option("--scorers <ids>", "only these scorers (default: the suite's, or else all)", list)
    .option("--resume [run]", "go on with a run: the one named, or the newest that was stopped; takes no suite")
    .option("--retry-failed", "with --resume: play trials again that failed, but not for the assistant's sake")
    .option("--replay <run>", "play a recorded run again on its recorded replies: no model is called")
    .option("--set <role.key=value>", SETTING, each)
    .option("--max-usd <n>", USD, amount)
    .option("--max-tokens <n>", TOKENS, whole(1, LARGEST))
    .option("--max-minutes <n>", MINUTES, amount)
    .addOption(
      new Option("--pace <pace>", "on a terminal, the first trial's speed")
        .choices(["off", "read", "slow"])
        .default("read"),
    )
    .option("--plain", "one line per finished trial instead of the screen")
    .option("--json", "one event a line on stdout and nothing else")
    .option(
      "--junit <file>",
      "write a JUnit report: a case a threshold, an error for each trial that could not be played",
    )
    .option("--markdown <file>", "write the table, the thresholds and what went wrong as Markdown")
    .option("--quiet", "only the table at the end")
    .option("--no-color", "no colours")
    .option("--debug", "stack traces with errors")
    .option("--estimate", "print what the run would take in calls, tokens, cost and time, and stop")
    .option("--dry-run", "print the plan and stop");
}

/** Adds the flags of `score` that ask a judge. */
export function withJudgeFlags(command: Command): Command {
  return command
    .option(
      "--judge-model <name>",
      "ask this model about the replies, where it was not asked yet (default: nobody is asked)",
    )
    .option("--judges <rubrics>", JUDGES, list)
    .option("--judge-repeats <n>", JUDGE_REPEATS, whole(1, MOST_VOTES))
    .option("--same-judge", SAME_JUDGE)
    .option("--calibration <file>", CALIBRATION, each)
    .option("--set <judge.key=value>", SETTING, each)
    .option("--concurrency <n>", "calls at a time (default: 8)", whole(1, LARGEST))
    .option("--max-usd <n>", USD, amount)
    .option("--max-tokens <n>", TOKENS, whole(1, LARGEST))
    .option("--max-minutes <n>", MINUTES, amount)
    .option("--quiet", "only the tables at the end");
}

/** Adds the flag that names the folder of run folders. */
export function withOut(command: Command, meaning: string): Command {
  return command.addOption(new Option("--out <folder>", meaning).default("transcripts").argParser(named));
}

export const list = (value: string, before: string[] = []) => [
  ...before,
  ...value.split(",").map((part) => part.trim()),
];

export const each = (value: string, before: string[] = []) => [...before, value];

function amount(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !(number > 0) || !Number.isFinite(number))
    throw new InvalidArgumentError("It must be a number above 0.");
  return number;
}

function named(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It must name a folder.");
  return text;
}

export const whole = (low: number, high: number) => (text: string) => {
  const number = Number(text);
  if (!/^-?\d+$/.test(text) || number < low || number > high)
    throw new InvalidArgumentError(`It must be a whole number ${rangeOf(low, high)}.`);
  return number;
};

function rangeOf(low: number, high: number): string {
  return high === LARGEST && low > 0 ? `of at least ${low}` : `from ${low} to ${high}`;
}
