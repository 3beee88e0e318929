import { describe, expect, it } from "vitest";
import { drawAt, drawsFor } from "../../src/core/draws.js";
import { knobsOf } from "../../src/core/knobs.js";
import { person } from "./makers.js";

const KEY = "1|mara|dinner|0";
const numbers = (stream: string, count: number, key = KEY) => {
  const draws = drawsFor(key);
  return Array.from({ length: count }, () => draws.number(stream));
};

describe("draws", () => {
  it("are the first 48 bits of SHA-256 of key, stream and index", () => {
    expect(drawAt("1|mara|dinner|0|opening|0")).toBe(0.17745172739730464);
    expect(drawsFor(KEY).number("opening")).toBe(0.17745172739730464);
    expect(drawAt("7|x|0")).toBe(0.2553509743553839);
  });

  it("are the same for the same key, stream and index", () => {
    expect(numbers("opening", 50)).toEqual(numbers("opening", 50));
  });

  it("differ by key, by stream and by index", () => {
    const all = [...numbers("a", 20), ...numbers("b", 20), ...numbers("a", 20, "2|mara|dinner|0")];
    expect(new Set(all).size).toBe(60);
  });

  it("of one stream are not moved by what another draws", () => {
    const alone = numbers("a", 10);
    const draws = drawsFor(KEY);
    const beside = Array.from({ length: 10 }, () => {
      draws.shuffled("b", [1, 2, 3]);
      draws.chance("c", 0.5);
      return draws.number("a");
    });
    expect(beside).toEqual(alone);
  });

  it("are spread evenly over [0, 1): chi-square of 20 bins under 60, where one in 250,000 is above", () => {
    const bins = Array.from({ length: 20 }, () => 0);
    for (const number of numbers("spread", 10_000))
      bins[Math.floor(number * 20)] = (bins[Math.floor(number * 20)] ?? 0) + 1;
    expect(bins.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0)).toBeLessThan(60);
  });

  it("of two streams do not go together", () => {
    const [one, other] = [numbers("one", 10_000), numbers("other", 10_000)];
    const product = one.reduce((sum, number, index) => sum + (number - 0.5) * ((other[index] ?? 0) - 0.5), 0) / 10_000;
    expect(Math.abs(product * 12)).toBeLessThan(0.05);
  });

  it("decide chances, with never and always kept", () => {
    const draws = drawsFor(KEY);
    const share = (probability: number) =>
      Array.from({ length: 2000 }, () => draws.chance(`p${probability}`, probability)).filter(Boolean).length / 2000;
    expect([share(0), share(1)]).toEqual([0, 1]);
    expect(Math.abs(share(0.3) - 0.3)).toBeLessThan(0.05);
  });

  it("pick and shuffle without loss and without touching the list", () => {
    const list = Object.freeze([1, 2, 3, 4, 5]);
    const draws = drawsFor(KEY);
    expect([...draws.shuffled("order", list)].sort()).toEqual([...list]);
    expect(new Set(Array.from({ length: 200 }, () => draws.pick("one", list)))).toEqual(new Set(list));
    expect(drawsFor(KEY).shuffled("order", list)).toEqual(drawsFor(KEY).shuffled("order", list));
  });

  it("shuffle every order equally often", () => {
    const draws = drawsFor(KEY);
    const counts = Map.groupBy(
      Array.from({ length: 6000 }, () => draws.shuffled("order", ["a", "b", "c"]).join("")),
      (order) => order,
    );
    expect(counts.size).toBe(6);
    for (const orders of counts.values()) expect(Math.abs(orders.length - 1000)).toBeLessThan(150);
  });

  it("stay within a range, and leave a number as it is", () => {
    const draws = drawsFor(KEY);
    for (let index = 0; index < 100; index++) {
      const number = draws.within("range", [2, 3]);
      expect(number >= 2 && number < 3).toBe(true);
    }
    expect(draws.within("range", 7)).toBe(7);
    expect(draws.within("range", [4, 4])).toBe(4);
  });
});

describe("knobs", () => {
  const { behaviour } = person([], { behaviour: { patience: [3, 6], disclosure: 0.4 } });

  it("are drawn once per trial, each from a stream of its own", () => {
    const knobs = knobsOf(behaviour, drawsFor(KEY));
    expect(knobs.disclosure).toBe(0.4);
    expect(knobs.patience >= 3 && knobs.patience < 6).toBe(true);
    const { patience: _, ...others } = behaviour;
    expect(knobsOf({ patience: [3, 6], ...others, disclosure: [0, 1] }, drawsFor(KEY)).patience).toBe(knobs.patience);
  });
});
