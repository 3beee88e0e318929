import { expect, it } from "vitest";
import { ordered } from "../../src/core/ordered.js";

it("orders by code, whatever the locale, and keeps what is equal as it came", () => {
  const pieces = ["b1", "é1", "a1", "B1", "a2", "1"];
  expect(ordered(pieces, (piece) => piece.charAt(0))).toEqual(["1", "B1", "a1", "a2", "b1", "é1"]);
  expect(pieces[0]).toBe("b1");
});
