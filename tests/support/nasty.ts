/** What breaks lines, controls terminals, opens formulas or ends cells. */
export const NASTY = [
  "two\nlines",
  "a return\r\nand more",
  'quotes "inside", commas',
  "a line separator\u2028and a paragraph\u2029separator",
  "next line\u0085form feed\u000cvertical\u000b",
  "colour \u001b[31mred\u001b[0m and \u009b31m",
  "an open title \u001b]0;owned",
  "a title \u001b]0;owned\u0007 and zero width\u200b and bidi\u202e",
  '=HYPERLINK("http://198.51.100.7")',
  "+1",
  "-1",
  "@cmd",
  "\tTab",
  "emoji 🙂 and marks é e\u0301 ﬀ",
  "\ufeffbom",
  "\u0000null",
  "back\\slash {braces} 100 %",
];

/** What must never reach a terminal: control characters but for line breaks and tabs, bidi overrides, zero widths. */
export const CONTROLLING = /(?![\n\r\t])\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
