import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder with some files in it, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A project of one slot, one persona, one scenario and its catalog, with some files put in their place. */
export function projectWith(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ ...PROJECT, ...files });
}

const PROJECT = {
  "scenarios/slots/all.yaml": `
- id: diet
  type: enum
  about: what is eaten
  values:
    vegan: {say: [no animals], write: [only plants], match: [plant-based]}
    omnivore: {say: [I eat it all], write: [all is food], match: [meat-eater]}
- id: budget
  type: ordinal
  about: what may be spent
  values:
    low: {say: [cheap], write: [coins], match: [low-cost]}
    high: {say: [dear], write: [notes], match: [premium]}
- {id: length, type: number, unit: words, about: how long}
`,
  "scenarios/catalogs/menu.yaml": `
schema: dramatis/catalog@1
id: menu
domain: recommendation
requests:
  address: {ask: [Where is it?, And where?], cues: [street]}
items:
  - {id: salad, name: the salad, kind: dish, attributes: {diet: vegan}, pitch: [green], details: {address: [Rua 1]}}
  - {id: steak, name: the steak, kind: dish, attributes: {diet: omnivore}, pitch: [red]}
`,
  "scenarios/dinner.yaml": `
schema: dramatis/scenario@1
id: dinner
title: Dinner
domain: recommendation
situation: {place: Lisbon, at: 2026-06-12T18:00}
catalog: menu
role: a helper
sessions:
  - id: s1
    probes:
      - {id: p1, type: apply, kind: dish, slots: [diet], ask: [One?, Two?, Three?, Four?]}
      - {id: p2, type: nothing, ask: [One?, Two?, Three?, Four?]}
stop: {max_turns: 4}
`,
  "personas/ada.yaml": `
schema: dramatis/persona@1
id: ada
name: Ada
segment: planner
facts:
  - {id: diet, slot: diet, is: vegan}
style: {words_per_turn: [4, 18], formality: 0.5}
provenance: {source: made up, license: MIT, synthetic: true}
`,
};
