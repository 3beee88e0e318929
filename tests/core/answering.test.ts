import { expect, it } from "vitest";
import { answeringOf } from "../../src/core/answering.js";

it.each([
  ["Nobody has told me, I fear.", "declines"],
  ["There is nothing in my memory on it.", "declines"],
  ["Your file is silent there. Is it the fourth?", "declines"],
  ["Your sign must be Pisces.", "states"],
  ["That's Pisces.", "states"],
  ["Pisces.", "states"],
  ["Which one is it?", "silent"],
  ["Thank you for that.", "silent"],
  ["Let's look at the pots on the shelf at the back first.", "silent"],
])("%s", (text, expected) => {
  expect(answeringOf(text)).toBe(expected);
});
