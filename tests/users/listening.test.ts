import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { REPOSITORY } from "../support/paths.js";

/** So far may precision or recall fall under what docs/users.md says. */
const TOLERANCE = 0.05;

const documented = readFileSync(join(REPOSITORY, "docs", "users.md"), "utf8");
const tool = join(REPOSITORY, "tools", "listening.mjs");
const printed = (...args: string[]) => execFileSync(process.execPath, [tool, ...args], { encoding: "utf8" });

/** The shares of a row of the first table that has it: precision and recall, the last two. */
function sharesOf(act: string): number[] {
  const row = documented.split("\n").find((line) => line.startsWith(`| ${act} | `));
  const shares = [...(row ?? "").matchAll(/\| (1?\.\d\d)(?= \[)/g)].map(([, share]) => Number(share));
  expect(shares, `docs/users.md has a row for ${act}`).toHaveLength(4);
  return shares.slice(2);
}

it("hears the held replies as well as the docs say", () => {
  const { replies, acts, domains } = JSON.parse(printed("--json"));
  expect(replies).toBeGreaterThan(150);
  for (const { act, right, heard, told } of [...acts, ...domains]) {
    const [precision = 1, recall = 1] = sharesOf(act);
    expect(right / heard, `precision of ${act}`).toBeGreaterThanOrEqual(precision - TOLERANCE);
    expect(right / told, `recall of ${act}`).toBeGreaterThanOrEqual(recall - TOLERANCE);
  }
});

it("says so where there is no MovieBot", () => {
  expect(printed("nowhere.json")).toContain("MovieBot is skipped: there is no nowhere.json");
});
