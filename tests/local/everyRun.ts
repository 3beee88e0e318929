import { expect, it } from "vitest";
import { turnsOf } from "../support/talk.js";
import { outcomeTable } from "./outcomeTable.js";
import type { Played } from "./playing.js";

/** What holds of every run that a small model plays, whatever it says. */
export function holdsOfEveryRun(name: string, played: () => Played): void {
  it("comes to its end, which is no fault of the infrastructure", async ({ annotate }) => {
    const { outcome, run, trials } = played();
    await annotate(outcomeTable(name, played()), "table");
    expect([0, 6], outcome.stderr).toContain(outcome.code);
    expect(run.status).toBe("finished");
    expect(trials.map(({ id }) => id)).toEqual(run.plan.map(({ id }) => id));
    for (const one of trials) {
      expect(["completed", "gave-up", "simulator_error"]).toContain(one.outcome);
      expect(one.failure?.class).toBe(one.outcome === "simulator_error" ? "simulator" : undefined);
    }
  });

  it("has turns in their roles, none of them empty", () => {
    for (const turns of played().trials.map(turnsOf)) {
      expect(turns.length).toBeGreaterThanOrEqual(2);
      expect(turns.filter(({ text }) => text.trim() === "")).toEqual([]);
      for (const [at, { speaker }] of turns.entries()) expect(speaker).toBe(at % 2 === 0 ? "user" : "assistant");
    }
  });

  it("counts the tokens of every call, which cost nothing", () => {
    const { trials, journal } = played();
    for (const { id, usage } of trials) {
      const replies = journal.flatMap(({ event }) =>
        event.type === "call" && event.trial === id && event.call.reply ? [event.call.reply.usage] : [],
      );
      const sum = (count: "input" | "cached" | "output") => replies.reduce((total, one) => total + one[count], 0);
      expect(usage).toMatchObject({ calls: replies.length, unreported: 0, usd: 0 });
      expect(usage).toMatchObject({ input: sum("input"), cached: sum("cached"), output: sum("output") });
      expect(usage.calls).toBeGreaterThanOrEqual(2);
      expect(usage.input).toBeGreaterThan(usage.cached);
      expect(usage.output).toBeGreaterThan(0);
    }
  });
}
