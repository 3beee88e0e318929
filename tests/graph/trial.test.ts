import { describe, expect, it } from "vitest";
import { direct, stepLimit } from "../../src/core/director.js";
import { ProviderError } from "../../src/core/errors.js";
import type { Play } from "../../src/core/play.js";
import type { Company } from "../../src/core/trial.js";
import { noUsage } from "../../src/core/usage.js";
import { playTrial } from "../../src/graph/trial.js";
import type { Scenario } from "../../src/schema/scenario.js";
import { goal, person, probe, scenario, session, world } from "../core/makers.js";
import { DISHES, trialOf } from "../core/oneTrial.js";
import { fakeAssistant, fakeCompany, reply } from "../core/players.js";
import { WORLD } from "../support/shipped.js";

const NEVER = new AbortController().signal;

/** A play of so many exchanges; notes who moved. */
function playing(exchanges: number, on: (move: number) => void = () => {}) {
  const moved: string[] = [];
  const play: Play = {
    async userMove() {
      on(moved.push("user"));
      return moved.length < 2 * exchanges ? "assistant" : "end";
    },
    async assistantMove() {
      on(moved.push("assistant"));
    },
    ...{ settleProbe: async () => {}, usage: noUsage },
  };
  return { play, moved };
}

describe("the graph of a trial", () => {
  it("moves one after the other, until nobody is to answer", async () => {
    const { play, moved } = playing(2);
    await playTrial(play, 20, NEVER);
    expect(moved).toEqual(["user", "assistant", "user", "assistant", "user"]);
  });

  it("ends at once where nothing is to be said", async () => {
    const { play, moved } = playing(0);
    await playTrial(play, 20, NEVER);
    expect(moved).toEqual(["user"]);
  });

  it("throws what a player throws, as it is", async () => {
    const error = new ProviderError("server", "oops");
    const { play } = playing(1, (move) => {
      if (move === 2) throw error;
    });
    await expect(playTrial(play, 20, NEVER)).rejects.toBe(error);
  });

  it("does not go on for ever", async () => {
    const { play, moved } = playing(50);
    await expect(playTrial(play, 10, NEVER)).rejects.toThrow(/recursion limit/i);
    expect(moved.length).toBeLessThanOrEqual(11);
  });

  it("stops where it is aborted, and nobody moves after that", async () => {
    const abort = new AbortController();
    const { play, moved } = playing(50, (move) => {
      if (move === 3) abort.abort(new Error("stopped by hand"));
    });
    await expect(playTrial(play, 200, abort.signal)).rejects.toThrow();
    const stopped = moved.length;
    await new Promise((resolve) => setImmediate(resolve));
    expect(moved.length).toBe(stopped);
    expect(stopped).toBeLessThanOrEqual(4);
  });

  it("does not begin where it was aborted before", async () => {
    const { play, moved } = playing(1);
    await expect(playTrial(play, 20, AbortSignal.abort(new Error("stopped by hand")))).rejects.toThrow();
    expect(moved).toEqual([]);
  });

  it("leaves no listeners behind on the signal", async () => {
    const { signal } = new AbortController();
    const warnings: unknown[] = [];
    const warned = (warning: unknown) => warnings.push(warning);
    process.on("warning", warned);
    for (let trial = 0; trial < 30; trial++) await playTrial(playing(1).play, 20, signal);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", warned);
    expect(warnings).toEqual([]);
  });
});

/** The same sessions with as much in them as can be: nobody is ever content, and every probe is come back to. */
function exhausted(script: Scenario): Company {
  const probes = script.sessions.flatMap((one) => one.probes.map(({ id }) => id));
  return fakeCompany({
    perform: playTrial,
    manner: { talks: Number.POSITIVE_INFINITY, reacts: probes, complete: false },
    makeAssistant: () => fakeAssistant(() => reply("Hm.")),
  });
}

const LONG = scenario(
  ["s1", "s2", "s3"].map((id, at) =>
    session(id, {
      goal: goal(),
      ...(at > 0 ? { after: "30d" } : {}),
      beats: [1, 2, 3, 9].map((turn) => ({ turn, script: true as const, say: ["Listen."] })),
      probes: ["a", "b", "c"].map((name) => probe([], { id: `${id}-${name}` })),
    }),
  ),
  { stop: { max_turns: 30 } },
);

describe("the most steps a trial can take", () => {
  it.each([...Object.values(WORLD.scenarios), LONG].map((script) => [script.id, script] as const))(
    "are enough for all of %s, played in the graph to its last word",
    async (id, script) => {
      const made = world([person()], script, DISHES);
      const planned = { id: "t", persona: "ada", scenario: id, assistant: "generic", repeat: 0 };
      const trial = await trialOf({ world: made, planned, company: exhausted(script) });
      expect(trial.outcome).toBe("completed");
      expect(trial.sessions).toHaveLength(script.sessions.length);
      for (const { turns, end } of trial.sessions.filter(({ end }) => end?.goal)) {
        const talked = turns.filter((turn) => turn.speaker === "user" && turn.probe === null && turn.text !== "close");
        expect(end?.ended).toBe("max-turns");
        expect(talked.length).toBeGreaterThanOrEqual(script.stop.max_turns);
      }
      const asked = trial.probes.filter(({ repair }) => repair !== null);
      expect(asked).toHaveLength(script.sessions.flatMap(({ probes }) => probes).length);
    },
  );

  it("are not many more than it takes", () => {
    const director = direct(LONG, () => true);
    let spoken = 0;
    let turns = 0;
    for (;;) {
      const step = director.next({ turns, goalOver: false, followUp: true });
      if (step.type === "end") break;
      if (step.type === "open") turns = 0;
      if (step.type === "speak") turns += 1;
      if (step.type === "speak") spoken += 1;
    }
    expect(stepLimit(LONG)).toBeGreaterThanOrEqual(2 * spoken);
    expect(stepLimit(LONG)).toBeLessThan(3 * spoken);
  });
});
