import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { drawsFor } from "../../src/core/draws.js";
import { type Answer, serving } from "../support/server.js";
import { byNumber, FAULTS, ODD, well } from "./answers.js";
import { type LlmRun, llmRun, tallyOf } from "./llmRun.js";

/** What a fault is called where it is all that a server does. */
const CLASSES: Readonly<Record<string, string>> = {
  "429": "rate-limit",
  "429 that says when": "rate-limit",
  "500": "server",
  "503": "server",
  hang: "timeout",
  reset: "network",
  "cut stream": "cut-stream",
  "early close": "cut-stream",
  "bad JSON": "invalid-output",
  "empty reply": "empty",
  HTML: "invalid-output",
  "error under 200": "server",
  "endless reply": "timeout",
};

async function playedAgainst(answer: Answer, options = {}) {
  const rejected: unknown[] = [];
  const note = (reason: unknown) => void rejected.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  const { url, received } = await serving(answer);
  const run = await llmRun(url, options);
  expect(rejected).toEqual([]);
  expectToAddUp(run, received.length);
  return { run, tally: tallyOf(run.events) };
}

/** Every trial has an end with a class, and every request is accounted for. */
function expectToAddUp({ events, trials, committed, spent }: LlmRun, requests: number): void {
  expect({ committed, spent }).toEqual({ committed: 2, spent: null });
  for (const { outcome, failure } of trials) {
    if (outcome === "completed" || outcome === "gave-up") expect(failure).toBeNull();
    else expect(failure?.class, JSON.stringify(failure)).toMatch(/^(?!unexpected)[a-z-]+$/);
  }
  const { started, calls, replies, failures, tries, timeouts } = tallyOf(events);
  expect(replies + failures).toBe(calls);
  expect(replies + tries).toBe(started);
  // A call may time out before the server has read it: it was announced, and is told as a timeout.
  expect(requests).toBeLessThanOrEqual(started);
  expect(started - requests).toBeLessThanOrEqual(timeouts);
  const ended = events.flatMap((event) => (event.type === "trial.ended" ? [event.usage.calls] : []));
  expect(ended.reduce((sum, count) => sum + count, 0)).toBe(replies);
}

it("nothing that goes wrong is nothing to tell", async () => {
  const { run, tally } = await playedAgainst(well, { timeout: 20 });
  expect(run.trials.map(({ outcome }) => outcome)).toEqual(["completed", "completed"]);
  expect(tally).toMatchObject({ failures: 0, tries: 0 });
});

describe("a server that does nothing else", () => {
  it.each(Object.keys(FAULTS))("%s: ends each trial, after so many tries, by its class", async (name) => {
    const timeout = CLASSES[name] === "timeout" ? 1 : 20;
    const { run, tally } = await playedAgainst(FAULTS[name] as Answer, { tries: 2, timeout });
    expect(run.trials.map(({ outcome, failure }) => [outcome, failure?.class])).toEqual(
      run.trials.map(() => ["infrastructure_error", CLASSES[name]]),
    );
    expect(tally).toMatchObject({ calls: 2, failures: 2, tries: 4 });
  });
});

it("a request that no server reads is announced, and told as a timeout", async () => {
  const open = new Set<Socket>();
  const deaf = createServer((socket) => void open.add(socket)).listen(0, "127.0.0.1");
  await once(deaf, "listening");
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    deaf.close();
  });
  const run = await llmRun(`http://127.0.0.1:${(deaf.address() as AddressInfo).port}`, { tries: 2 });
  expectToAddUp(run, 0);
  expect(tallyOf(run.events)).toMatchObject({ started: 4, timeouts: 4 });
});

describe("a server that does it at first", () => {
  const QUICK = Object.keys(FAULTS).filter((name) => CLASSES[name] !== "timeout");

  it.each(QUICK)("%s: is asked again, and the trials come to their end", async (name) => {
    const answer = byNumber((number) => (number % 4 === 0 ? (FAULTS[name] as Answer) : well));
    const { run, tally } = await playedAgainst(answer, { timeout: 20, tries: 9 });
    expect(run.trials.map(({ outcome }) => outcome)).toEqual(["completed", "completed"]);
    expect(tally.classes).toEqual([CLASSES[name]]);
    expect(tally.failures).toBe(0);
  });
});

describe("what looks odd", () => {
  it.each(Object.keys(ODD))("%s: is an answer, or fails by a class", async (name) => {
    const { tally } = await playedAgainst(ODD[name] as Answer, { timeout: 20 });
    expect(tally.calls).toBeGreaterThan(0);
  });

  it("as no usage does, is counted as not told", async () => {
    const { run, tally } = await playedAgainst(
      byNumber(() => ODD["no usage"] as Answer),
      { timeout: 20 },
    );
    const usage = run.events.flatMap((event) => (event.type === "trial.ended" ? [event.usage] : []));
    expect(usage.reduce((sum, { unreported }) => sum + unreported, 0)).toBe(tally.replies);
    expect(usage.every(({ usd }) => usd === null)).toBe(true);
  });
});

it.each([1, 2, 3])("three in ten of everything at once: no trial is without an end (%i)", async (seed) => {
  const draws = drawsFor(`faults ${seed}`);
  const all = { ...FAULTS, ...ODD };
  const answer = byNumber((number) =>
    draws.chance(`${number}`, 0.3) ? (all[draws.pick(`which ${number}`, Object.keys(all))] as Answer) : well,
  );
  await playedAgainst(answer);
});
