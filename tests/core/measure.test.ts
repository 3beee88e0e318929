import { describe, expect, it } from "vitest";
import { artifactOf } from "../../src/core/artifact.js";
import { measured, measuredAttributes } from "../../src/core/measure.js";
import { syllableCount } from "../../src/core/measures/readingGrade.js";
import { outcomeOf } from "../../src/core/outcome.js";
import type { Measure } from "../../src/schema/slot.js";
import { item, slot, vocabulary } from "./makers.js";

const VALUES: Partial<Record<Measure, readonly string[]>> = {
  register: ["casual", "neutral", "formal"],
  identifier_case: ["snake", "camel"],
  imports: ["none", "few", "any"],
};
const take = (measure: Measure, text: string) =>
  measured(slot("s", VALUES[measure] ? "enum" : "number", VALUES[measure] ?? [], { measure }), text);

describe("counts", () => {
  it.each<[Measure, string, number]>([
    ["words", "Dear all, the shed is shut on 20 August.", 9],
    ["words", "| What | When |\n|---|---|\n| shut | Thursday |", 4],
    ["words", "I don’t like gluten-free pizza 🍕!", 5],
    ["words", "", 0],
    ["sentences", "One. Two! Three?\nAnd a fourth line\n---", 4],
    ["sentences", "It costs 2.50 in all.", 1],
    ["emoji", "🔒 shut 🔓 open 👩‍🔬🇵🇹 fine ❤️", 5],
    ["emoji", "➜ 1 # © plain", 0],
    ["bullets", "Bring:\n- gloves\n* tea\n• cake\n1. arms\n  2) legs", 5],
    ["bullets", "a - b\n-no space\n2026-06-12\n3.5 hours\n---", 0],
  ])("%s of %j: %d", (measure, text, expected) => {
    expect(take(measure, text)).toBe(expected);
  });
});

describe("reading grade", () => {
  it("is Flesch and Kincaid's", () => {
    // 6 words, 1 sentence, 6 syllables; and the example of 13 words and 24 syllables in Wikipedia's article on the tests
    expect(take("reading_grade", "The cat sat on the mat.")).toBe(-1.4);
    const platypus = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
    expect(take("reading_grade", platypus)).toBe(11.3);
  });

  it("rises with longer sentences and longer words", () => {
    const grades = ["I eat. You eat.", "I eat and you eat.", "I nourish myself considerably and deliberately."];
    const [short, longer, hard] = grades.map((text) => Number(take("reading_grade", text)));
    expect(Number(short) < Number(longer) && Number(longer) < Number(hard)).toBe(true);
  });

  it("cannot be told where there is no word", () => {
    expect(take("reading_grade", "🔒 … ---")).toBeNull();
  });

  it.each([
    ["cat", 1],
    ["the", 1],
    ["creature", 2],
    ["table", 2],
    ["rule", 1],
    ["asked", 1],
    ["wanted", 2],
    ["pages", 2],
    ["times", 1],
    ["nation", 2],
    ["reptilian", 3],
    ["seemingly", 3],
    ["2026", 1],
  ])("%s has %d syllables", (word, expected) => {
    expect(syllableCount(word)).toBe(expected);
  });
});

describe("register", () => {
  const pad = "The shed is closed on Thursday and opens again on Saturday from ten to one.";

  it.each<[string, string | null]>([
    [`Hiya all, it's shut. ${pad} Cheers!`, "casual"],
    [`${pad} Don't come, we're away.`, "casual"],
    [`Good morning. ${pad} Please answer by Tuesday. Regards`, "neutral"],
    [`Dear Sir or Madam. ${pad} I shall be grateful for a reply. Yours sincerely`, "formal"],
    [`Dear all, I hereby give notice. ${pad} It's shut.`, "formal"],
    [`${pad} The hall's caretaker has the shed's key.`, "neutral"],
    [`${pad} It's locked.`, "neutral"],
    ["Hiya, it's shut!", null],
    [`import pandas as pd\n# ${pad} it's don't`, null],
  ])("%j: %s", (text, expected) => {
    expect(take("register", text)).toBe(expected);
  });
});

describe("identifier case", () => {
  it.each<[string, string, string | null]>([
    ["Python names", "total_eur = 0\nfor paid_by in rows:\n    total_eur += 1", "snake"],
    ["TypeScript names", "const totalEur = 0;\nlet paidBy = rows[0];", "camel"],
    ["what others named", "const total_eur = fs.readFileSync(file).toString();", "snake"],
    ["what imports bring", "import { readFileSync, writeFileSync } from 'node:fs';\nconst file_text = 1;", "snake"],
    ["strings and remarks", "const totalEur = 0; // in total_eur\nsay('paid_by and due_on');", "camel"],
    ["a shell's variables", '#!/bin/sh\nbad_rows=$(jq .x "$1")\n[ -n "$bad_rows" ] && echo no', "snake"],
    ["awk within a shell", "awk -F, '\n{ total_cents += $3 }\nEND { print total_cents }\n' list", "snake"],
    ["a sheet's ranges", "E2: =SUM(amount_eur)", "snake"],
    ["the majority", "let total_eur, paidBy, dueOn;", "camel"],
    ["as many of each", "let total_eur, paidBy;", null],
    ["names of one word", "total = rows + 1", null],
    ["classes and constants", "class ReceiptList: MAX_ROWS = 3", null],
    ["options of a command", "mlr --icsv --o-json cat list.csv", null],
  ])("%s", (_, code, expected) => {
    expect(take("identifier_case", code)).toBe(expected);
  });
});

describe("imports", () => {
  it.each<[string, string, string | null]>([
    ["Python's own modules", "import sys, os.path as p\nfrom collections import Counter\nprint(1)", "none"],
    ["one package", "import sys\nfrom tabulate import tabulate", "few"],
    ["a package twice", "import pandas as pd\nfrom pandas.api import types", "few"],
    ["three packages in one line", "import pandas, rich, typer", "any"],
    ["a file of its own", "from .ledger import total\nfrom . import rows", "none"],
    ["code without imports", "def add_up(rows):\n    return sum(rows)", "none"],
    ["Node's own modules", 'import fs from "node:fs";\nimport { join } from "path";', "none"],
    ["two packages", 'import Big from "big.js";\nimport chalk from "chalk";\nimport x from "./x.js";', "few"],
    ["scopes and parts", 'import a from "@scope/one/a";\nimport b from "@scope/one/b";', "few"],
    ["require and import()", 'const a = require("a");\nconst b = await import("b");\nimport "c";', "any"],
    ["a shell", "#!/bin/sh\n# import pandas\njq -s add", null],
    ["a sheet", "E2: =SUM(C2:C400)", null],
    ["prose", "We import coffee from Peru, and from there to Lisbon.", null],
  ])("%s", (_, code, expected) => {
    expect(take("imports", code)).toBe(expected);
  });
});

describe("a slot's measure", () => {
  it("finds nothing for a slot without one, and nothing that is no value of the slot", () => {
    expect(measured(slot("s", "number"), "some words")).toBeNull();
    expect(measured(slot("s", "enum", ["casual", "formal"], { measure: "register" }), "word ".repeat(20))).toBeNull();
    expect(measured(slot("s", "enum", ["short"], { measure: "words" }), "one two")).toBeNull();
  });
});

describe("the artifact of a reply", () => {
  it.each<[string, string, string | null]>([
    ["no fence", "Here you are: nothing.", null],
    ["a fence", "Here:\n```\nDear all\n```\nFine?", "Dear all"],
    ["a fence with a language", "```python\nimport sys\n```", "import sys"],
    ["several", "```\none\n```\nand\n```\ntwo\n```", "one\n\ntwo"],
    ["one that never closes", "```\nDear all,\nwe", "Dear all,\nwe"],
    ["an empty one", "```\n```", ""],
    ["code within a line", "Say ```x``` or `y`.", null],
    ["indented", "  ```sh\n  ls\n  ```", "  ls"],
  ])("%s", (_, text, expected) => {
    expect(artifactOf(text)).toBe(expected);
  });
});

describe("what came out of a reply", () => {
  const slots = vocabulary(
    slot("length", "number", [], { measure: "words" }),
    slot("naming", "enum", ["snake", "camel"], { measure: "identifier_case" }),
    slot("emoji", "number", [], { measure: "emoji" }),
    slot("tone", "enum", ["warm", "direct"]),
  );
  const note = item("note", { length: 50, tone: "warm", naming: "camel" });
  const task = { slots: ["length", "tone"], options: [note] };
  const outcome = (text: string, chosen = true) => outcomeOf(slots, task, chosen ? note : undefined, text);

  it("is what the choice is tagged with, where no text is delivered", () => {
    expect(outcome("I'd take the note.")).toEqual({ length: 50, tone: "warm", naming: "camel" });
    expect(outcome("No idea.", false)).toEqual({});
  });

  it("is what the text measures before what the choice is tagged with", () => {
    expect(outcome("Here:\n```\none two three\n```")).toEqual({ length: 3, tone: "warm", naming: "camel" });
    expect(outcome("```\nbad_rows = total_eur\n```")).toMatchObject({ naming: "snake" });
  });

  it("is measured without a choice too", () => {
    expect(outcome("```\none two three\n```", false)).toEqual({ length: 3 });
  });

  it("is measured on no slot that plays no part", () => {
    expect(outcome("```\n🔒\n```")).not.toHaveProperty("emoji");
    expect(measuredAttributes(slots, ["emoji", "unheard-of"], "🔒")).toEqual({ emoji: 1 });
  });
});
