import { describe, expect, it } from "vitest";
import { chosenScorers } from "../../src/scorers/chosen.js";
import { drift } from "../../src/scorers/simulator/drift.js";
import { fidelity } from "../../src/scorers/simulator/fidelity.js";
import type { Subject } from "../../src/scorers/subject.js";
import { userTurn } from "../core/events.js";
import { person } from "../core/makers.js";

const fork = (said: number, kept: number, broken = 4 - kept) => ({
  ...{ session: "s1", turn: 2 * said, said, question: "?", answer: "a" },
  kept: Array.from({ length: kept }, (_, at) => `k${at}`),
  broken: Array.from({ length: broken }, (_, at) => `b${at}`),
});
const driftOf = (...forks: ReturnType<typeof fork>[]) => drift.score({ trial: { forks } } as unknown as Subject);

describe("drift", () => {
  it("is the slope of the share kept over the person's turns", () => {
    expect(driftOf(fork(1, 4), fork(5, 2)).value).toBeCloseTo(-0.125, 10);
    expect(driftOf(fork(1, 4), fork(4, 4), fork(8, 4)).value).toBe(0);
    expect(driftOf(fork(1, 4), fork(4, 3), fork(8, 1), fork(16, 0)).value).toBeCloseTo(-0.0670611, 6);
  });

  it("is unknown where fewer than two places were asked at, or nothing is asserted", () => {
    expect(driftOf().value).toBeNull();
    expect(driftOf(fork(4, 2))).toMatchObject({ value: null, reason: expect.stringContaining("fewer than two") });
    expect(driftOf(fork(1, 4), fork(1, 2)).value).toBeNull();
    expect(driftOf(fork(1, 0, 0), fork(4, 0, 0)).value).toBeNull();
  });

  it("shows the answers that broke a trait", () => {
    expect(driftOf(fork(1, 4), fork(4, 3)).evidence).toEqual([{ turn: 8, quote: "a", hit: false }]);
  });
});

describe("fidelity", () => {
  const scored = (persona: ReturnType<typeof person>) =>
    fidelity.score({
      cast: { persona },
      userTurns: [
        userTurn(0, { text: "quiet please", spoken: "model" }),
        userTurn(2, { text: "Quiet please", spoken: "model" }),
        userTurn(4, { text: "Said by the script" }),
      ],
    } as unknown as Subject);

  it("is the share of the model's turns that have every trait", () => {
    expect(scored(person([], { assert: { signature: [{ starts_lower: true }] } }))).toMatchObject({ value: 0.5, n: 2 });
  });

  it("is unknown where nothing is asserted", () => {
    expect(scored(person()).value).toBeNull();
  });
});

describe("scorers of model-played users", () => {
  const ids = (user: "agenda" | "hybrid" | "llm", scorers?: string[]) =>
    chosenScorers({ user, scorers }).map(({ id }) => id);

  it("are left out where rules play, unless they are asked for", () => {
    expect(ids("agenda")).not.toContain("simulator.drift");
    expect(ids("hybrid")).toContain("simulator.drift");
    expect(ids("llm")).toContain("simulator.fidelity");
    expect(ids("agenda", ["simulator.drift"])).toEqual(["simulator.drift"]);
  });
});
