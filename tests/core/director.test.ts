import { describe, expect, it } from "vitest";
import { concernsPerson } from "../../src/core/beats.js";
import { direct, type Progress, stepLimit } from "../../src/core/director.js";
import { lifeOf } from "../../src/core/life.js";
import type { Beat, Scenario } from "../../src/schema/scenario.js";
import { fact, goal, lived, person, probe, scenario, session } from "./makers.js";

const beat = (turn: number, parts: Partial<Beat> = { digress: `aside ${turn}` }) => ({ turn, ...parts });

interface Talk {
  /** At how many user turns the goal is over. */
  over?: number;
  /** Probes at which the person reacts to the first reply. */
  reacts?: readonly string[];
  concerns?: (one: Beat) => boolean;
}

/** Plays a script in words: `open s1, goal, beat aside 2, probe p1, follow-up p1, last word, close s1, end`. */
function played(
  script: Scenario,
  { over = Number.POSITIVE_INFINITY, reacts = [], concerns = () => true }: Talk = {},
): string[] {
  const director = direct(script, concerns);
  const steps: string[] = [];
  let progress: Progress = { turns: 0, goalOver: false, followUp: false };
  while (steps.at(-1) !== "end" && steps.length < 200) {
    const step = director.next(progress);
    progress = { turns: progress.turns, goalOver: progress.turns >= over, followUp: false };
    if (step.type === "open") progress = { turns: 0, goalOver: over === 0, followUp: false };
    if (step.type === "speak") {
      const turns = progress.turns + 1;
      const asked = step.cue.purpose === "probe" ? step.cue.probe.id : "";
      progress = { turns, goalOver: turns >= over, followUp: reacts.includes(asked) };
    }
    steps.push(named(step));
  }
  return steps;
}

function named(step: ReturnType<ReturnType<typeof direct>["next"]>): string {
  if (step.type === "open" || step.type === "close") return `${step.type} ${step.session.id}`;
  if (step.type === "end") return "end";
  const { cue } = step;
  if (cue.purpose === "beat") return `beat ${cue.beat.digress ?? cue.beat.change ?? "?"}`;
  if (cue.purpose === "probe" || cue.purpose === "follow-up") return `${cue.purpose} ${cue.probe.id}`;
  return cue.purpose === "close" ? "last word" : cue.purpose;
}

describe("the order inside a session", () => {
  it("talks until the goal is over, with each beat at its turn, then probes, then a last word", () => {
    const script = scenario([session("s1", { goal: goal(), beats: [beat(3), beat(2)], probes: [probe([])] })]);
    expect(played(script, { over: 4 })).toEqual([
      "open s1",
      "goal",
      "beat aside 2",
      "beat aside 3",
      "goal",
      "probe p1",
      "last word",
      "close s1",
      "end",
    ]);
  });

  it("two beats at one turn follow each other", () => {
    const script = scenario([session("s1", { goal: goal(), beats: [beat(2), beat(2, { digress: "and then" })] })]);
    expect(played(script, { over: 3 }).slice(1, 4)).toEqual(["goal", "beat aside 2", "beat and then"]);
  });

  it("beats that the talk did not reach come before the probes", () => {
    const script = scenario([session("s1", { goal: goal(), beats: [beat(9)], probes: [probe([])] })]);
    expect(played(script, { over: 1 }).slice(1, 4)).toEqual(["goal", "beat aside 9", "probe p1"]);
  });

  it("a session without a goal goes straight to beats and probes", () => {
    const script = scenario([session("s1", { beats: [beat(5)], probes: [probe([])] })]);
    expect(played(script)).toEqual(["open s1", "beat aside 5", "probe p1", "last word", "close s1", "end"]);
  });

  it("leaves out beats that do not concern this person", () => {
    const script = scenario([session("s1", { beats: [beat(1), beat(2)] })]);
    expect(played(script, { concerns: ({ turn }) => turn !== 1 })).not.toContain("beat aside 1");
  });

  it("follows up on a probe once at most, and only where the person reacts", () => {
    const probes = [probe([]), probe([], { id: "p2" })];
    const steps = played(scenario([session("s1", { probes })]), { reacts: ["p1"] });
    expect(steps.slice(1, 4)).toEqual(["probe p1", "follow-up p1", "probe p2"]);
    expect(played(scenario([session("s1", { probes })]), { reacts: ["p2"] }).slice(1, 5)).toEqual([
      "probe p1",
      "probe p2",
      "follow-up p2",
      "last word",
    ]);
  });

  it("stops the talk at max turns and still probes", () => {
    const script = scenario([session("s1", { goal: goal(), probes: [probe([])] })], { stop: { max_turns: 3 } });
    expect(played(script)).toEqual(["open s1", "goal", "goal", "goal", "probe p1", "last word", "close s1", "end"]);
  });

  it("goes through the sessions in their order, each from its own first turn", () => {
    const sessions = ["s1", "s2"].map((id) =>
      session(id, { goal: goal(), beats: [beat(1)], probes: [probe([], { id: `p-${id}` })] }),
    );
    const steps = played(scenario(sessions), { over: 2 });
    const half = (id: string) => [`open ${id}`, "beat aside 1", "goal", `probe p-${id}`, "last word", `close ${id}`];
    expect(steps).toEqual([...half("s1"), ...half("s2"), "end"]);
  });
});

describe("the step limit", () => {
  it.each([
    ["a talk that never ends", scenario([session("s1", { goal: goal() })], { stop: { max_turns: 7 } })],
    [
      "every probe repaired, every beat late",
      scenario([
        session("s1", { goal: goal(), beats: [beat(90), beat(91)], probes: [probe([]), probe([], { id: "p2" })] }),
        session("s2", { probes: [probe([], { id: "p3" })] }),
      ]),
    ],
    ["nothing at all", scenario([session("s1")])],
  ])("is above what %s takes, two steps a turn", (_, script) => {
    const steps = played(script, { reacts: ["p1", "p2", "p3"] });
    const turns = steps.filter((step) => !/^(open|close|end)/.test(step)).length;
    expect(stepLimit(script)).toBeGreaterThan(2 * turns + 1);
    expect(stepLimit(script)).toBeLessThan(2 * turns + 80);
  });
});

describe("whether a beat concerns a person", () => {
  const s2 = session("s2");
  const vegan = lived(fact("diet", { is: "vegan" }));

  it.each<[Partial<Beat>, boolean]>([
    [{ digress: "weather" }, true],
    [{ challenge: true }, true],
    [{ script: true }, true],
    [{ disclose: "diet" }, true],
    [{ confides: "tone" }, false],
    [{ retract: "diet" }, true],
    [{ change: "diet" }, false],
  ])("%o: %s", (parts, expected) => {
    expect(concernsPerson({ turn: 1, say: [], ...parts }, s2, vegan)).toBe(expected);
  });

  it("a change is told in the session the scenario names, whenever it happened", () => {
    const drifting = (told: string) =>
      lifeOf(
        person([fact("diet", { is: "omnivore", later: [{ at: "s2", is: "vegan" }] })]),
        scenario([
          session("s1"),
          session("s2", { after: "1d", drift: [{ slot: "diet", told }] }),
          session("s3", { after: "1d" }),
        ]),
      );
    const tells = (told: string, id: string) =>
      concernsPerson({ turn: 1, say: [], change: "diet" }, session(id), drifting(told));
    expect([tells("s2", "s2"), tells("s3", "s2"), tells("s3", "s3")]).toEqual([true, false, true]);
    expect([tells("never", "s2"), tells("by-behaviour", "s2")]).toEqual([false, false]);
  });
});
