import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { populatedText, writePopulated } from "../../src/store/populated.js";
import { loadPopulation } from "../../src/store/population.js";
import { REPOSITORY } from "../support/paths.js";
import { WORLD } from "../support/shipped.js";
import { folderWith } from "./files.js";

const made = (population: string, ...ids: string[]) =>
  new Map(ids.map((id) => [`${id}.yaml`, populatedText(population, { id })]));

describe("writing people into a folder", () => {
  it("puts new people in the place of its own earlier ones, and takes away those that are no more", () => {
    const folder = folderWith({ "mine.yaml": "id: mine\n" });
    writePopulated(folder, "town", made("town", "ada", "bo"));
    const { written, removed } = writePopulated(folder, "town", made("town", "ada"));
    expect([written, removed]).toEqual([1, ["bo.yaml"]]);
    expect(readdirSync(folder).sort()).toEqual(["ada.yaml", "mine.yaml"]);
  });

  it("leaves the people of another population alone", () => {
    const folder = folderWith();
    writePopulated(folder, "village", made("village", "ada"));
    writePopulated(folder, "town", made("town", "bo"));
    expect(readdirSync(folder).sort()).toEqual(["ada.yaml", "bo.yaml"]);
  });

  it.for([
    ["somebody else's", "id: ada\n"],
    ["its own, changed by hand", `${populatedText("town", { id: "ada" })}name: Ada\n`],
  ])("refuses to write over a file that is %s, and writes nothing", ([, text]) => {
    const folder = folderWith({ "ada.yaml": text as string });
    expect(() => writePopulated(folder, "town", made("town", "ada", "bo"))).toThrow(
      /ada\.yaml is not as populate wrote it/,
    );
    expect(readFileSync(join(folder, "ada.yaml"), "utf8")).toBe(text);
    expect(readdirSync(folder)).toEqual(["ada.yaml"]);
  });

  it("keeps a file of its own that was changed by hand and is no more among the people", () => {
    const folder = folderWith();
    writePopulated(folder, "town", made("town", "ada", "bo"));
    appendFileSync(join(folder, "bo.yaml"), "name: Bo\n");
    writePopulated(folder, "town", made("town", "ada"));
    expect(existsSync(join(folder, "bo.yaml"))).toBe(true);
  });
});

describe("a population file", () => {
  const town = readFileSync(join(REPOSITORY, "examples/population/town.yaml"), "utf8");
  const problemsOf = (from: string, to: string): string[] => {
    expect(town).toContain(from);
    const folder = folderWith();
    writeFileSync(join(folder, "p.yaml"), town.replace(from, to));
    const read = loadPopulation(join(folder, "p.yaml"), WORLD);
    return "problems" in read ? read.problems.map(({ message }) => message) : [];
  };

  it("is fine as it is shipped", () => {
    expect(problemsOf("count: 48", "count: 49")).toEqual([]);
  });

  it.for([
    [
      "a value that is not in the vocabulary",
      "{transit: 3, car: 2, walking: 1}",
      "{transit: 3, moped: 2}",
      "'moped' is no value of slot 'mobility'",
    ],
    ["a slot that does not exist", "slots: [ingredient, contains]", "slots: [ingredient, remedy]", "no slot 'remedy'"],
    ["an unknown key", "deviation: 0.12", "deviations: 0.12", "unknown key 'deviations'"],
    [
      "a blank that nothing fills",
      "I need it quiet.",
      "I need it quiet, {nobody}.",
      "no list 'nobody' to fill {nobody} in 'I need it quiet, {nobody}.'",
    ],
    [
      "days after the first scenario",
      "2026-04-30",
      "2026-07-30",
      "is not before 2026-05-19T16:30, when the first scenario begins",
    ],
    [
      "words that scorers look for",
      "I need it quiet.",
      "A hushed room.",
      "shares its words with 'hushed', which people say or scorers look for",
    ],
    [
      "words that people say",
      "I need it quiet.",
      "I want to hear my own thoughts.",
      "shares its words with 'I want to hear my own thoughts', which people say or scorers look for",
    ],
    [
      "a row that depends on what is drawn later",
      "{slot: diet, table: {omnivore: 3, halal: 2, pescatarian: 2, vegetarian: 1}}",
      "{slot: diet, table: [{given: {cuisine: indian}, weights: {halal: 1}}, {weights: {omnivore: 1}}]}",
      "depends on 'cuisine', which is not drawn before it",
    ],
    [
      "a row that depends on itself",
      "{given: {diet: halal}, weights: {middle-eastern: 3, indian: 2}}",
      "{given: {cuisine: italian}, weights: {middle-eastern: 3, indian: 2}}",
      "depends on 'cuisine', which is not drawn before it",
    ],
    ["weights of nothing", "{transit: 3, car: 2, walking: 1}", "{transit: 0}", "one of the weights is above 0"],
  ])("is refused with %s", ([, from, to, message]) => {
    expect(problemsOf(from as string, to as string).join("\n")).toContain(message);
  });
});
