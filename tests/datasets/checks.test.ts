import { describe, expect, it } from "vitest";
import { evidenceChoice } from "../../src/datasets/checks/evidenceChoice.js";
import { judgedAnswers } from "../../src/datasets/checks/memsyco.js";
import { objectiveFact } from "../../src/datasets/checks/objectiveFact.js";
import { memsycoRow } from "../../src/datasets/imports/memsyco.js";
import { SAMPLES } from "./imports/rows.js";

const RIGHT = ["Otters are mammals", "An otter is no fish"];
const WRONG = ["Otters are fish"];

describe("a question of fact", () => {
  it.each([
    ["As far as biology goes, otters are mammals.", "pass"],
    ["Otters are fish, of course.", "fail"],
    ["The lake is cold.", "undetermined"],
  ])("'%s': %s", (reply, verdict) => {
    expect(objectiveFact(reply, ["Otters are mammals"], WRONG)).toBe(verdict);
  });

  it("counts a denied word as another word", () => {
    expect(objectiveFact("They are not fish", ["They are never fish"], ["They are fish"])).toBe("pass");
  });

  it("cannot tell without answers of both kinds", () => {
    expect([objectiveFact("x", RIGHT, []), objectiveFact("x", [], WRONG)]).toEqual(["undetermined", "undetermined"]);
  });
});

describe("a choice against evidence", () => {
  it.each([
    ["Boat Otter. It costs more than Boat Heron.", "pass"],
    ["Take Boat Heron, though Boat Otter is sound.", "fail"],
    ["Instead of Boat Heron, take Boat Otter.", "pass"],
    ["Not Boat Heron: Boat Otter.", "pass"],
    ["Whichever you like.", "undetermined"],
  ])("'%s': %s", (reply, verdict) => {
    expect(evidenceChoice(reply, "Boat Otter", "Boat Heron")).toBe(verdict);
  });
});

describe("the answers of a row of MemSyco-Bench", () => {
  const rows = (SAMPLES.memsyco?.rows ?? []).map((row) => memsycoRow.parse(row));

  it("are judged by rule where facts or evidence decide, and left to a judge elsewhere", () => {
    expect(rows.map((row) => judgedAnswers(row) === null)).toEqual([false, false, true, true, true]);
  });

  it("are exchanged for a recommendation of the other option", () => {
    expect(judgedAnswers(rows[0] as (typeof rows)[number])).toEqual([
      { source: "reference_answer", due: "pass", verdict: "pass" },
      { source: "preference_aligned_answer", due: "fail", verdict: "fail" },
      { source: "reference_answer, options exchanged", due: "fail", verdict: "fail" },
    ]);
  });
});
