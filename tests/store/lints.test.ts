import { describe, expect, it } from "vitest";
import { contradictions } from "../../src/store/lints/contradictions.js";
import { headroom } from "../../src/store/lints/headroom.js";
import type { Lint } from "../../src/store/lints/lint.js";
import { measuredTags } from "../../src/store/lints/measures.js";
import { LINTS } from "../../src/store/lints/registry.js";
import { describe as inWords } from "../../src/store/problem.js";
import { loadWorld } from "../../src/store/world.js";
import { projectWith } from "./files.js";

function linted(lint: Lint, files: Record<string, string>): string[] {
  const { world, files: read, problems } = loadWorld(projectWith(files));
  expect(problems.map(inWords)).toEqual([]);
  return lint(world, (kind, id) => read.get(`${kind} ${id}`)).map(inWords);
}

describe("tags that are measured", () => {
  const slots = {
    "scenarios/slots/more.yaml": `
- {id: size, type: number, about: how long, measure: words}
- id: naming
  type: enum
  about: names
  measure: identifier_case
  values:
    snake: {say: [low], write: [lows], match: [lowest]}
    camel: {say: [humps], write: [hump], match: [humped]}
`,
  };
  const variant = (attributes: string, ...texts: string[]) => ({
    ...slots,
    "scenarios/catalogs/menu.yaml": `
schema: dramatis/catalog@1
id: menu
domain: coding
items:
  - {id: salad, name: the salad, kind: dish, pitch: [green]}
  - {id: steak, name: the steak, kind: dish, pitch: [red]}
  - {id: v, name: v, kind: draft, pitch: [x], attributes: {${attributes}}, text: ${JSON.stringify(texts)}}
`,
  });
  const ten = "one two three four five six seven eight nine ten";

  it.each<[string, string, string[]]>([
    ["a number within a tenth", "size: 11", [ten]],
    ["a gap that is filled later", "size: 10", [`${ten} {diet}`]],
    ["a value", "naming: snake", ["bad_rows = 1"]],
    ["what cannot be told", "naming: camel", ["rows = 1"]],
    ["a slot without a measure", "length: 99", [ten]],
    ["no text at all", "size: 99", []],
  ])("agree: %s", (_, attributes, texts) => {
    expect(linted(measuredTags, variant(attributes, ...texts))).toEqual([]);
  });

  it.each<[string, string, string[], string]>([
    ["a number further off", "size: 12", [ten], "size: is 12, but text 1 of 'v' measures 10"],
    ["a value", "naming: camel", ["bad_rows = 1"], "naming: is camel, but text 1 of 'v' measures snake"],
    ["the second text", "size: 10", [ten, "one two"], "size: is 10, but text 2 of 'v' measures 2"],
  ])("disagree: %s", (_, attributes, texts, said) => {
    const found = linted(measuredTags, variant(attributes, ...texts));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^scenarios\/catalogs\/menu\.yaml:8:\d+ error: items\[2\]\.attributes\./);
    expect(found[0]).toContain(said);
  });
});

describe("contradictions", () => {
  const facts = (list: string) => ({
    "personas/bob.yaml": `
schema: dramatis/persona@1
id: bob
name: Bob
segment: planner
style: {words_per_turn: [4, 18], formality: 0.5}
provenance: {source: made up, license: MIT, synthetic: true}
facts: ${list}
`,
  });

  it.each<[string, string, number]>([
    ["at the same time", "[{id: a, slot: diet, is: vegan}, {id: b, slot: diet, is: omnivore}]", 1],
    [
      "one after the other",
      "[{id: a, slot: diet, is: vegan, until: 2026-01-01}, {id: b, slot: diet, is: omnivore, since: 2026-01-01}]",
      0,
    ],
    [
      "before different readers",
      "[{id: a, slot: diet, is: vegan}, {id: b, slot: diet, is: omnivore, when: {audience: boss}}]",
      0,
    ],
    ["that agree", "[{id: a, slot: length, max: 60}, {id: b, slot: length, min: 50}]", 0],
    ["of numbers", "[{id: a, slot: length, max: 60}, {id: b, slot: length, min: 70}]", 1],
  ])("%s", (_, list, count) => {
    expect(linted(contradictions, facts(list))).toHaveLength(count);
  });
});

describe("what is shipped", () => {
  const { world, files, problems } = loadWorld(".");
  const file = (kind: string, id: string) => files.get(`${kind} ${id}`);

  it("loads and lints without errors", () => {
    const found = [...problems, ...LINTS.flatMap((lint) => lint(world, file))];
    expect(found.filter(({ severity }) => severity === "error").map(inWords)).toEqual([]);
  });

  it("has headroom: no option best for over 40 % of personas, and a gain of .2 by knowing the person", () => {
    expect(headroom(world, file).map(inWords)).toEqual([]);
  });

  it("has a probe in every scenario at which nothing personal is relevant", () => {
    const without = Object.values(world.scenarios).filter(
      ({ sessions }) =>
        !sessions.some(({ probes }) => probes.some(({ slots, about }) => slots.length === 0 && about === undefined)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});
