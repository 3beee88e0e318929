import { expect, it } from "vitest";
import { inLocale } from "../../src/users/agenda/locale.js";

const BRITISH =
  "Mum learnt on 22 August 2026 that the grey neighbours apologised; 9 May, two kilometres, 46 euros, no offence.";

it("what is British stays in British English, and wherever no other spelling is usual", () => {
  for (const locale of ["en-GB", "en-IE", "en-AU", "en"]) expect(inLocale(BRITISH, locale)).toBe(BRITISH);
});

it("Americans have their spelling and their dates", () => {
  expect(inLocale(BRITISH, "en-US")).toBe(
    "Mom learned on August 22, 2026 that the gray neighbors apologized; May 9, two kilometers, 46 euros, no offense.",
  );
});

it("words that only look like it stay", () => {
  const same = "The hour of our four metrics, a promise, exercise, a tour, Greyhound, mumbling, centred thought.";
  expect(inLocale(same, "en-US")).toBe(same);
});
