import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { harmless } from "../../src/core/harmless.js";

const ESC = "\u001b";

describe("text that cannot control a terminal", () => {
  it.each<[string, string, string]>([
    ["colours", `${ESC}[31;1mred${ESC}[0m`, "red"],
    ["cursor and screen", `a${ESC}[2J${ESC}[?25l${ESC}[10;10Hb`, "ab"],
    ["CSI with intermediates", `a${ESC}[0 qb${ESC}[!pc`, "abc"],
    ["CSI as one character", "a\u009b31mb", "ab"],
    ["a CSI that never ends", `a${ESC}[31`, "a31"],
    ["an OSC title ended by BEL", `a${ESC}]0;title\u0007b`, "ab"],
    ["an OSC link ended by ST", `${ESC}]8;;https://x.example${ESC}\\link${ESC}]8;;${ESC}\\`, "link"],
    ["an OSC as one character", "a\u009d0;title\u009cb", "ab"],
    ["an OSC that never ends", `a${ESC}]52;c;aGVsbG8=`, "a"],
    ["DCS", `a${ESC}P1$r0m${ESC}\\b\u0090q\u009cc`, "abc"],
    ["SOS, PM and APC", `a${ESC}Xx${ESC}\\b${ESC}^x${ESC}\\c${ESC}_x${ESC}\\d`, "abcd"],
    ["two-character escapes", `a${ESC}cb${ESC}(0c${ESC}7d`, "abcd"],
    ["an escape within an escape", `a${ESC}${ESC}[31mb`, "ab"],
    ["an escape at the end", `a${ESC}`, "a"],
    ["C0, DEL and C1", "a\u0000\u0007\b\r\u007f\u0085\u008db", "ab"],
    ["bidi marks and overrides", "a\u061c\u200e\u200f\u202a\u202e\u2066\u2069b", "ab"],
    ["zero-width marks", "a\u200b\u2060\ufeffb", "ab"],
  ])("%s", (_, text, expected) => {
    expect(harmless(text)).toBe(expected);
  });

  it("leaves what people write", () => {
    const text = "Olá,\n\t– “naïve” हिन्दी 👩‍🔬 🏚️ ➜ 🏠 [31m (not an escape) ₀";
    expect(harmless(text)).toBe(text);
  });

  it("leaves no control character of anything, and has nothing to do twice", () => {
    const nasty = fc.constantFrom(
      ESC,
      "[",
      "]",
      "P",
      "31m",
      "\u0007",
      "\u009b",
      "\u009d",
      "\\",
      "x",
      "\u202e",
      "\n",
      "0",
    );
    fc.assert(
      fc.property(
        fc.array(nasty).map((parts) => parts.join("")),
        (text) => {
          const left = harmless(text);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be left
          expect(left).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
          expect(harmless(left)).toBe(left);
        },
      ),
      { seed: 1, numRuns: 1000 },
    );
  });
});
