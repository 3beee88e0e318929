import { describe, expect, it } from "vitest";
import type { Event, Outcome } from "../../src/schema/event.js";
import { headLines } from "../../src/ui/headLines.js";
import type { Action } from "../../src/ui/keys.js";
import { duration, secondsLeft } from "../../src/ui/progress.js";
import { reduce, type ViewEvent } from "../../src/ui/reduce.js";
import { doneCount, liveWords, missingTranscript, openingView, shownEvents, type View } from "../../src/ui/view.js";
import { assistantTurn, ENDED, STARTED, userTurn } from "../core/events.js";
import { smallBill } from "./smallBill.js";

const PEOPLE = ["ada", "ben", "cleo"];
const OPENING = "ada.dinner.history.0";
const opened = () => openingView(smallBill(PEOPLE), OPENING, "off", 0);
const paced = () => openingView(smallBill(PEOPLE), OPENING, "read", 0);

const viewAfter = (view: View, ...happened: ViewEvent[]) => happened.reduce(reduce, view);
const tell = (event: Event, trial = OPENING, now = 0): ViewEvent => ({
  type: "event",
  event: { ...event, trial },
  now,
});
const press = (action: Action, now = 0): ViewEvent => ({
  type: "command",
  command: { action, page: 10, last: 30 },
  now,
});
const ended = (outcome: Outcome): Event => ({ ...ENDED, type: "trial.ended", outcome }) as Event;
const said = (text: string, speaker: "user" | "assistant" = "user"): Event => ({
  ...{ schema: "dramatis/event@1", trial: "", type: "turn", session: "s1" },
  turn: speaker === "user" ? userTurn(0, { text }) : assistantTurn(1, { text }),
});

describe("the list of trials", () => {
  it("has each trial waiting, playing, and ended by its outcome", () => {
    const playing = viewAfter(opened(), tell(STARTED));
    expect(playing.rows[1]?.state).toBe("playing");
    const done = viewAfter(playing, tell(said("hello")), tell(ended("simulator_error")));
    expect(done.rows[1]).toEqual({ state: "simulator_error", turns: 1, seen: 3 });
    expect(done.counts).toMatchObject({ waiting: 5, playing: 0, simulator_error: 1 });
    expect(doneCount(done)).toBe(1);
  });

  it("changes nothing for what it does not know or cannot show", () => {
    const view = opened();
    expect(reduce(view, tell(STARTED, "someone.else.0"))).toBe(view);
    expect(reduce(view, { type: "tick", now: 10 })).toBe(view);
    expect(reduce(view, { type: "delta", trial: "ben.dinner.generic.0", speaker: "user", text: "a" })).toBe(view);
  });
});

describe("the talk", () => {
  it("is held for the selected and the paced trial only, however many are played", () => {
    const others = smallBill(PEOPLE).plan.map(({ id }) => id);
    const view = others.reduce((so, id) => viewAfter(so, tell(STARTED, id), tell(said("word"), id)), paced());
    expect(Object.keys(view.transcripts)).toEqual([OPENING]);
    const moved = viewAfter(view, press("last"), { type: "read", trial: "cleo.dinner.history.0", events: [STARTED] });
    expect(Object.keys(moved.transcripts).sort()).toEqual([OPENING, "cleo.dinner.history.0"]);
    const back = viewAfter(moved, press("run-on"), press("first"));
    expect(Object.keys(back.transcripts)).toEqual([]);
  });

  it("is asked for again where a trial is selected whose events went by, until it is whole", () => {
    const view = viewAfter(opened(), tell(STARTED, "ada.dinner.generic.0"), press("up"));
    expect(missingTranscript(view)).toBe("ada.dinner.generic.0");
    const late = viewAfter(view, tell(said("one"), "ada.dinner.generic.0"));
    const half = viewAfter(late, { type: "read", trial: "ada.dinner.generic.0", events: [STARTED] });
    expect(missingTranscript(half)).toBe("ada.dinner.generic.0");
    const whole = viewAfter(half, { type: "read", trial: "ada.dinner.generic.0", events: [STARTED, said("one")] });
    expect(missingTranscript(whole)).toBeNull();
  });

  it("takes no event twice where a read was faster than the telling", () => {
    const trial = "ada.dinner.generic.0";
    const view = viewAfter(opened(), tell(STARTED, trial), press("up"));
    const read = viewAfter(view, { type: "read", trial, events: [STARTED, said("one")] });
    const told = viewAfter(read, tell(said("one"), trial), tell(said("two"), trial));
    expect(shownEvents(told, trial)?.length).toBe(3);
  });

  it("shows words as they are streamed, until they are a turn", () => {
    const streaming = viewAfter(
      opened(),
      tell(STARTED),
      { type: "delta", trial: OPENING, speaker: "assistant", text: "Let " },
      { type: "delta", trial: OPENING, speaker: "assistant", text: "me" },
    );
    expect(liveWords(streaming, OPENING)).toEqual({ speaker: "assistant", text: "Let me" });
    expect(liveWords(viewAfter(streaming, tell(said("Let me see", "assistant"))), OPENING)).toBeNull();
  });
});

describe("keys", () => {
  it("select within the plan", () => {
    expect(viewAfter(opened(), press("up"), press("up")).selected).toBe(0);
    expect(viewAfter(opened(), press("last"), press("down")).selected).toBe(5);
    expect(viewAfter(opened(), press("last"), press("first")).selected).toBe(0);
  });

  it("scroll the talk, and follow its end again from the end", () => {
    const back = viewAfter(opened(), press("page-up"));
    expect(back.top).toBe(20);
    expect(viewAfter(back, press("page-down")).top).toBeNull();
    expect(viewAfter(opened(), press("pane"), press("first")).top).toBe(0);
    expect(viewAfter(back, press("up")).top).toBeNull();
  });

  it("quit a run only when asked twice, and by nothing else in between", () => {
    const asking = viewAfter(opened(), press("quit"));
    expect(asking).toMatchObject({ asking: true, quitting: false });
    expect(viewAfter(asking, press("quit"))).toMatchObject({ asking: false, quitting: true });
    expect(viewAfter(asking, press("back"))).toMatchObject({ asking: false, quitting: false });
    expect(viewAfter(asking, press("down"), press("quit"))).toMatchObject({ asking: true, quitting: false });
  });

  it("interrupt at once, and never quit by going back", () => {
    expect(viewAfter(opened(), press("interrupt")).quitting).toBe(true);
    const back = viewAfter(opened(), press("help"), press("back"), press("back"), press("back"));
    expect(back).toMatchObject({ help: false, quitting: false, left: false });
  });

  it("pause and go on", () => {
    const paused = viewAfter(opened(), press("pause"));
    expect(paused.paused).toBe(true);
    expect(viewAfter(paused, press("pause")).paused).toBe(false);
  });
});

describe("the end", () => {
  const over: ViewEvent = { type: "over", now: 5000 };

  it("comes by itself where nothing is left to show", () => {
    expect(viewAfter(opened(), over).left).toBe(true);
  });

  it("waits for the paced trial, or for Enter", () => {
    const view = viewAfter(paced(), tell(STARTED), tell(said("hello")), tell(ENDED), over);
    expect(view.left).toBe(false);
    expect(viewAfter(view, press("run-on")).left).toBe(true);
    expect(viewAfter(view, { type: "tick", now: 60_000 }).left).toBe(true);
  });

  it("waits for a reader who looks around, until they leave", () => {
    const view = viewAfter(opened(), press("down"), over);
    expect(view.left).toBe(false);
    expect(viewAfter(view, press("leave")).left).toBe(true);
    expect(viewAfter(view, press("quit"))).toMatchObject({ left: true, quitting: false });
  });
});

describe("the rate", () => {
  const ids = smallBill(PEOPLE).plan.map(({ id }) => id);
  const ends = ids.map((id, index) => [tell(STARTED, id), tell(ENDED, id, 1000 * (index + 1))]);
  const tick = (now: number): ViewEvent => ({ type: "tick", now });

  it("is unknown until three trials have ended", () => {
    expect(viewAfter(opened(), ...ends.slice(0, 2).flat(), tick(2000)).rate).toBeNull();
    const known = viewAfter(opened(), ...ends.slice(0, 3).flat(), tick(3000));
    expect(known.rate).toBe(1);
    expect(secondsLeft(known)).toBe(3);
  });

  it("is unknown while paused, and counted anew afterwards", () => {
    const paused = viewAfter(opened(), ...ends.slice(0, 3).flat(), tick(3000), press("pause", 3100), tick(9000));
    expect([paused.rate, secondsLeft(paused)]).toEqual([null, null]);
    const on = [press("pause", 10_000), ...ends.slice(3).flat(), tick(11_500)];
    expect(viewAfter(paused, ...on).rate).toBe(2);
  });
});

describe("a length of time", () => {
  it("is told in the unit that fits", () => {
    expect([0, 8.2, 99.5, 240, 7800].map(duration)).toEqual(["0 s", "9 s", "100 s", "4 min", "2 h 10 min"]);
  });
});

it("after the trials the head says how many votes of a judge are in, until the run is over", () => {
  const judged = viewAfter(opened(), { type: "judged", done: 12, of: 312 });
  const head = (view: View) =>
    headLines(view, 120, 40)[0]
      ?.map(({ text }) => text)
      .join("");
  expect(head(judged)).toContain("judged 12 of 312");
  expect(head(opened())).not.toContain("judged");
  expect(head(viewAfter(judged, { type: "over", now: 5000 }))).toContain("finished in");
});
