import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trialLines } from "../../src/ui/trialLines.js";
import { openingView, type View } from "../../src/ui/view.js";
import { smallBill } from "./smallBill.js";

const people = (count: number) => Array.from({ length: count }, (_, index) => `p${String(index).padStart(3, "0")}`);
const textsOf = (view: View, height: number, columns = 60) =>
  trialLines(view, columns, height).map((line) => line.map(({ text }) => text).join(""));

describe("the list of trials", () => {
  it("shows no trial twice, always the selected one, and as many as there is room for", () => {
    const places = fc.record({
      count: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 3, max: 24 }),
      selected: fc.nat(79),
      front: fc.nat(79),
      browsing: fc.boolean(),
    });
    fc.assert(
      fc.property(places, ({ count, height, selected, front, browsing }) => {
        const trials = 2 * count;
        const opening = openingView(smallBill(people(count)), null, "off", 0);
        const view = { ...opening, browsing, selected: selected % trials, front: front % trials };
        const rows = textsOf(view, height).map((row) => row.slice(2));
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.length).toBe(Math.min(height, trials));
        expect(textsOf(view, height).filter((row) => row.startsWith("❯"))).toHaveLength(1);
      }),
    );
  });

  it("tells repeats apart where an assistant's name is cut", () => {
    const bill = smallBill(["ada"], ["a-very-long-name-of-an-assistant"]);
    const [trial] = bill.plan;
    const plan = [0, 1, 2].map((repeat) => ({ ...(trial as (typeof bill.plan)[0]), id: `t${repeat}`, repeat }));
    const rows = textsOf(openingView({ ...bill, plan }, null, "off", 0), 5);
    expect(rows.map((row) => row.trimEnd().slice(-2))).toEqual([expect.stringContaining("…"), " 2", " 3"]);
  });
});
