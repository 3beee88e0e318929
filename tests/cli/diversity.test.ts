import { describe, expect, it } from "vitest";
import { diversityFor } from "../../src/cli/diversity.js";

const measure = (name: string) => {
  const found = diversityFor([{ id: "simulator.told" }]).find(({ id }) => id === `simulator.diversity.${name}`);
  if (!found) throw new Error(name);
  return found;
};
const words = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at)).join(" ");
const letters = (at: number) => String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26));

describe("diversity of what a person says", () => {
  it("is looked at where the simulated user is", () => {
    expect(diversityFor([{ id: "use.applied" }])).toEqual([]);
    expect(diversityFor([{ id: "simulator.told" }]).map(({ id }) => id)).toEqual([
      "simulator.diversity.distinct-2",
      "simulator.diversity.mtld",
    ]);
  });

  it("falls where the same is said again and again", () => {
    for (const name of ["distinct-2", "mtld"]) {
      const varied = measure(name).of([words(220, letters)]) as number;
      const same = measure(name).of([words(220, (at) => (at % 2 ? "yes" : "please"))]) as number;
      expect(varied).toBeGreaterThan(same);
    }
    expect(measure("distinct-2").of([words(220, letters)])).toBe(1);
    expect(measure("distinct-2").of([words(200, () => "yes")])).toBeCloseTo(1 / 199, 12);
  });

  it("takes as many words of everybody for distinct-2, and is unknown of fewer", () => {
    const first = words(150, letters);
    const rest = (count: number) => words(count, (at) => letters(at + 150));
    expect(measure("distinct-2").of([first, rest(50), "yes yes yes yes"])).toBe(1);
    expect(measure("distinct-2").of([first, rest(49)])).toBeNull();
    expect(measure("mtld").of([words(99, letters)])).toBeNull();
    expect(measure("mtld").of([words(100, letters)])).toBe(100);
  });
});
