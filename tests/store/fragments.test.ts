import { describe, expect, it } from "vitest";
import { describe as inWords } from "../../src/store/problem.js";
import { loadWorld } from "../../src/store/world.js";
import { projectWith } from "./files.js";

const persona = (parts: string) => `
schema: dramatis/persona@1
id: ada
name: Ada
segment: planner
provenance: {source: made up, license: MIT, synthetic: true}
${parts}
`;
const fragment = (id: string, parts: string) => `schema: dramatis/fragment@1\nid: ${id}\n${parts}\n`;

/** Ada, with what she extends. */
function ada(own: string, fragments: Record<string, string>) {
  const files = Object.entries(fragments).map(([id, parts]) => [`personas/fragments/${id}.yaml`, fragment(id, parts)]);
  const { world, problems } = loadWorld(
    projectWith({ "personas/ada.yaml": persona(own), ...Object.fromEntries(files) }),
  );
  return { ada: world.personas.ada, problems: problems.map(inWords) };
}

const STYLE = "style: {words_per_turn: [4, 18], formality: 0.5}";

describe("extends", () => {
  it("gives a persona what a fragment has", () => {
    const { ada: merged, problems } = ada("extends: [swede]", { swede: `demographics: {country: SE}\n${STYLE}` });
    expect(problems).toEqual([]);
    expect(merged?.demographics).toEqual({ country: "SE" });
    expect(merged?.style).toMatchObject({ formality: 0.5, punctuation: "tidy" });
  });

  it("appends lists without duplicates", () => {
    const { ada: merged, problems } = ada(
      `extends: [eater]\n${STYLE}\nfacts: [{id: diet, slot: diet, is: vegan}, {id: budget, slot: budget, max: low}]`,
      { eater: "facts: [{id: diet, slot: diet, is: vegan}]" },
    );
    expect(problems).toEqual([]);
    expect(merged?.facts.map(({ id }) => id)).toEqual(["diet", "budget"]);
  });

  it("merges mappings key by key, defaults coming last", () => {
    const { ada: merged, problems } = ada("extends: [loose]\nstyle: {words_per_turn: [4, 18], punctuation: none}", {
      loose: "style: {formality: 0.1}",
    });
    expect(problems).toEqual([]);
    expect(merged?.style).toMatchObject({ formality: 0.1, punctuation: "none", casing: "sentence" });
  });

  it("merges several in their order", () => {
    const { ada: merged } = ada(`extends: [one, two]\n${STYLE}`, { one: "traits: {a: x}", two: "traits: {b: y}" });
    expect(merged?.traits).toEqual({ a: "x", b: "y" });
  });

  it("refuses a value given twice, and says how to let one win", () => {
    const { problems } = ada(`extends: [swede]\n${STYLE}\ndemographics: {country: NO}`, {
      swede: "demographics: {country: SE}",
    });
    expect(problems).toEqual([
      "personas/ada.yaml:9:25 error: demographics.country: is also given by swede (add 'demographics.country' to override to let the persona's own value win)",
    ]);
  });

  it("refuses two fragments that clash", () => {
    const { problems } = ada(`extends: [one, two]\n${STYLE}`, { one: "traits: {a: x}", two: "traits: {a: y}" });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("traits.a: is also given by two");
  });

  it("takes the same value twice for no clash", () => {
    const { problems } = ada(`extends: [swede]\n${STYLE}\ndemographics: {country: SE}`, {
      swede: "demographics: {country: SE}",
    });
    expect(problems).toEqual([]);
  });

  it("lets the persona win where it says so, lists included", () => {
    const { ada: merged, problems } = ada(
      `extends: [swede]\noverride: [demographics.country, facts]\n${STYLE}\ndemographics: {country: NO}\nfacts: [{id: budget, slot: budget, max: low}]`,
      { swede: "demographics: {country: SE}\nfacts: [{id: diet, slot: diet, is: vegan}]" },
    );
    expect(problems).toEqual([]);
    expect(merged?.demographics.country).toBe("NO");
    expect(merged?.facts.map(({ id }) => id)).toEqual(["budget"]);
  });

  it("leaves what is no word to the schema", () => {
    const { problems } = ada(`extends: [{toString: 1}]\noverride: [{toString: 1}]\n${STYLE}`, {});
    expect(problems).toEqual([
      "personas/ada.yaml:7:11 error: extends[0]: is a mapping, not text",
      "personas/ada.yaml:8:12 error: override[0]: is a mapping, not text",
    ]);
  });

  it("says which fragments there are", () => {
    const { problems } = ada(`extends: [swed]\n${STYLE}`, { swede: "traits: {a: x}" });
    expect(problems[0]).toContain("extends: no fragment 'swed'");
    expect(problems[0]).toContain("swede");
  });

  it("points at a persona's own line, whatever the fragment brings", () => {
    const facts = "facts:\n  - {id: diet, slot: diet, is: vegan}\n  - {id: budget, slot: budgt, max: low}";
    const { problems } = ada(`extends: [eater]\n${STYLE}\n${facts}`, {
      eater: "facts: [{id: other, slot: diet, not: omnivore}, {id: another, slot: diet, any_of: [vegan]}]",
    });
    expect(problems).toEqual([
      "personas/ada.yaml:11:24 error: facts[1].slot: no slot 'budgt' (did you mean 'budget'?)",
    ]);
  });

  it("keeps notes out of the way", () => {
    const { problems } = ada(`extends: [noted]\n${STYLE}\nx-note: mine`, { noted: "x-note: theirs\ntraits: {a: x}" });
    expect(problems).toEqual([]);
  });
});
