import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, unfold } from "../../src/core/fold.js";
import { type Event, event } from "../../src/schema/event.js";
import { trial } from "../../src/schema/trial.js";
import { assistantTurn, ENDED, eventsOfTrial, probeRecord, STARTED, userTurn } from "./events.js";

const STAMP = { schema: "dramatis/event@1", trial: "ada.dinner.generic.0" } as const;
const opened: Event = {
  ...STAMP,
  type: "session.opened",
  session: "s1",
  at: "2026-06-12T18:00",
  drifted: ["budget@s1"],
};
const said = (turn: ReturnType<typeof userTurn> | ReturnType<typeof assistantTurn>): Event => ({
  ...STAMP,
  type: "turn",
  session: "s1",
  turn,
});
const settled = (parts: object = {}): Event => ({
  ...STAMP,
  type: "probe",
  probe: probeRecord("p1", "s1", 0, { reply: 1, ...parts }),
});

describe("fold and unfold", () => {
  it("give back the events of any trial, whole or cut off", () => {
    fc.assert(
      fc.property(eventsOfTrial, (events) => {
        expect(unfold(fold(events))).toEqual(events);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it("make lines that their schemas read back", () => {
    fc.assert(
      fc.property(eventsOfTrial, (events) => {
        const folded = fold(events);
        expect(trial.parse(JSON.parse(JSON.stringify(folded)))).toEqual(folded);
        expect(events.map((one) => event.parse(one))).toEqual(events);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it("keep a probe with its repair after the turns it concerns, before the next", () => {
    const repair = { reply: 3, chosen: "salad", attributes: { diet: "vegan" } };
    const events = [
      STARTED,
      opened,
      said(userTurn(0, { probe: "p1" })),
      said(assistantTurn(1)),
      said(userTurn(2, { probe: "p1" })),
      said(assistantTurn(3)),
      settled({ repair }),
      said(userTurn(4)),
      ENDED,
    ];
    expect(fold(events).probes[0]?.repair).toEqual(repair);
    expect(unfold(fold(events))).toEqual(events);
  });

  it("keep the head, the sessions and the end", () => {
    const folded = fold([STARTED, opened, said(userTurn(0)), ENDED]);
    expect(folded).toMatchObject({ schema: "dramatis/trial@1", id: STAMP.trial, persona: "ada", outcome: "completed" });
    expect(folded.sessions).toMatchObject([{ id: "s1", drifted: ["budget@s1"], end: null }]);
  });

  it.each<[string, Event[]]>([
    ["nothing", []],
    ["no start", [opened, ENDED]],
    ["no end", [STARTED, opened]],
  ])("refuse %s", (_, events) => {
    expect(() => fold(events)).toThrow("whole");
  });
});
