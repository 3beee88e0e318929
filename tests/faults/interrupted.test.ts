import { expect, it, onTestFinished } from "vitest";
import { run as runFile } from "../../src/schema/run.js";
import { dramatis, fileOf, NARROW, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { serving, silent } from "../support/server.js";
import { byNumber, well } from "./answers.js";

const PLAY = ["run", ...NARROW, "--assistant", "generic", "--model", "openai:m", "--user", "llm"];

/** A run whose fifth call hangs; resolves when it does. */
async function hanging(format = "--plain") {
  let slow = true;
  const hangs = Promise.withResolvers<void>();
  const { url, received } = await serving(
    byNumber((number) => {
      if (!slow || number < 4) return well;
      hangs.resolve();
      return silent;
    }),
  );
  const cwd = temporaryFolder(onTestFinished);
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  const child = started([...PLAY, format], { cwd, env });
  const outcome = outcomeOf(child);
  await hangs.promise;
  const mend = () => {
    slow = false;
  };
  return { child, outcome, mend, cwd, env, received };
}

it.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends calls in flight, and the command that is told goes on",
  async (signal) => {
    const { child, outcome, mend, cwd, env, received } = await hanging();
    child.kill(signal);
    const { code, stderr } = await outcome;
    expect(code).toBe(130);
    const before = received.length;
    const head = runFile.parse(JSON.parse(fileOf(onlyRun(cwd), "run.json")));
    expect(head).toMatchObject({ status: "interrupted", exit_code: 130, usage: { calls: before - 1 } });
    mend();
    const [, command = ""] = /next: dramatis (run --resume \S+)/.exec(stderr) ?? [];
    const again = await dramatis(command.split(" "), { cwd, env });
    expect(again.code, again.stderr).toBe(0);
    const done = runFile.parse(JSON.parse(fileOf(onlyRun(cwd), "run.json")));
    expect(done).toMatchObject({ status: "finished", repeated: 1, usage: { calls: received.length - 1 } });
  },
);

it.each(["--json", "--quiet"])("under %s the command that goes on is told on standard error", async (flag) => {
  const { child, outcome } = await hanging(flag);
  child.kill("SIGINT");
  const { stdout, stderr } = await outcome;
  expect(stderr).toContain("run --resume");
  expect(stdout).not.toContain("run --resume");
});

it.each([
  ["a key that is missing", ["--model", "openai:m"], {}, 3, "openai:m needs a key"],
  ["a provider that does not exist", ["--model", "nobody:m"], {}, 3, "nobody"],
  [
    "an address with a password in it",
    ["--model", "openai:m"],
    { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: "https://ann:hunter22@127.0.0.1:9/v1" },
    3,
    "OPENAI_BASE_URL has a user name",
  ],
])("a dry run says what a run would say of %s, and asks nobody", async (_, flags, env, code, said) => {
  const cwd = temporaryFolder(onTestFinished);
  const told = await dramatis(["run", "--dry-run", ...NARROW, ...flags], { cwd, env });
  expect([told.code, told.stdout]).toEqual([code, ""]);
  expect(told.stderr).toContain(said);
  expect(told.stderr).not.toContain("hunter22");
});
