import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, type TestContext } from "vitest";
import { run as runFile } from "../../src/schema/run.js";
import { fileOf, NARROW, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { hasTmux, type Stage, staged } from "./tmux.js";

const ONE_PERSON = ["run", "--persona", "mara-lindqvist"];

function stage(
  skip: TestContext["skip"],
  args: readonly string[],
  columns = 80,
  rows = 24,
): { on: Stage; cwd: string } {
  if (!hasTmux) skip("there is no tmux to drive a real terminal with");
  const cwd = temporaryFolder(onTestFinished);
  const on = staged(args, cwd, columns, rows);
  onTestFinished(() => on.close());
  return { on, cwd };
}

const isUp = (rows: readonly string[]) => /^ dramatis {2}demo/.test(rows[0] ?? "");
const footer = (rows: readonly string[]) => rows.at(-2) ?? "";

/** The head is in the first row and nothing in the last: the frame neither scrolled nor left anything behind. */
function expectWhole(rows: readonly string[]): void {
  expect(rows[0]).toMatch(/^ dramatis {2}demo {2}/);
  expect(rows.at(-1)).toBe("");
  expect(rows.filter((row) => row.startsWith(" dramatis  demo")).length).toBe(1);
}

async function expectRestored(on: Stage, code: number): Promise<string> {
  const rows = await on.until(`code=${code}`, (now) => now.some((row) => row.startsWith("code=")));
  await on.until("the terminal's modes", (now) => now.some((row) => /\becho\b/.test(row)));
  expect(rows.find((row) => row.startsWith("code="))).toBe(`code=${code}`);
  expect([on.flag("alternate_on"), on.flag("cursor_flag")]).toEqual(["0", "1"]);
  const modes = on.rows().join(" ");
  expect(modes).toMatch(/(^|\s)echo\b/);
  expect(modes).toMatch(/(^|\s)icanon\b/);
  return on.history();
}

describe("on a real terminal", () => {
  it("plays one trial at reading speed, follows keys and sizes, and pauses; quitting asks, ends with 130 and restores all", async ({
    skip,
  }) => {
    const { on, cwd } = stage(skip, ONE_PERSON);
    await on.until("the screen", isUp);
    on.press("p");
    expectWhole(await on.until("the pause", (rows) => rows[0]?.includes("‖ paused") === true));
    on.press("?");
    expectWhole(await on.until("the keys", (rows) => rows[3]?.includes("Keys and symbols") === true));
    on.press("Escape");
    await on.until("the trials", (rows) => rows[3]?.includes("Trials") === true);
    on.press("G");
    expectWhole(
      await on.until("the last trial", (rows) => rows.some((row) => /^❯ . Mara warmth-dispute +omniscient/.test(row))),
    );
    for (const [columns, rows] of [
      [120, 40],
      [60, 15],
      [200, 50],
      [80, 24],
    ] as const) {
      on.resize(columns, rows);
      expectWhole(
        await on.until(
          `${columns}x${rows}`,
          (now) => now.length === rows && isUp(now) && footer(now).includes("? keys"),
        ),
      );
    }
    on.resize(59, 14);
    await on.until(
      "the notice",
      (rows) => rows.join("").trim() === "59x14 is too small: dramatis needs 60x15; q quits",
    );
    on.resize(80, 24);
    await on.until("the screen again", (rows) => isUp(rows) && footer(rows).includes("? keys"));
    on.press("q");
    await on.until("the question", (rows) => footer(rows).includes("Quit?"));
    on.press("q");
    const history = await expectRestored(on, 130);
    expect(history).toMatch(/interrupted after \d+ of 24 trials/);
    expect(runFile.parse(JSON.parse(fileOf(onlyRun(cwd), "run.json")))).toMatchObject({ status: "interrupted" });
  });

  it("fits every frame of a whole run, then leaves the table, the path and the next commands", async ({ skip }) => {
    const { on, cwd } = stage(skip, ["run", ...NARROW]);
    let frames = 0;
    await on.until("the end of the run", (rows) => {
      if (isUp(rows)) {
        frames += 1;
        expectWhole(rows);
      }
      return rows[0]?.includes("6 of 6") === true;
    });
    expect(frames).toBeGreaterThan(1);
    on.press("Enter");
    const history = await expectRestored(on, 0);
    expect(history).toContain("dramatis: reading the files …");
    expect(history).toMatch(/^ oracle +1\.00/m);
    expect(history).toMatch(/rule-based players\s+measure selection, not comprehension/);
    expect(history).toContain(onlyRun(cwd));
    expect(history).toMatch(/next: dramatis show /);
    expect(history).not.toContain("Scores so far");
  });

  it.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends it with 130 and restores the terminal",
    async (name, { skip }) => {
      const { on, cwd } = stage(skip, ["run", "--repeats", "20"]);
      await on.until("the screen", isUp);
      on.signal(name);
      await expectRestored(on, 130);
      expect(JSON.parse(readFileSync(join(onlyRun(cwd), "run.json"), "utf8"))).toMatchObject({ status: "interrupted" });
    },
  );

  it("Ctrl+C interrupts at once, even while paused", async ({ skip }) => {
    const { on } = stage(skip, ONE_PERSON);
    await on.until("the screen", isUp);
    on.press("p");
    await on.until("the pause", (rows) => rows[0]?.includes("‖ paused") === true);
    on.press("C-c");
    await expectRestored(on, 130);
  });
});
