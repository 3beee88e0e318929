import { expect, it } from "vitest";
import { retryAfterIn } from "../../src/models/retryAfter.js";

const NOW = Date.parse("2026-06-10T12:00:00Z");

it.each<[string, Record<string, string>, number | null]>([
  ["nothing", {}, null],
  ["seconds", { "retry-after": "7" }, 7],
  ["parts of a second", { "retry-after": " 0.5 " }, 0.5],
  ["milliseconds", { "retry-after-ms": "250", "retry-after": "9" }, 0.25],
  ["a date", { "retry-after": "Wed, 10 Jun 2026 12:00:30 GMT" }, 30],
  ["a date that is over", { "retry-after": "Wed, 10 Jun 2026 11:00:00 GMT" }, 0],
  [
    "a date by the server's own clock",
    { date: "Wed, 10 Jun 2026 13:00:00 GMT", "retry-after": "Wed, 10 Jun 2026 13:00:05 GMT" },
    5,
  ],
  ["words", { "retry-after": "later" }, null],
  ["less than nothing", { "retry-after": "-1" }, null],
])("Retry-After may be %s", (_, headers, seconds) => {
  expect(retryAfterIn(new Headers(headers), NOW)).toBe(seconds);
});
