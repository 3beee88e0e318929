import { expect, it } from "vitest";
import { parse } from "yaml";
import { withoutStrayInteractions } from "../../src/store/strayInteractions.js";

const items = new Set(["here", "near"]);

it("takes out interactions with items that are not there, and nothing else", () => {
  const text = [
    "id: me   # of all people",
    "interactions:",
    "  - {item: gone, action: chose}   # long ago",
    "  - {item: here, action: rated}   # twice",
    "  - item: far",
    "    action: chose",
    "  - item: near",
    "    action: viewed",
    "",
    "pairs: []",
    "",
  ];
  const kept = text.filter((_, index) => ![2, 4, 5].includes(index));
  expect(withoutStrayInteractions(text.join("\n"), items)).toBe(kept.join("\n"));
});

it("leaves an empty list where none stays", () => {
  const text = "interactions:\n  - {item: gone, action: chose}\n  - {item: far, action: chose}\n\npairs: []\n";
  const left = withoutStrayInteractions(text, items);
  expect(left).toBe("interactions: []\n\npairs: []\n");
  expect(parse(left)).toEqual({ interactions: [], pairs: [] });
});

it("leaves the last line of a file without a newline whole", () => {
  const text = "interactions:\n  - {item: gone, action: chose}\n  - {item: here, action: chose}";
  expect(parse(withoutStrayInteractions(text, items))).toEqual({ interactions: [{ item: "here", action: "chose" }] });
});

it.for(["id: me\n", "interactions: []\n", "interactions:\n  - {item: here, action: chose}\n"])(
  "leaves what has nothing to take out: %j",
  (text) => {
    expect(withoutStrayInteractions(text, items)).toBe(text);
  },
);
