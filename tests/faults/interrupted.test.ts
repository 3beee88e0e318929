import { expect, it, onTestFinished } from "vitest";
import { run as runFile } from "../../src/schema/run.js";
import { dramatis, fileOf, NARROW, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { serving, silent } from "../support/server.js";
import { byNumber, well } from "./answers.js";

const PLAY = ["run", "--plain", ...NARROW, "--assistant", "generic", "--model", "openai:m", "--user", "llm"];

/** A run whose fifth call hangs; resolves when it does. */
async function hanging() {
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
  const child = started(PLAY, { cwd, env });
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
