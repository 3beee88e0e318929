import { describe, expect, it } from "vitest";
import { saysNothing } from "../../src/core/saysNothing.js";

describe("a text", () => {
  it.each(["", " \n\t", "\u200b \u2060", "\ufeff", "\u00ad", "\u202e\u200f", "\u3164", "\u2800", "\u0000"])(
    "says nothing where nothing can be seen: %j",
    (text) => expect(saysNothing(text)).toBe(true),
  );

  it.each(["a", ".", "🙂", "e\u0301", "\u200bno\u200b", "不", "ـ"])(
    "says something where a mark can be seen: %j",
    (text) => expect(saysNothing(text)).toBe(false),
  );
});
