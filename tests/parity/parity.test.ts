import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { drawsFor } from "../../src/core/draws.js";
import { REPOSITORY } from "../support/paths.js";
import type { Comparison } from "./comparison.js";
import { NUMBERS } from "./numbers.js";
import { TEXTS } from "./texts.js";

const PYTHON = process.env.DRAMATIS_TEST_PYTHON ?? "python3";
const SCRIPT = join(REPOSITORY, "tests", "parity", "reference.py");
const COMPARISONS = [...TEXTS, ...NUMBERS];
const INPUTS = 1_000;
const SEED = 20_260;

/** How far two numbers may lie apart, as a share of ours, or as they are where it is under 1. */
const CLOSE = 1e-9;

/** Why nothing is compared; null where Python has the packages. */
const MISSING = spawnSync(PYTHON, [SCRIPT, "--check"]).status === 0 ? null : missing();

function missing(): string {
  return `${PYTHON} lacks the packages of tests/parity/requirements.txt: \`source .ci/python-references\` installs them`;
}

/** What Python says to each, all in one process: it takes seconds to start. */
async function answersTo(comparisons: readonly Comparison[]): Promise<(number | null)[][]> {
  const python = spawn(PYTHON, [SCRIPT], { stdio: ["pipe", "pipe", "inherit"] });
  const said = text(python.stdout);
  python.stdin.end(comparisons.map(({ of, input }) => `${JSON.stringify({ of, input })}\n`).join(""));
  const lines = (await said).split("\n").filter((line) => line !== "");
  expect(lines.length).toBe(comparisons.length);
  return lines.map((line) => JSON.parse(line));
}

/** Whether we say what the reference says. What we call undefined it prints as NaN or 0. */
function agrees(ours: number | null, theirs: number | null): boolean {
  if (ours === null) return theirs === null || Math.abs(theirs) < 1e-12;
  return theirs !== null && Math.abs(ours - theirs) <= CLOSE * Math.max(1, Math.abs(ours));
}

describe(`on ${INPUTS} drawn inputs`, () => {
  let drawn: Comparison[][];
  let answers: (number | null)[][];

  beforeAll(async () => {
    if (MISSING !== null) return;
    drawn = COMPARISONS.map(([name, , draw]) =>
      Array.from({ length: INPUTS }, (_, index) => draw(drawsFor(`${SEED}|${name}|${index}`))),
    );
    answers = await answersTo(drawn.flat());
  }, 600_000);
  beforeEach((context) => {
    if (MISSING !== null) context.skip(MISSING);
  });

  it.each(COMPARISONS.map(([name, reference], place) => [name, reference, place] as const))(
    "%s: as %s",
    (_name, _reference, place) => {
      const comparisons = drawn[place] as Comparison[];
      const apart = comparisons.flatMap(({ input, ours }, index) => {
        const theirs = answers[place * INPUTS + index] as (number | null)[];
        const same = ours.length === theirs.length && ours.every((value, at) => agrees(value, theirs[at] ?? null));
        return same ? [] : [{ input, ours, theirs }];
      });
      expect(apart.slice(0, 3), `${apart.length} of ${INPUTS} differ`).toEqual([]);
      const known = comparisons.filter(({ ours }) => ours.every((value) => value !== null));
      expect(known.length, "inputs on which we say something").toBeGreaterThan(0.7 * INPUTS);
    },
  );
});

describe("the comparison", () => {
  it("would see a wrong value", () => {
    const wrong = [agrees(1, 1 + 1e-8), agrees(null, 0.1), agrees(0.5, null), agrees(50, 50.000001)];
    expect(wrong).toEqual([false, false, false, false]);
  });
});
