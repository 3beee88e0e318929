import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { later, sessionTimes } from "../../src/core/civilTime.js";

describe("civil time", () => {
  it.each([
    ["2026-06-12T18:00", "30d", "2026-07-12T18:00"],
    ["2026-06-12T18:00", "4h", "2026-06-12T22:00"],
    ["2026-12-31T23:30", "1h", "2027-01-01T00:30"],
    ["2028-02-28", "1d", "2028-02-29T12:00"],
    ["2026-03-28T20:00", "24h", "2026-03-29T20:00"],
    ["2026-06-12T18:00", "0d", "2026-06-12T18:00"],
  ])("%s and %s is %s", (at, after, expected) => {
    expect(later(at, after)).toBe(expected);
  });

  it("gives each session its time, counted from the one before", () => {
    expect(sessionTimes("2026-06-12T18:00", [{}, { after: "30d" }, {}, { after: "2h" }])).toEqual([
      "2026-06-12T18:00",
      "2026-07-12T18:00",
      "2026-07-12T18:00",
      "2026-07-12T20:00",
    ]);
    expect(sessionTimes("2026-06-12", [{ after: "1d" }])).toEqual(["2026-06-13T12:00"]);
  });

  it("is the same in every time zone, also over a change of clocks", () => {
    const script = `
      import { later } from "./src/core/civilTime.ts";
      console.log(later("2026-03-28T20:00", "1d"), later("2026-10-24T20:00", "12h"), new Date(0).getHours());`;
    const [utc, ...others] = ["UTC", "America/New_York", "Europe/Lisbon", "Pacific/Apia"].map((TZ) =>
      execFileSync(process.execPath, ["--input-type=module-typescript", "-e", script], {
        env: { ...process.env, TZ },
        encoding: "utf8",
      }).trim(),
    );
    const times = "2026-03-29T20:00 2026-10-25T08:00";
    expect(utc).toBe(`${times} 0`);
    expect(others.map((line) => line.slice(0, times.length))).toEqual([times, times, times]);
    expect(new Set(others).size).toBeGreaterThan(1);
  });
});
