import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dramatis, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { holdsOfEveryRun } from "./everyRun.js";
import { MISSING } from "./place.js";
import { type Entry, folderToPlayIn, journalOf, type Played, playedIn } from "./playing.js";

/** Trials at a time, so calls in flight at most. */
const AT_ONCE = 2;

describe("a run of a GGUF file that is killed and taken up", () => {
  let before: Entry[];
  let played: Played;

  beforeAll(async () => {
    if (MISSING !== null) return;
    const cwd = folderToPlayIn();
    await killedInside(cwd);
    before = journalOf(onlyRun(cwd));
    played = playedIn(cwd, await dramatis(["run", "--resume", "--plain"], { cwd }));
  }, 600_000);
  beforeEach((context) => {
    if (MISSING !== null) context.skip(MISSING);
  });

  holdsOfEveryRun("llm, killed", () => played);

  it("asks for nothing again whose answer was recorded", async ({ annotate }) => {
    const recorded = answered(before);
    const asked = begun(played.journal.slice(before.length));
    expect(recorded.size).toBeGreaterThan(0);
    expect([...asked].filter((call) => recorded.has(call))).toEqual([]);
    await annotate(`replies recorded at the kill: ${recorded.size}; calls that went out after it: ${asked.size}`);
  });

  it("asks again for what was in flight at the kill, and says how many calls that were", async ({ annotate }) => {
    const inFlight = waiting(before);
    const again = played.journal.flatMap(({ event }) =>
      event.type === "call.started" && event.again ? [keyOf(event.trial, event)] : [],
    );
    expect(inFlight.size).toBeLessThanOrEqual(AT_ONCE);
    expect(new Set(again)).toEqual(inFlight);
    expect(again).toHaveLength(inFlight.size);
    expect(played.run.repeated).toBe(inFlight.size);
    await annotate(`calls in flight at the kill, which went out twice: ${inFlight.size}`);
  });

  it("records one answer to each call, and keeps what was recorded", () => {
    const { journal } = played;
    const calls = journal.filter(({ event }) => event.type === "call");
    expect(answered(journal).size).toBe(calls.length);
    expect(answered(journal)).toEqual(begun(journal));
    expect(journal.slice(0, before.length)).toEqual(before);
  });
});

/** Starts a run, and kills it while one trial is over and another, with a reply recorded, waits for the next. */
async function killedInside(cwd: string): Promise<void> {
  const child = started(["run", "talk", "--plain", "--concurrency", String(AT_ONCE)], { cwd });
  const outcome = outcomeOf(child);
  let over = false;
  void outcome.finally(() => {
    over = true;
  });
  while (!over && !isAmidst(cwd)) await sleep(20);
  child.kill("SIGKILL");
  const { code, stderr } = await outcome;
  if (code !== null) throw new Error(`the run ended before it could be killed: ${code}, ${stderr}`);
}

function isAmidst(cwd: string): boolean {
  const journal = journalSoFar(cwd);
  const ended = new Set(journal.flatMap(({ event }) => (event.type === "trial.ended" ? [event.trial] : [])));
  const halfPlayed = journal.some(({ event }) => event.type === "call" && !ended.has(event.trial));
  return ended.size > 0 && halfPlayed && waiting(journal).size > 0;
}

function journalSoFar(cwd: string): Entry[] {
  try {
    return journalOf(onlyRun(cwd));
  } catch {
    return [];
  }
}

const keyOf = (trial: string, { key, nth }: { key: string; nth: number }) => `${trial} ${key} ${nth}`;

/** The calls that were announced. */
const begun = (journal: readonly Entry[]) =>
  new Set(journal.flatMap(({ event }) => (event.type === "call.started" ? [keyOf(event.trial, event)] : [])));

/** The calls whose end was recorded. */
const answered = (journal: readonly Entry[]) =>
  new Set(journal.flatMap(({ event }) => (event.type === "call" ? [keyOf(event.trial, event.call)] : [])));

/** The calls that were announced and whose end was not recorded. */
function waiting(journal: readonly Entry[]): Set<string> {
  const ended = answered(journal);
  return new Set([...begun(journal)].filter((call) => !ended.has(call)));
}
