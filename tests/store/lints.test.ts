import { describe, expect, it } from "vitest";
import { contradictions } from "../../src/store/lints/contradictions.js";
import { privateInGiven, unsupportedEvidence } from "../../src/store/lints/evidence.js";
import { idleExpectations } from "../../src/store/lints/expectations.js";
import { fewWordings } from "../../src/store/lints/fewWordings.js";
import { headroom } from "../../src/store/lints/headroom.js";
import { hopelessChoices } from "../../src/store/lints/hopeless.js";
import { type Lint, reportOf } from "../../src/store/lints/lint.js";
import { foreignLocales } from "../../src/store/lints/locales.js";
import { measuredTags } from "../../src/store/lints/measures.js";
import { LINTS } from "../../src/store/lints/registry.js";
import { retractions } from "../../src/store/lints/retractions.js";
import { speechless } from "../../src/store/lints/speechless.js";
import { sharedWordings } from "../../src/store/lints/wordings.js";
import { describe as inWords } from "../../src/store/problem.js";
import { loadWorld } from "../../src/store/world.js";
import { projectWith } from "./files.js";

function linted(lint: Lint, files: Record<string, string>): string[] {
  const { world, files: read, problems } = loadWorld(projectWith(files));
  expect(problems.map(inWords)).toEqual([]);
  return lint(
    world,
    reportOf((kind, id) => read.get(`${kind} ${id}`)),
  ).map(inWords);
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
    ["a gap that a person's clause of a dozen words fills", "size: 20", [`${ten} {diet}`]],
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

/** The persona of the project with other facts, documents and examples. */
const ada = (parts: string) => ({
  "personas/ada.yaml": `
schema: dramatis/persona@1
id: ada
name: Ada
segment: planner
provenance: {source: made up, license: MIT, synthetic: true}
${parts}
`,
});
const STYLE = "style: {words_per_turn: [4, 18], formality: 0.5}";
const dinner = (session: string, rest = "") => ({
  "scenarios/dinner.yaml": `
schema: dramatis/scenario@1
id: dinner
title: Dinner
domain: recommendation
situation: {place: Lisbon, at: 2026-06-12T18:00}
catalog: menu
role: a helper
sessions:
  - ${session}
stop: {max_turns: 4}
${rest}
`,
});
const ASK = "ask: [One?, Two?, Three?, Four?]";

describe("choices that are hopeless", () => {
  const vetoed = ada(`facts: [{id: diet, slot: diet, is: vegan, veto: true}]\n${STYLE}`);
  const meatOnly = {
    "scenarios/catalogs/menu.yaml": `
schema: dramatis/catalog@1
id: menu
domain: recommendation
items:
  - {id: steak, name: the steak, kind: dish, attributes: {diet: omnivore}, pitch: [red]}
  - {id: roast, name: the roast, kind: dish, attributes: {diet: omnivore}, pitch: [brown]}
`,
  };
  const goal = dinner(
    "{id: s1, goal: {intent: find, kind: dish, constraints: [diet], requests: [], open: [A?, B?, C?, D?], context: [a, b, c, d]}}",
  );
  const probe = dinner(`{id: s1, probes: [{id: p1, type: apply, kind: dish, slots: [diet], ${ASK}}]}`);

  it.each([
    ["a goal", goal, "sessions[0].goal"],
    ["a probe", probe, "sessions[0].probes[0]"],
  ])("%s that breaks a veto, whatever is taken", (_, script, path) => {
    const [found, ...more] = linted(hopelessChoices, { ...vetoed, ...meatOnly, ...script });
    expect(found).toContain(`warning: ${path}: no item of kind 'dish' is admissible for ada`);
    expect(more).toEqual([]);
  });

  it.each([
    ["an item that fits", { ...vetoed, ...goal }],
    [
      "a wish that is no veto",
      { ...meatOnly, ...goal, ...ada(`facts: [{id: diet, slot: diet, is: vegan}]\n${STYLE}`) },
    ],
    [
      "a veto on another slot",
      {
        ...vetoed,
        ...meatOnly,
        ...dinner(`{id: s1, probes: [{id: p1, type: apply, kind: dish, slots: [budget], ${ASK}}]}`),
      },
    ],
  ])("not with %s", (_, files) => {
    expect(linted(hopelessChoices, files)).toEqual([]);
  });
});

describe("expectations", () => {
  const stated = (expected: string) =>
    dinner(`{id: s1, probes: [{id: p1, type: apply, kind: dish, slots: [diet], expect: {diet: ${expected}}, ${ASK}}]}`);

  it("that are right for nobody are named, with what is right", () => {
    const [found] = linted(idleExpectations, stated("update"));
    expect(found).toMatch(
      /^scenarios\/dinner\.yaml:\d+:\d+ error: sessions\[0\]\.probes\[0\]\.expect\.diet: 'update' is right for nobody/,
    );
    expect(found).toContain("what is computed: ask");
  });

  it("that are right for someone are fine", () => {
    expect(linted(idleExpectations, stated("ask"))).toEqual([]);
  });
});

describe("evidence", () => {
  const document = (text: string, evidence: string) =>
    ada(
      `facts: [{id: diet, slot: diet, is: vegan}]\n${STYLE}\ndocuments: [{id: note, kind: note, date: 2026-01-01, split: given, text: "${text}", evidence: [${evidence}]}]`,
    );

  it.each<[string, string, string, string | null]>([
    ["whose quote is in the text", "I live on leaves.", "{fact: diet, quote: on leaves, form: stated}", null],
    [
      "whose quote is not",
      "I live on roots.",
      "{fact: diet, quote: on leaves, form: stated}",
      "error: documents[0].evidence[0]: the quote for 'diet' is not in the text",
    ],
    ["without a quote, in words of the slot", "There are only plants for me.", "{fact: diet, form: stated}", null],
    [
      "without a quote or a word",
      "I live on roots.",
      "{fact: diet, form: stated}",
      "warning: documents[0].evidence[0]: no word of 'diet' in the text",
    ],
  ])("%s", (_, text, evidence, said) => {
    const found = linted(unsupportedEvidence, document(text, evidence));
    if (said === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(said)]);
  });
});

describe("private facts", () => {
  const kept = (rest: string) => ada(`facts: [{id: diet, slot: diet, is: vegan, disclose: private}]\n${rest}`);
  const document = (split: string, text: string) =>
    kept(`${STYLE}\ndocuments: [{id: note, kind: note, date: 2026-01-01, split: ${split}, text: "${text}"}]`);

  it.each<[string, Record<string, string>, string | null]>([
    [
      "in a given document",
      document("given", "Only plants for me, please."),
      "documents[0].text: gives away the private fact 'diet'",
    ],
    [
      "in an example of speech",
      kept("style: {words_per_turn: [4, 18], formality: 0.5, examples: ['no animals, thanks']}"),
      "style.examples[0]: gives away the private fact 'diet'",
    ],
    [
      "in a given document, and where",
      document("given", "Good morning. Only plants for me."),
      "gives away the private fact 'diet' by 'only plants'",
    ],
    [
      "in the end of one sentence and the beginning of the next",
      document("given", "Ask me for water only. Plants are on the sill."),
      null,
    ],
    ["in a document held out", document("held-out", "Only plants for me, please."), null],
    ["in no text", document("given", "A table for two, please."), null],
  ])("%s", (_, files, said) => {
    const found = linted(privateInGiven, files);
    if (said === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(said)]);
  });
});

describe("wordings", () => {
  const value = (lists: string) => ({
    "scenarios/slots/more.yaml": `
- {id: pet, type: enum, about: animals, values: {cat: {${lists}}}}
`,
  });

  it.each([
    [
      "say and match",
      "say: [I keep a cat], write: [feline], match: [keep a cat]",
      "pet.cat: match 'keep a cat' shares its words with 'I keep a cat'",
    ],
    [
      "write and match",
      "say: [meow], write: [feline], match: [a feline friend]",
      "match 'a feline friend' shares its words with 'feline'",
    ],
    ["say and write", "say: [meow], write: [Meow!], match: [tomcat]", "write 'Meow!' shares its words with 'meow'"],
  ])("shared by %s", (_, lists, said) => {
    expect(linted(sharedWordings, value(lists))).toEqual([expect.stringContaining(said)]);
  });

  it("share no part of a word", () => {
    expect(linted(sharedWordings, value("say: [category], write: [scatter], match: [cat]"))).toEqual([]);
  });
});

describe("facts nobody can put into words", () => {
  it.each<[string, string, string[]]>([
    ["with a slot that has words", "{id: diet, slot: diet, is: vegan}", []],
    ["with words of their own", "{id: length, slot: length, max: 60, say: [short, brief]}", []],
    ["without weight", "{id: length, slot: length, max: 60, strength: 0}", []],
    ["without words", "{id: length, slot: length, max: 60}", ["warning: facts[0]: nobody can put 'length' into words"]],
  ])("%s", (_, fact, said) => {
    const found = linted(speechless, ada(`facts: [${fact}]\n${STYLE}`));
    expect(found).toEqual(said.map((words) => expect.stringContaining(words)));
  });
});

describe("facts that are taken back", () => {
  it("are told to stay true all the same", () => {
    const [found, ...more] = linted(
      retractions,
      dinner("{id: s1, beats: [{turn: 2, retract: diet, say: [Forget it.]}]}"),
    );
    expect(found).toMatch(
      /^scenarios\/dinner\.yaml:\d+:\d+ warning: sessions\[0\]\.beats\[0\]\.retract: is only spoken/,
    );
    expect(more).toEqual([]);
  });

  it("are no changes", () => {
    expect(linted(retractions, dinner("{id: s1, beats: [{turn: 2, change: diet, say: [Not any more.]}]}"))).toEqual([]);
  });
});

describe("probes of few wordings", () => {
  const asked = (ask: string) =>
    dinner(`{id: s1, probes: [{id: p1, type: apply, kind: dish, slots: [], ask: [${ask}]}]}`);
  const two = (files: Record<string, string>) => ({ ...files, ...ada(STYLE), ...named("bob", ada(STYLE)) });
  const named = (id: string, files: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(files).map(([, text]) => [
        `personas/${id}.yaml`,
        text.replaceAll("ada", id).replaceAll("Ada", id),
      ]),
    );

  it("are told where two people would ask in the same words", () => {
    expect(linted(fewWordings, two(asked("Which?, Which one?")))).toEqual([
      expect.stringContaining("a probe has fewer than 4 wordings in 'ask': p1"),
    ]);
  });

  it("are right for one person, and enough are for two", () => {
    expect(linted(fewWordings, { ...asked("Which?"), ...ada(STYLE) })).toEqual([]);
    expect(linted(fewWordings, two(asked("Which?, Which one?, And which?, So which?")))).toEqual([]);
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
    expect(headroom(world, reportOf(file)).map(inWords)).toEqual([]);
  });

  it("has a probe in every scenario at which nothing personal is relevant", () => {
    const without = Object.values(world.scenarios).filter(
      ({ sessions }) =>
        !sessions.some(({ probes }) => probes.some(({ slots, about }) => slots.length === 0 && about === undefined)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe("a locale", () => {
  const STYLED = "style: {words_per_turn: [4, 18], formality: 0.5}";

  it.each(["", "locale: en-GB\n", "locale: en\n"])("of English is none to talk about: %j", (line) => {
    expect(linted(foreignLocales, ada(`${line}${STYLED}`))).toEqual([]);
  });

  it("of another language promises what nobody keeps", () => {
    expect(linted(foreignLocales, ada(`${STYLED}\nlocale: de-DE`))).toEqual([
      "personas/ada.yaml:8:9 warning: locale: 'de-DE' changes nothing: all people here write English (an English locale such as en-GB says the same without a promise)",
    ]);
  });
});
