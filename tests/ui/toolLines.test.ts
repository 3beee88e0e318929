import { describe, expect, it } from "vitest";
import type { Event } from "../../src/schema/event.js";
import { lineWidth } from "../../src/ui/line.js";
import { nextTurn, pacedFrom } from "../../src/ui/pacing.js";
import { transcriptLines } from "../../src/ui/transcriptLines.js";
import { assistantTurn, STARTED, userTurn } from "../core/events.js";
import { CONTROLLING, NASTY } from "../support/nasty.js";
import { smallBill } from "./smallBill.js";

const STAMP = { schema: "dramatis/event@1", trial: STARTED.trial } as const;
const called = (name: string, args: string, result: string | null): Event => ({
  ...{ ...STAMP, type: "tool", tool: { session: "s1", turn: 1, name, args, result } },
});
const events = (...tools: Event[]): Event[] => [
  ...[STARTED, { ...STAMP, type: "session.opened" as const, session: "s1", at: "2026-06-12T18:00", drifted: [] }],
  { ...STAMP, type: "turn", session: "s1", turn: userTurn(0) },
  ...tools,
  { ...STAMP, type: "turn", session: "s1", turn: assistantTurn(1) },
];
const linesOf = (columns: number, ...tools: Event[]) =>
  transcriptLines(
    { persona: "ada", scenario: "dinner", events: events(...tools), partial: null },
    smallBill(),
    columns,
  );
const textsOf = (columns: number, ...tools: Event[]) =>
  linesOf(columns, ...tools).map((line) =>
    line
      .map(({ text }) => text)
      .join("")
      .trim(),
  );

describe("what an assistant called", () => {
  it("stands faintly before its answer, each call on one line", () => {
    const tools = [called("save", '{"note":"no meat"}', "saved"), called("wait", "{}", null)];
    const lines = textsOf(80, ...tools);
    expect(lines.slice(-3)).toEqual(['· tool save {"note":"no meat"}: saved', "· tool wait {}", "assistant  a1"]);
    expect(
      linesOf(80, ...tools)
        .at(-2)
        ?.at(-1)?.tone,
    ).toBe("faint");
  });

  it.each([30, 60, 120])("is never wider than %i columns, nor controls the terminal", (columns) => {
    for (const text of [...NASTY, "word ".repeat(400)]) {
      for (const line of linesOf(columns, called(text, text, text)))
        expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      expect(textsOf(columns, called(text, text, text)).join("")).not.toMatch(CONTROLLING);
    }
  });

  it("comes with the answer where a talk is shown at reading speed", () => {
    const all = events(called("wait", "{}", null));
    const first = nextTurn(pacedFrom(STARTED.trial, "read", 0), all, 0);
    expect(all[first.shown]?.type).toBe("tool");
    expect(nextTurn(first, all, 0).shown).toBe(all.length);
  });
});
