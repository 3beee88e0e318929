import { setImmediate } from "node:timers/promises";
import { render } from "ink";
import { createElement } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Event } from "../../src/schema/event.js";
import type { Pace } from "../../src/ui/pacing.js";
import { playbillOf } from "../../src/ui/playbill.js";
import { Screen } from "../../src/ui/Screen.js";
import { createStore, type Store } from "../../src/ui/store.js";
import { widthOf } from "../../src/ui/text.js";
import { themeFor } from "../../src/ui/theme.js";
import { openingView } from "../../src/ui/view.js";
import { handClock } from "../support/clock.js";
import { type PlayedRun, playedRun } from "./played.js";
import { type FakeTerminal, fakeTerminal } from "./terminal.js";

const TRIAL = "mara-lindqvist.dinner-lisbon.history.0";
let run: PlayedRun;
beforeAll(async () => {
  run = await playedRun(["mara-lindqvist", "leo-brandt"], ["generic", "history", "oracle"]);
});

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

interface Shown {
  terminal: FakeTerminal;
  store: Store;
  pass(milliseconds: number): Promise<void>;
  /** The frame in rows, without styles. */
  rows(): string[];
  tell(change?: (event: Event) => Event): Promise<void>;
}

async function shown(columns: number, rows: number, pace: Pace = "off"): Promise<Shown> {
  const terminal = fakeTerminal(columns, rows);
  const clock = handClock();
  const scales = [
    { id: "use.applied", direction: "higher" as const },
    { id: "use.adherence", direction: "higher" as const },
    { id: "misuse.stale", direction: "lower" as const },
    { id: "misuse.irrelevant", direction: "lower" as const },
  ];
  const store = createStore(openingView(playbillOf(run.head, run.world, scales), TRIAL, pace, 0), clock, () => {});
  clock.every(100, () => store.dispatch({ type: "tick", now: clock.now() }));
  const screen = createElement(Screen, { store, clock, theme: themeFor(true) });
  const { stdin, stdout } = terminal;
  const ink = render(screen, {
    stdin,
    stdout,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
  });
  endings.push(() => ink.unmount());
  await vi.waitFor(() => expect(terminal.raw()).toBe(true));
  // React draws what a store tells it in the next microtask.
  const pass = async (milliseconds: number) => {
    clock.pass(milliseconds);
    await setImmediate();
  };
  return {
    terminal,
    store,
    pass,
    rows: () => bare(terminal.lastFrame()).split("\n"),
    async tell(change = (event) => event) {
      for (const one of run.told)
        if ("event" in one) store.dispatch({ type: "event", event: change(one.event), now: clock.now() });
        else
          store.dispatch({
            type: "committed",
            trial: { ...one.committed, assistant: one.committed.assistant.id, scores: one.scores },
          });
      await pass(200);
    },
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is taken away is what Ink draws with
const bare = (frame: string) => frame.replace(/\u001b\[[0-9;]*m/g, "");

function expectToFit({ rows, terminal }: Shown): void {
  expect(rows().length).toBeLessThan(terminal.stdout.rows);
  for (const row of rows()) expect(widthOf(row)).toBeLessThanOrEqual(terminal.stdout.columns);
}

const SIZES: [number, number][] = [
  [80, 24],
  [200, 50],
  [60, 15],
  [76, 16],
  [120, 30],
];

describe("frames", () => {
  it.for(SIZES)("fit a terminal of %ix%i from the first to the last, one row to spare", async ([columns, rows]) => {
    const screen = await shown(columns, rows, "read");
    expectToFit(screen);
    await screen.tell();
    for (let second = 0; second < 30; second++) {
      await screen.pass(1000);
      expectToFit(screen);
    }
    for (const frame of screen.terminal.frames()) expect(frame.split("\n").length).toBeLessThan(rows);
  });

  it("show on 80x24 what is played, how far it is, the talk, the scores and the keys", async () => {
    const screen = await shown(80, 24);
    await screen.tell();
    const frame = screen.rows();
    expect(frame[0]).toMatch(/^ dramatis {2}demo {2}━+ {2}6 of 6/);
    expect(frame.slice(1, 3).join(" ").replace(/\s+/g, " ")).toContain(
      "user: rule-based; assistants: rule-based; rule-based players measure selection, not comprehension",
    );
    expect(frame[3]).toMatch(/^━ Trials ━+ ✓\d+.*━ {2}─ Mara · dinner-lisbon · history ─/);
    expect(frame.filter((row) => row.startsWith("❯"))).toEqual([
      expect.stringMatching(/^❯ ✓ Mara dinner-lisbon +history/),
    ]);
    expect(frame.join("\n")).toMatch(/─ Scores so far ─+ 2 persons ─/);
    expect(frame.find((row) => row.includes("applied↑"))).toMatch(/applied↑ adherence↑ stale↓/);
    expect(frame.find((row) => row.startsWith("  oracle"))).toMatch(/^ {2}oracle +1\.00 +\.\d\d +\.00/);
    expect(frame.at(-1)).toMatch(/↑↓ move.*\? keys.*q quit/);
  });

  it("tell speakers apart by name, and mark beats, probes and how they were met", async () => {
    const screen = await shown(200, 50);
    await screen.tell();
    const pages = [screen.rows().join("\n")];
    for (let page = 0; page < 6; page++) {
      const command = { action: "page-up" as const, page: 40, last: 400 };
      screen.store.dispatch({ type: "command", command, now: 0 });
      await screen.pass(100);
      pages.push(screen.rows().join("\n"));
    }
    const talk = pages.join("\n");
    expect(talk).toMatch(/│ Mara {7}\S/);
    expect(talk).toMatch(/│ assistant {2}\S/);
    expect(talk).toMatch(/↳ beat: \w+/);
    expect(talk).toMatch(/◇ probe [\w-]+/);
    expect(talk).toMatch(/right: .*apply/);
    expect(talk).toMatch(/✓ chose .*, (among )?the best/);
  });

  it("adapt while the terminal changes, and say in a line where it is too small", async () => {
    const screen = await shown(80, 24);
    await screen.tell();
    for (const [columns, rows] of [
      [200, 50],
      [60, 15],
      [59, 14],
      [100, 30],
      [80, 14],
      [59, 40],
    ] as const) {
      screen.terminal.resize(columns, rows);
      const small = columns < 60 || rows < 15;
      const notice = `${columns}x${rows} is too small: dramatis needs 60x15; q quits`;
      await vi.waitFor(() => {
        expect(screen.rows()[0]).toMatch(small ? notice : /^ dramatis {2}demo/);
        expect(screen.rows().length).toBe(small ? 1 : rows - 1);
      });
      expectToFit(screen);
    }
  });

  it("show one pane at a time where two have no room, and Tab shows the other", async () => {
    const screen = await shown(60, 15);
    await screen.tell();
    expect(screen.rows().join("\n")).toContain("Trials");
    screen.terminal.press("\t");
    await vi.waitFor(async () => {
      await screen.pass(100);
      expect(screen.rows().join("\n")).not.toContain("Trials");
    });
    expect(screen.rows()[3]).toMatch(/^━ Mara · dinner-lisbon · history ━/);
    expectToFit(screen);
  });

  it("never let what was said control the terminal, whatever its width", async () => {
    const screen = await shown(80, 24);
    const evil = "\u001b[2J\u001b]0;title\u0007\u009b5A鍋を洗う👩\u200d👩\u200d👧\t\r\u202e\u0000 and then a line";
    await screen.tell((event) =>
      event.type === "turn" ? { ...event, turn: { ...event.turn, text: evil.repeat(3) } } : event,
    );
    const { terminal } = screen;
    expect(terminal.lastFrame()).toContain("鍋を洗う👩👩👧");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(bare(terminal.written())).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expectToFit(screen);
  });

  it("know no colour without colour", async () => {
    expect(Object.values(themeFor(false)).some((look) => look.color !== undefined)).toBe(false);
    expect(Object.values(themeFor(true)).some((look) => look.color !== undefined)).toBe(true);
  });

  it("follow the keys: help and back, select, ask before quitting", async () => {
    const screen = await shown(80, 24);
    await screen.tell();
    const press = async (keys: string, until: () => void) => {
      screen.terminal.press(keys);
      await vi.waitFor(async () => {
        await screen.pass(100);
        until();
      });
    };
    await press("?", () => expect(screen.rows()[3]).toMatch(/^━ Keys and symbols/));
    await press("\u001b", () => expect(screen.rows()[3]).toMatch(/Trials/));
    await press("j", () => expect(screen.rows().find((row) => row.startsWith("❯"))).toMatch(/oracle/));
    await press("\u001b[A", () => expect(screen.rows().find((row) => row.startsWith("❯"))).toMatch(/history/));
    await press("q", () => expect(screen.rows().at(-1)).toMatch(/^ Quit\? What is finished is kept\. .*q quit now/));
    expect(screen.store.view().quitting).toBe(false);
    await press("q", () => expect(screen.store.view().quitting).toBe(true));
  });
});
