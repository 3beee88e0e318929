import { expect, it } from "vitest";
import type { Trial } from "../../src/schema/trial.js";
import { DETERMINISTIC_SCORERS } from "../../src/scorers/registry.js";
import { scoring } from "../../src/scorers/scoring.js";
import { played, WORLD } from "../support/shipped.js";

const whole = await played({ persona: "mara-lindqvist", scenario: "dinner-lisbon", technique: "generic" });
const [first] = whole.sessions as [Trial["sessions"][number]];
const broken: Trial = {
  ...whole,
  ...{ outcome: "assistant_error", failure: { class: "server", message: "500", raw: null }, probes: [] },
  sessions: [{ ...first, turns: first.turns.slice(0, 1), end: null }],
};
const scores = scoring(WORLD, DETERMINISTIC_SCORERS)(broken, null);
const numberOf = (id: string) => scores.find(({ scorer }) => scorer === id)?.value;

it("an assistant that breaks off at its first turn reached nothing, and cost no effort that can be compared", () => {
  expect(numberOf("service.completed")).toBe(0);
  expect(numberOf("service.effort")).toBeNull();
});

it("of a trial that others broke nothing is scored", () => {
  const theirs = scoring(WORLD, DETERMINISTIC_SCORERS)({ ...broken, outcome: "infrastructure_error" }, null);
  expect(theirs.filter(({ value }) => value !== null)).toEqual([]);
});
