import { describe, expect, it } from "vitest";
import { describe as inWords } from "../../src/store/problem.js";
import { loadSuite } from "../../src/store/suite.js";
import { loadWorld } from "../../src/store/world.js";
import { projectWith } from "./files.js";

const WORDS = {
  techniques: ["generic", "history", "http"],
  scorers: ["use.applied", "use.applied.past", "misuse.leak"],
  scorerWords: ["use", "use.applied", "use.applied.past", "misuse", "misuse.leak"],
  judges: ["overuse"],
};
const GENERIC = "assistants: [{technique: generic}]";
const TWO = "assistants: [{technique: generic}, {technique: history, materials: other-segment}]";

function read(...lines: string[]) {
  const path = "scenarios/one.suite.yaml";
  const root = projectWith({ [path]: ["schema: dramatis/suite@1", "id: one", ...lines, ""].join("\n") });
  return loadSuite(`${root}/${path}`, loadWorld(root).world, WORDS, "one.suite.yaml");
}

function problems(...lines: string[]): string[] {
  const result = read(...lines);
  return "problems" in result ? result.problems.map(inWords) : [];
}

describe("a suite", () => {
  it.each([
    [GENERIC],
    ["assistants: [{technique: generic}, {technique: generic, model: 'openai:x'}, {id: again, technique: generic}]"],
    ["assistants: [{technique: http, model: 'http://a:1/'}, {technique: http, model: 'http://a:2/'}]"],
    [GENERIC, "scorers: [use, misuse.leak]"],
    [GENERIC, "tasks: [{persona: ada, scenario: dinner}]"],
    [TWO, "thresholds: [{scorer: use.applied, assistant: history+other-segment, min: 0.5}]"],
    [TWO, "thresholds: [{scorer: comparison.gain, assistant: history+other-segment, min: 0}]"],
  ])("may say %s %s", (...lines) => {
    expect(problems(...lines)).toEqual([]);
  });

  it.each<[string, string[], string]>([
    [
      "calls no two assistants the same",
      ["assistants: [{technique: generic}, {technique: history}, {technique: generic, memory: own}]"],
      "one.suite.yaml:3:58 error: assistants[2]: two assistants are called 'generic'; an id of its own tells one apart",
    ],
    [
      "calls no assistant by the id of another",
      ["assistants: [{technique: generic}, {id: generic, technique: history}]"],
      "one.suite.yaml:3:36 error: assistants[1]: two assistants are called 'generic'",
    ],
    ["names nobody twice", [GENERIC, "personas: [ada, ada]"], "one.suite.yaml:4:17 error: personas[1]: 'ada' is named"],
    [
      "names no scenario twice",
      [GENERIC, "scenarios: [dinner, dinner]"],
      "one.suite.yaml:4:21 error: scenarios[1]: 'dinner' is named twice",
    ],
    [
      "names nobody in its tasks who is not there",
      [GENERIC, "tasks: [{persona: adda, scenario: dinner}]"],
      "one.suite.yaml:4:19 error: tasks[0].persona: no persona 'adda' (did you mean 'ada'?)",
    ],
    [
      "names no scenario in its tasks that is not there",
      [GENERIC, "tasks: [{persona: ada, scenario: dinners}]"],
      "one.suite.yaml:4:34 error: tasks[0].scenario: no scenario 'dinners' (did you mean 'dinner'?)",
    ],
    [
      "names no task twice",
      [GENERIC, "tasks: [{persona: ada, scenario: dinner}, {persona: ada, scenario: dinner}]"],
      "one.suite.yaml:4:43 error: tasks[1]: 'ada in dinner' is named twice",
    ],
    [
      "has no people beside its tasks",
      [GENERIC, "personas: [ada]", "tasks: [{persona: ada, scenario: dinner}]"],
      "one.suite.yaml:4:11 error: personas: stands beside tasks, which say already who meets what",
    ],
    [
      "has an address for each assistant behind one",
      ["assistants: [{technique: http}]"],
      "one.suite.yaml:3:14 error: assistants[0]: the technique http needs its address as model, such as http://127",
    ],
    [
      "has an address where an address belongs",
      ["assistants: [{technique: http, model: 'openai:x'}]"],
      "one.suite.yaml:3:14 error: assistants[0]: the technique http needs its address as model",
    ],
    [
      "keeps no password in an address",
      ["assistants: [{technique: http, model: 'http://me:sesame@a:1/'}]"],
      "one.suite.yaml:3:14 error: assistants[0]: an address with a user name or a password would be kept in every file",
    ],
    [
      "bounds no assistant it does not play",
      [TWO, "thresholds: [{scorer: use.applied, assistant: history, min: 0.5}]"],
      "one.suite.yaml:4:47 error: thresholds[0].assistant: no assistant 'history' (did you mean 'history+other-segment'?)",
    ],
    [
      "bounds no family, for that is no number",
      [GENERIC, "thresholds: [{scorer: use, assistant: generic, min: 0.5}]"],
      "one.suite.yaml:4:23 error: thresholds[0].scorer: no scorer 'use'",
    ],
    [
      "asks for no more repeats to succeed than there are",
      [GENERIC, "repeats: 2", "thresholds: [{scorer: service.completed.pass^3, assistant: generic, min: 0.5}]"],
      "one.suite.yaml:5:23 error: thresholds[0].scorer: no number 'service.completed.pass^3' (there is: service.completed.pass^k with k from 1 to 2, the repeats of the suite)",
    ],
    [
      "names no scorer that is not",
      [GENERIC, "scorers: [usee]"],
      "one.suite.yaml:4:11 error: scorers[0]: no scorer 'usee' (did you mean 'use'?)",
    ],
  ])("%s", (_, lines, expected) => {
    const found = problems(...lines);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
});
