import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { aligned, cut, drawable, oneLine, padded, widthOf } from "../../src/ui/text.js";
import { wrapped } from "../../src/ui/wrap.js";

const text = fc.string({ unit: "grapheme", maxLength: 80 });

describe("text on a screen", () => {
  it("cannot control the terminal", () => {
    expect(drawable("a\u001b[2Jb\u009b31mc\u0007\u202ed\r")).toBe("abcd");
    expect(oneLine("two\nlines\tand more")).toBe("two lines and more");
  });

  it("has a width that terminals agree on: no joiners, selectors or skin tones", () => {
    expect(drawable("👩\u200d👩\u200d👧 ❤\ufe0f 👍🏽")).toBe("👩👩👧 ❤ 👍");
  });

  it("is cut and filled up by columns, not by characters", () => {
    expect(cut("鍋と包丁", 5)).toBe("鍋と…");
    expect(padded("鍋と包丁", 6)).toBe("鍋と… ");
    expect(aligned("12", 4)).toBe("  12");
    expect(cut("word", 0)).toBe("");
  });

  it("never takes more columns than it is given", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (raw, columns) => {
        expect(widthOf(cut(oneLine(raw), columns))).toBeLessThanOrEqual(columns);
        expect(widthOf(padded(oneLine(raw), columns))).toBe(columns);
      }),
    );
  });

  it("has the width that string-width gives it, also where that is known without asking", () => {
    const signs = fc.constantFrom(..."─━│┈…·✓✗▸○●◆◇↳↑↓❯‖▍éßğ aZ~鍋👍\u0301");
    fc.assert(
      fc.property(fc.string({ unit: signs }), (raw) => {
        expect(widthOf(raw)).toBe(stringWidth(raw));
      }),
    );
    for (let point = 0xc0; point <= 0x24f; point++) expect(stringWidth(String.fromCodePoint(point))).toBe(1);
  });
});

describe("wrapping", () => {
  it("keeps words, indents and newlines", () => {
    expect(wrapped("one two three four", 9)).toEqual(["one two", "three", "four"]);
    expect(wrapped("```\n  indented\n```", 20)).toEqual(["```", "  indented", "```"]);
    expect(wrapped("extraordinary", 5)).toEqual(["extra", "ordin", "ary"]);
  });

  it("loses no word and no line is too long", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 30 }), (raw, columns) => {
        const lines = wrapped(drawable(raw), columns);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(lines.join("").replace(/\s/g, "")).toBe(drawable(raw).replace(/\s/g, ""));
      }),
    );
  });
});
