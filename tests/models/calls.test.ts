import { describe, expect, it } from "vitest";
import type { Tool } from "../../src/core/model.js";
import { callsIn } from "../../src/models/calls.js";

const CHOOSE: Tool = {
  name: "choose",
  description: "chooses",
  parameters: { type: "object", properties: { id: { type: "string", enum: ["melro", "tasca"] } }, required: ["id"] },
};
const END: Tool = {
  name: "end_talk",
  description: "ends",
  parameters: {
    type: "object",
    properties: { outcome: { type: "string", enum: ["satisfied", "gave-up"] }, reason: { type: "string" } },
    required: ["outcome", "reason"],
  },
};
const melro = (by: "json" | "printed") => [{ name: "choose", args: { id: "melro" }, by }];

describe("a call in a text", () => {
  it.each<[string, string, string, "json" | "printed"]>([
    ["is a reply by the schema", '{"id": "melro"}', "", "json"],
    ["is JSON after the words", 'Take that.\n{"id": "melro"}', "Take that.", "json"],
    ["is JSON amid the words", 'Take that. {"id": "melro"} Enjoy.', "Take that.\nEnjoy.", "json"],
    ["is fenced", 'Take that.\n```json\n{"id": "melro"}\n```', "Take that.", "json"],
    [
      "is fenced without a language",
      '```\n{"name": "choose", "arguments": {"id": "melro"}}\n```\nTake that.',
      "Take that.",
      "json",
    ],
    ["is named, with arguments", '{"name": "choose", "arguments": {"id": "melro"}}', "", "json"],
    ["is named, with arguments as text", '{"name": "choose", "arguments": "{\\"id\\": \\"melro\\"}"}', "", "json"],
    ["is named, as Llama does", '{"name": "choose", "parameters": {"id": "melro"}}', "", "json"],
    ["is named beside its arguments", '{"tool": "choose", "id": "melro"}', "", "json"],
    ["is a key", '{"choose": {"id": "melro"}}', "", "json"],
    [
      "stands beside a text",
      '{"text": "Take that.", "call": {"name": "choose", "args": {"id": "melro"}}}',
      "Take that.",
      "json",
    ],
    ["has a short name beside a text", '{"text": "Take that.", "choice": "melro"}', "Take that.", "json"],
    ["is almost JSON: single quotes", "Take that. {'id': 'melro'}", "Take that.", "json"],
    ["is almost JSON: a comma too many", '{"id": "melro",}', "", "json"],
    ["is almost JSON: bare keys", "{id: 'melro'}", "", "json"],
    ["is broken off", 'Take that. {"name": "choose", "arguments": {"id": "melro"', "Take that.", "json"],
    [
      "is tagged",
      'Take that.\n<tool_call>\n{"name": "choose", "arguments": {"id": "melro"}}\n</tool_call>',
      "Take that.",
      "printed",
    ],
    ["is tagged as Mistral does", '[TOOL_CALLS] [{"name": "choose", "arguments": {"id": "melro"}}]', "", "printed"],
    ["is printed", 'Take that. choose(id="melro")', "Take that.", "printed"],
    ["is printed with its value alone", "choose('melro')", "", "printed"],
    ["is printed with a bare value", "choose(melro)", "", "printed"],
    ["is printed with an object", 'Take that. `choose({"id": "melro"})`', "Take that.", "printed"],
    ["is printed in brackets", '[[call: choose({"id": "melro"})]] Take that.', "Take that.", "printed"],
  ])("%s", (_, text, words, by) => {
    expect(callsIn(text, [CHOOSE, END])).toEqual({ words, calls: melro(by) });
  });

  it.each<[string, string, string, object]>([
    ["a key beside a text", '{"text": "Thanks!", "end": "gave-up"}', "Thanks!", { outcome: "gave-up", reason: "" }],
    [
      "printed",
      "Bye. end_talk(outcome='satisfied', reason=\"found it\")",
      "Bye.",
      { outcome: "satisfied", reason: "found it" },
    ],
    ["printed with less than it needs", "Bye. end_talk(satisfied)", "Bye.", { outcome: "satisfied", reason: "" }],
  ])("may end a talk: %s", (_, text, words, args) => {
    expect(callsIn(text, [END])).toMatchObject({ words, calls: [{ name: "end_talk", args }] });
  });
});

describe("what is no call", () => {
  it.each([
    ["words", "You choose (or not)."],
    ["what is not on offer", 'choose(id="ritz")'],
    ["an object of something else", 'Set {"margin": 3} in the file.'],
    ["braces", "f(x) = {x, y}; a } and a {"],
    ["code", "function choose() { return 1; }"],
    ["JSON without what is needed", '{"reason": "none"}'],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(callsIn(text, [CHOOSE, END])).toEqual({ words: text, calls: [] });
  });

  it("may be words in an object, which are taken out", () => {
    for (const text of ['{"text": "Good evening."}', '```json\n{"text": "Good evening.", "end": null}\n```'])
      expect(callsIn(text, [CHOOSE, END])).toEqual({ words: "Good evening.", calls: [] });
  });

  it("may be long and odd", () => {
    for (const piece of ["{", "}", "{'", '{"a":', "choose(", "```json\n"]) {
      const text = piece.repeat(5_000);
      expect(callsIn(text, [CHOOSE, END]).calls).toEqual([]);
    }
  });
});

it("many blanks before no fence keep nobody waiting", () => {
  const text = `a${" ".repeat(1_000_000)}b`;
  expect(callsIn(text, [CHOOSE])).toEqual({ words: text, calls: [] });
});
