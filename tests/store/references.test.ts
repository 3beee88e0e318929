import { describe, expect, it } from "vitest";
import { describe as inWords } from "../../src/store/problem.js";
import { loadWorld } from "../../src/store/world.js";
import { projectWith } from "./files.js";

const problems = (files: Record<string, string> = {}) => loadWorld(projectWith(files)).problems.map(inWords);

const persona = (parts: string) => ({
  "personas/bob.yaml": `
schema: dramatis/persona@1
id: bob
name: Bob
segment: planner
style: {words_per_turn: [4, 18], formality: 0.5}
provenance: {source: made up, license: MIT, synthetic: true}
${parts}
`,
});
const items = (...list: string[]) => ({
  "scenarios/catalogs/menu.yaml": `
schema: dramatis/catalog@1
id: menu
domain: recommendation
requests: {}
items:
${["{id: salad, name: the salad, kind: dish, attributes: {diet: vegan}, pitch: [x]}", ...list].map((one) => `  - ${one}`).join("\n")}
`,
});
const ASK = "ask: [One?, Two?, Three?, Four?]";
const script = (sessions: string, more = "", catalog = "menu") => ({
  "scenarios/supper.yaml": `
schema: dramatis/scenario@1
id: supper
title: Supper
domain: recommendation
situation: {place: Lisbon, at: 2026-06-12T18:00}
catalog: ${catalog}
role: a helper
${more}
sessions:
${sessions}
stop: {max_turns: 4}
`,
});

describe("what is named but does not exist", () => {
  it("is nothing in a sound project", () => {
    expect(problems()).toEqual([]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a slot of a fact",
      persona("facts: [{id: a, slot: die, is: vegan}]"),
      /bob\.yaml:8:\d+ error: facts\[0\]\.slot: no slot 'die' \(did you mean 'diet'\?\)/,
    ],
    [
      "a value of an enum",
      persona("facts: [{id: a, slot: diet, is: vegn}]"),
      /facts\[0\]\.is: 'vegn' is no value of slot 'diet' \(did you mean 'vegan'\?\)/,
    ],
    [
      "a value of any_of",
      persona("facts: [{id: a, slot: diet, any_of: [vegan, fish]}]"),
      /facts\[0\]\.any_of: 'fish' is no value/,
    ],
    [
      "a word for a number",
      persona("facts: [{id: a, slot: length, max: short}]"),
      /facts\[0\]\.max: 'short' is not a number \(slot 'length' is a number in words\)/,
    ],
    [
      "a bound on an enum",
      persona("facts: [{id: a, slot: diet, max: vegan}]"),
      /facts\[0\]: min and max need an ordinal or a number; slot 'diet' is an enum/,
    ],
    [
      "a value of a change",
      persona("facts: [{id: a, slot: budget, max: high, later: [{at: s2, max: tiny}]}]"),
      /facts\[0\]\.later\[0\]\.max: 'tiny' is no value/,
    ],
    [
      "a fact id twice",
      persona("facts: [{id: a, slot: diet, is: vegan}, {id: a, slot: budget, max: low}]"),
      /facts\[1\]\.id: two facts have the id 'a'/,
    ],
    [
      "a fact of evidence",
      persona(
        "documents: [{id: d, kind: note, date: 2026-01-01, split: given, text: x, evidence: [{fact: dite, form: stated}]}]\nfacts: [{id: diet, slot: diet, is: vegan}]",
      ),
      /documents\[0\]\.evidence\[0\]\.fact: no fact 'dite' \(did you mean 'diet'\?\)/,
    ],
    [
      "an item of an interaction",
      persona("interactions: [{item: sald, action: chose, at: 2026-01-01}]"),
      /interactions\[0\]\.item: no item 'sald' in any catalog \(did you mean 'salad'\?\)/,
    ],
    [
      "an item id twice",
      items("{id: salad, name: other, kind: dish, pitch: [x]}"),
      /items\[1\]\.id: two items have the id 'salad'/,
    ],
    [
      "an item name twice",
      items("{id: green, name: The Salad, kind: dish, pitch: [x]}"),
      /items\[1\]\.name: two items are called 'The Salad'/,
    ],
    [
      "a slot of an attribute",
      items("{id: b, name: b, kind: dish, attributes: {dite: vegan}, pitch: [x]}"),
      /items\[1\]\.attributes\.dite: no slot 'dite'/,
    ],
    [
      "a value of an attribute",
      items("{id: b, name: b, kind: dish, attributes: {diet: [vegan, fish]}, pitch: [x]}"),
      /items\[1\]\.attributes\.diet: 'fish' is no value/,
    ],
    [
      "a slot of a point",
      items("{id: b, name: b, kind: dish, points: {dite: [x]}, pitch: [x]}"),
      /items\[1\]\.points\.dite: no slot/,
    ],
    [
      "a request",
      items("{id: b, name: b, kind: dish, details: {adress: [x]}, pitch: [x]}"),
      /items\[1\]\.details\.adress: no request 'adress' in this catalog/,
    ],
    [
      "a slot that is given away",
      items("{id: b, name: b, kind: dish, reveals: [dite], pitch: [x]}"),
      /items\[1\]\.reveals: no slot 'dite'/,
    ],
    [
      "a slot that is called as every object has one",
      persona("facts: [{id: a, slot: constructor, is: vegan}]"),
      /facts\[0\]\.slot: no slot 'constructor' \(there are: diet/,
    ],
    [
      "a request that is called as every object has one",
      items("{id: b, name: b, kind: dish, details: {constructor: [x]}, pitch: [x]}"),
      /items\[1\]\.details\.constructor: no request 'constructor' in this catalog \(there are none\)/,
    ],
    [
      "a catalog that is called as every object has one",
      script(
        "  - {id: s1, goal: {intent: find, kind: dish, open: [A?, B?, C?, D?], context: [a, b, c, d]}}",
        "",
        "constructor",
      ),
      /catalog: no catalog 'constructor'/,
    ],
    [
      "a catalog",
      script("  - {id: s1}", "", "manu"),
      /supper\.yaml:7:10 error: catalog: no catalog 'manu' \(did you mean 'menu'\?\)/,
    ],
    [
      "a kind",
      script(`  - {id: s1, probes: [{id: p, type: apply, kind: dihs, slots: [diet], ${ASK}}]}`),
      /sessions\[0\]\.probes\[0\]\.kind: no item of kind 'dihs'/,
    ],
    [
      "a slot of a probe",
      script(`  - {id: s1, probes: [{id: p, type: apply, kind: dish, slots: [dite], ${ASK}}]}`),
      /probes\[0\]\.slots: no slot 'dite'/,
    ],
    [
      "a slot asked about",
      script(`  - {id: s1, probes: [{id: p, type: recall, about: dite, ${ASK}}]}`),
      /probes\[0\]\.slots: no slot 'dite'/,
    ],
    [
      "a probe id twice",
      script(
        `  - {id: s1, probes: [{id: p, type: apply, ${ASK}}]}\n  - {id: s2, after: 1d, probes: [{id: p, type: apply, ${ASK}}]}`,
      ),
      /sessions\[1\]\.probes\[0\]\.id: two probes have the id 'p'/,
    ],
    ["a session id twice", script("  - {id: s1}\n  - {id: s1}"), /sessions\[1\]\.id: two sessions have the id 's1'/],
    [
      "a session something is told in",
      script("  - {id: s1}\n  - {id: s2, after: 1d, drift: [{slot: diet, told: s9}]}"),
      /drift\[0\]\.told: no session 's9'/,
    ],
    ["a slot of a beat", script("  - {id: s1, beats: [{turn: 1, disclose: dite}]}"), /beats\[0\]: no slot 'dite'/],
    [
      "a slot of a norm",
      script("  - {id: s1}", "norms: [{slot: dite, is: vegan, because: so}]"),
      /norms\[0\]\.slot: no slot 'dite'/,
    ],
    [
      "a value of a norm",
      script("  - {id: s1}", "norms: [{slot: diet, is: fish, because: so}]"),
      /norms\[0\]\.is: 'fish' is no value/,
    ],
  ])("%s", (_, files, expected) => {
    const found = problems(files);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it("facts, demographics and traits count as facts of evidence", () => {
    const text =
      "documents: [{id: d, kind: note, date: 2026-01-01, split: given, text: x, evidence: [{fact: demographics.country, form: stated}, {fact: traits.mood, form: implied}]}]";
    expect(problems(persona(`demographics: {country: SE}\ntraits: {mood: calm}\n${text}`))).toEqual([]);
  });

  it("documents of one id, also where a fragment brings one, are told apart by nobody", () => {
    const note = (text: string) => `{id: d, kind: note, date: 2026-01-01, split: given, text: ${text}}`;
    const twice = "documents[1].id: two documents have the id 'd' (ids are unique in a persona)";
    const [own, ...rest] = problems(persona(`documents: [${note("x")}, ${note("y")}]`));
    expect(own).toMatch(/^personas\/bob\.yaml:8:80 error: /);
    expect(own).toContain(twice);
    expect(rest).toEqual([]);
    const shared = `schema: dramatis/fragment@1\nid: shared\ndocuments: [${note("y")}]\n`;
    const merged = problems({
      ...persona(`extends: [shared]\ndocuments: [${note("x")}]`),
      "personas/fragments/shared.yaml": shared,
    });
    expect(merged).toHaveLength(1);
    expect(merged[0]).toContain(twice);
  });

  it("a fragment id used twice names both files", () => {
    const text = "schema: dramatis/fragment@1\nid: shared\n";
    expect(problems({ "personas/fragments/a.yaml": text, "personas/fragments/b.yaml": text })).toEqual([
      "personas/fragments/b.yaml:2:5 error: id: the fragment 'shared' is also in personas/fragments/a.yaml (ids are unique)",
    ]);
  });

  it("an id used twice names both files", () => {
    const twin = { "personas/twin.yaml": persona("")["personas/bob.yaml"] };
    expect(problems({ ...persona(""), ...twin })).toEqual([
      "personas/twin.yaml:3:5 error: id: the persona 'bob' is also in personas/bob.yaml (ids are unique)",
    ]);
  });
});

describe("changes between sessions", () => {
  const drifting = (after: string) => script(`  - {id: s1}\n  - {id: s2${after}, drift: [{slot: diet, told: never}]}`);

  it("need time between them: else the change would hold before it happened", () => {
    expect(problems(drifting(", after: 1d"))).toEqual([]);
    for (const at of ["", ", after: 0h"]) {
      const found = problems(drifting(at));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/sessions\[1\]\.drift: .*'s2' begins when the one before does.*\(give it an `after`/);
    }
  });
});

describe("names of items", () => {
  const called = (name: string) => problems(items(`{id: b, name: ${JSON.stringify(name)}, kind: dish, pitch: [x]}`));

  it.each([
    ...["Cafe Luz", "the omelette", "Bread & Butter", "O'Brien's", "Yum!", "Mother-in-law", "Menu (small)"],
    ...["St. Mary's", "Plan A: slow", "Salt, Pepper", "Soup – hot"],
  ])("%s can be heard in a talk", (name) => {
    expect(called(name)).toEqual([]);
  });

  it.each([["?!", "give it a name of words"]])("%s would fall to pieces in a talk", (name, hint) => {
    const found = called(name);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/menu\.yaml:8:\d+ error: items\[1\]\.name: nobody would hear/);
    expect(found[0]).toContain(`(${hint})`);
  });
});

describe("the time between sessions", () => {
  const pause = (after: string, at = "2026-06-12T18:00") =>
    Object.fromEntries(
      Object.entries(script(`  - {id: s1}\n  - {id: s2, after: ${after}}`)).map(([path, text]) => [
        path,
        text.replace("2026-06-12T18:00", at),
      ]),
    );

  it.each(["3650d", "87600h", "0h"])("may be %s", (after) => {
    expect(problems(pause(after))).toEqual([]);
  });

  it.each(["3651d", "87601h", "3000000d", "99999999999d"])("may not be %s", (after) => {
    expect(problems(pause(after))).toEqual([
      "scenarios/supper.yaml:12:21 error: sessions[1].after: must be at most 3650d, which is ten years",
    ]);
  });

  it("may not lead beyond the years that a date can write", () => {
    expect(problems(pause("3000d", "9998-06-12"))).toEqual([
      "scenarios/supper.yaml:12:21 error: sessions[1].after: begins after the year 9999 (let less time pass)",
    ]);
  });
});

it("items of no catalog are told one by one, the way out once", () => {
  const done = ["xyzzy", "plugh", "plover"].map((item) => `{item: ${item}, action: chose, at: 2026-01-01}`);
  const found = problems(persona(`interactions: [${done.join(", ")}]`));
  expect(found).toHaveLength(3);
  expect(found.filter((line) => line.includes("take the entry out if its catalog is not in this folder"))).toEqual([
    found[0],
  ]);
});
