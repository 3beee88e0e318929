import type { Key } from "ink";
import { describe, expect, it } from "vitest";
import { helpLines } from "../../src/ui/helpLines.js";
import { keyNames } from "../../src/ui/keyNames.js";
import { actionFor, hintsFor, KEYS } from "../../src/ui/keys.js";
import { openingView, type View } from "../../src/ui/view.js";
import { smallBill } from "./smallBill.js";

const running = openingView(smallBill(), "ada.dinner.history.0", "read", 0);
const STATES: Record<string, View> = {
  running,
  unpaced: { ...running, paced: null },
  paused: { ...running, paused: true },
  help: { ...running, help: true },
  asking: { ...running, asking: true },
  over: { ...running, over: true, paced: null },
  "in the talk": { ...running, pane: "transcript" },
};
const NO_KEY = { ctrl: false } as Key;

describe("the table of keys", () => {
  it("has what readers expect of a terminal program", () => {
    const names = KEYS.flatMap(({ keys }) => Object.keys(keys));
    const expected = ["up", "down", "j", "k", "g", "G", "pageup", "pagedown", "tab", "space", "enter", "p", "?", "q"];
    for (const name of [...expected, "escape", "ctrl+c"]) expect(names).toContain(name);
  });

  it.for(Object.entries(STATES))("gives each key one meaning at most: %s", ([, view]) => {
    const valid = KEYS.filter((row) => row.valid(view)).flatMap(({ keys }) => Object.keys(keys));
    expect(valid.length).toBe(new Set(valid).size);
  });

  it.for(Object.entries(STATES))("never quits by Esc, always by Ctrl+C: %s", ([, view]) => {
    expect(actionFor("escape", view)).toBe("back");
    expect(actionFor("ctrl+c", view)).toBe("interrupt");
  });

  it.for(Object.entries(STATES))("gives the footer two to five keys, all of them valid: %s", ([, view]) => {
    const hints = hintsFor(view);
    expect(hints.length).toBeGreaterThanOrEqual(2);
    expect(hints.length).toBeLessThanOrEqual(5);
    for (const { shown } of hints) expect(KEYS.some((row) => row.shown === shown && row.valid(view))).toBe(true);
  });

  it("changes with what can be done", () => {
    const hints = (view: View) => hintsFor(view).map(({ shown, hint }) => `${shown} ${hint}`);
    expect(hints(running)).toEqual(["Space next turn", "Enter let all run", "↑ ↓ k j move", "? keys", "q quit"]);
    expect(hints(STATES.over as View)).toEqual(["Enter leave", "↑ ↓ k j move", "Tab other pane", "? keys", "q quit"]);
    expect(hints(STATES.paused as View)[0]).toBe("p go on");
    expect(hints(STATES.asking as View)).toEqual(["Esc back", "q quit"]);
  });

  it("is all in the help", () => {
    const help = helpLines().map((line) => line.map(({ text }) => text).join(""));
    for (const { shown, meaning } of KEYS)
      expect(help.some((line) => line.includes(shown) && line.includes(meaning))).toBe(true);
  });
});

describe("names of keys", () => {
  it("come from what Ink tells", () => {
    expect(keyNames("", { ...NO_KEY, upArrow: true })).toEqual(["up"]);
    expect(keyNames("c", { ...NO_KEY, ctrl: true })).toEqual(["ctrl+c"]);
    expect(keyNames("G", { ...NO_KEY, shift: true })).toEqual(["G"]);
  });

  it("are parted where several keys come at once", () => {
    expect(keyNames("jj \tq", NO_KEY)).toEqual(["j", "j", "space", "tab", "q"]);
    expect(keyNames("\u0003", NO_KEY)).toEqual(["ctrl+c"]);
  });
});
