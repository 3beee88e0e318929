import { Console } from "node:console";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Event } from "../../src/schema/event.js";
import { type RunScreen, runScreen } from "../../src/ui/runScreen.js";
import { handClock } from "../support/clock.js";
import { eventsOf, type PlayedRun, playedRun } from "./played.js";
import { fakeTerminal } from "./terminal.js";

const HISTORY = "mara-lindqvist.dinner-lisbon.history.0";
const GENERIC = "mara-lindqvist.dinner-lisbon.generic.0";
let run: PlayedRun;
beforeAll(async () => {
  // Ink makes a console of its own while it draws; the one that vitest puts in place lacks the constructor.
  Object.assign(console, { Console });
  run = await playedRun(["mara-lindqvist"], ["generic", "history"]);
});

function up(readTrial: (id: string) => Promise<readonly Event[]> = async () => []) {
  const terminal = fakeTerminal(80, 24);
  const clock = handClock();
  const stop = new AbortController();
  const interrupt = vi.fn(() => stop.abort());
  const { head, world } = run;
  const screen: RunScreen = runScreen({
    opening: HISTORY,
    ...{ head, world, scales: [], pace: "off", color: false, clock, readTrial, interrupt, signal: stop.signal },
    ...{ stdin: terminal.stdin, stdout: terminal.stdout },
  });
  onTestFinished(() => screen.close());
  const until = (wanted: () => void | Promise<void>) =>
    vi.waitFor(async () => {
      clock.pass(100);
      await wanted();
    });
  return { terminal, screen, stop, interrupt, until };
}

const ENTER = "\u001b[?1049h";
const LEAVE = "\u001b[?1049l";
const SHOW_CURSOR = "\u001b[?25h";
const first = () => eventsOf(run, HISTORY)[0] as Event;

async function isOpen(gate: Promise<void>): Promise<boolean> {
  return Promise.race([gate.then(() => true), new Promise<boolean>((resolve) => setImmediate(resolve, false))]);
}

describe("the screen of a run", () => {
  it("takes the terminal at once and gives it back when the run is over", async () => {
    const { terminal, screen } = up();
    expect(terminal.raw()).toBe(true);
    expect(terminal.written()).toContain(ENTER);
    expect(await screen.seen()).toBeNull();
    expect(terminal.raw()).toBe(false);
    expect(terminal.written().lastIndexOf(LEAVE)).toBeGreaterThan(terminal.written().lastIndexOf(ENTER));
    expect(terminal.written()).toContain(SHOW_CURSOR);
  });

  it("holds every trial while paused, and none once the run is stopped", async () => {
    const { terminal, screen, stop, until } = up();
    expect(await isOpen(screen.gate(first()))).toBe(true);
    terminal.press("p");
    await until(() => expect(terminal.written()).toContain("paused"));
    const waiting = screen.gate(first());
    expect(await isOpen(waiting)).toBe(false);
    terminal.press("p");
    await waiting;
    terminal.press("p");
    await until(async () => expect(await isOpen(screen.gate(first()))).toBe(false));
    const stopped = screen.gate(first());
    stop.abort();
    await stopped;
    expect(terminal.written()).toContain(LEAVE);
  });

  it("asks for the stop of the run once, and is gone before that", async () => {
    const { terminal, screen, interrupt, until } = up();
    interrupt.mockImplementation(() => expect(terminal.written()).toContain(LEAVE));
    terminal.press("q");
    await until(() => expect(terminal.written()).toContain("Quit?"));
    terminal.press("q");
    await until(() => expect(interrupt).toHaveBeenCalledTimes(1));
    terminal.press("q\u0003");
    screen.event(first());
    expect(await screen.seen()).toBeNull();
    expect(interrupt).toHaveBeenCalledTimes(1);
  });

  it("reads the talk of a trial back when it is selected", async () => {
    const readTrial = vi.fn(async (id: string) => eventsOf(run, id));
    const { terminal, screen, until } = up(readTrial);
    for (const one of run.told) if ("event" in one) screen.event(one.event);
    terminal.press("k");
    await until(() => expect(readTrial).toHaveBeenCalledWith(GENERIC));
    const last = eventsOf(run, GENERIC).findLast((event) => event.type === "turn" && event.turn.speaker === "user");
    const words = last?.type === "turn" ? last.turn.text.split(" ").slice(0, 2).join(" ") : "";
    await until(() => expect(terminal.written()).toContain(words));
    expect(readTrial).toHaveBeenCalledTimes(1);
  });

  it("lives on without a talk that cannot be read", async () => {
    const { terminal, screen, until } = up(async () => {
      throw new Error("the disk is gone");
    });
    for (const one of run.told) if ("event" in one) screen.event(one.event);
    terminal.press("k");
    await until(() => expect(terminal.written()).toContain("cannot be read back"));
    terminal.press("q");
    screen.close();
    expect(await screen.seen()).toBeNull();
  });

  it("gives the terminal back and says why, where drawing breaks; trials go on", async () => {
    const { terminal, screen, until } = up();
    vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => void vi.restoreAllMocks());
    const [started, opened, turn] = eventsOf(run, HISTORY);
    const broken = { ...turn, turn: { ...(turn as Extract<Event, { type: "turn" }>).turn, text: undefined } };
    for (const event of [started, opened, broken]) screen.event(event as Event);
    await until(() => expect(terminal.written()).toContain(LEAVE));
    expect(await isOpen(screen.gate(first()))).toBe(true);
    expect(await screen.seen()).toBeInstanceOf(Error);
    expect(terminal.raw()).toBe(false);
  });
});
