import { beforeAll, describe, expect, it } from "vitest";
import type { Event } from "../../src/schema/event.js";
import { playbillOf } from "../../src/ui/playbill.js";
import { reduce } from "../../src/ui/reduce.js";
import { createStore, DRAW_EVERY, type Store } from "../../src/ui/store.js";
import { openingView, shownEvents } from "../../src/ui/view.js";
import { handClock } from "../support/clock.js";
import { eventsOf, type PlayedRun, playedRun } from "./played.js";

const TRIAL = "mara-lindqvist.dinner-lisbon.history.0";
let run: PlayedRun;
let events: Event[];
beforeAll(async () => {
  run = await playedRun(["mara-lindqvist"], ["generic", "history"]);
  events = eventsOf(run, TRIAL);
});

function storeAt(pace: "read" | "slow") {
  const clock = handClock();
  const bill = playbillOf(run.head, run.world, []);
  const store = createStore(openingView(bill, TRIAL, pace, clock.now()), clock, () => {});
  clock.every(100, () => store.dispatch({ type: "tick", now: clock.now() }));
  const tellAll = () => {
    for (const event of events) store.dispatch({ type: "event", event, now: clock.now() });
  };
  return { clock, store, tellAll };
}

const turnsShown = (store: Store) =>
  (shownEvents(store.view(), TRIAL) ?? []).filter(({ type }) => type === "turn").length;
const allTurns = () => events.filter(({ type }) => type === "turn").length;

describe("reading speed", () => {
  it("shows a trial that was played at once in about 25 seconds, turn by turn", () => {
    const { clock, store, tellAll } = storeAt("read");
    tellAll();
    const counts: number[] = [];
    let seconds = 0;
    for (; store.view().paced && seconds < 60; seconds += 0.1) {
      clock.pass(100);
      counts.push(turnsShown(store));
    }
    expect(seconds).toBeGreaterThan(20);
    expect(seconds).toBeLessThan(30);
    expect(counts.at(-1)).toBe(allTurns());
    const steps = counts.slice(1).map((count, index) => count - (counts[index] as number));
    expect(Math.max(...steps)).toBe(1);
  });

  it("is four times slower where asked", () => {
    const { clock, store, tellAll } = storeAt("slow");
    tellAll();
    clock.pass(50_000);
    expect(turnsShown(store)).toBeGreaterThan(0.3 * allTurns());
    expect(turnsShown(store)).toBeLessThan(0.7 * allTurns());
    clock.pass(70_000);
    expect(store.view().paced).toBeNull();
  });

  it("shows how a probe was met together with the reply", () => {
    const { clock, store, tellAll } = storeAt("read");
    tellAll();
    while (store.view().paced) {
      const shown = shownEvents(store.view(), TRIAL) ?? [];
      const next = events[shown.length];
      if (shown.length > 0) expect(["turn", "session.opened", undefined]).toContain(next?.type);
      clock.pass(100);
    }
  });

  it("gives the next turn to Space, everything to Enter, and stands still while paused", () => {
    const { clock, store, tellAll } = storeAt("read");
    const press = (action: "next" | "run-on" | "pause") =>
      store.dispatch({ type: "command", command: { action, page: 1, last: 0 }, now: clock.now() });
    tellAll();
    clock.pass(100);
    const before = turnsShown(store);
    press("next");
    expect(turnsShown(store)).toBe(before + 1);
    press("pause");
    clock.pass(10_000);
    expect(turnsShown(store)).toBe(before + 1);
    press("pause");
    press("run-on");
    expect(turnsShown(store)).toBe(allTurns());
  });

  it("does not wait for words that the reader has already seen streamed", () => {
    const { clock, store } = storeAt("read");
    const turns = events.flatMap((event, index) => (event.type === "turn" ? [index] : []));
    const until = (index: number) => events.slice(0, index);
    for (const event of until(turns[1] as number)) store.dispatch({ type: "event", event, now: clock.now() });
    expect(turnsShown(store)).toBe(1);
    store.dispatch({ type: "delta", trial: TRIAL, speaker: "assistant", text: "Seen" });
    store.dispatch({ type: "event", event: events[turns[1] as number] as Event, now: clock.now() });
    expect(turnsShown(store)).toBe(2);
  });
});

describe("the store", () => {
  it("draws at most every 100 ms, whatever happens, and never misses the last change", () => {
    const { clock, store } = storeAt("read");
    let drawn = 0;
    store.subscribe(() => {
      drawn += 1;
    });
    for (let step = 0; step < 1000; step++) {
      const event = events[step % events.length] as Event;
      store.dispatch({ type: "event", event, now: clock.now() });
      clock.pass(1);
    }
    expect(drawn).toBeLessThanOrEqual(1000 / DRAW_EVERY + 1);
    clock.pass(DRAW_EVERY);
    expect(store.drawn()).toBe(store.view());
  });

  it("draws less often where drawing is slow", () => {
    const { clock, store } = storeAt("read");
    let drawn = 0;
    store.subscribe(() => {
      drawn += 1;
      store.took(20);
    });
    for (let step = 0; step < 3000; step++) {
      store.dispatch({ type: "event", event: events[step % events.length] as Event, now: clock.now() });
      clock.pass(1);
    }
    expect(drawn).toBeGreaterThanOrEqual(9);
    expect(drawn).toBeLessThanOrEqual(11);
  });

  it("hears nothing after it is closed", () => {
    const { store, tellAll } = storeAt("read");
    const before = store.view();
    store.close();
    tellAll();
    expect(store.view()).toBe(before);
  });

  it("reduces a thousand events of a big plan in well under a second", () => {
    const people = Array.from({ length: 2000 }, (_, index) => `p${index}`);
    const bill = playbillOf(run.head, run.world, []);
    const plan = people.map((id) => ({ id, persona: id, scenario: "dinner-lisbon", assistant: "history", repeat: 0 }));
    let view = openingView({ ...bill, plan }, "p0", "read", 0);
    const began = performance.now();
    for (let step = 0; step < 1000; step++) {
      const event = { ...(events[step % events.length] as Event), trial: people[step % people.length] as string };
      view = reduce(view, { type: "event", event, now: step });
    }
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
