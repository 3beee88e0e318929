import { describe, expect, it } from "vitest";
import { recollectionsOf } from "../../src/assistants/recollections.js";
import { type Example, examplesIn, examplesOf } from "../../src/assistants/refine/examples.js";
import { instructing } from "../../src/assistants/refine/instructed.js";
import { refined, type Ways } from "../../src/assistants/refine/refined.js";
import { type Stated, stating } from "../../src/assistants/refine/stated.js";
import type { Thinking } from "../../src/assistants/technique.js";
import { refine } from "../../src/assistants/techniques/refine.js";
import type { LivedFact } from "../../src/core/life.js";
import type { Question } from "../../src/core/model.js";
import { oneCall } from "../../src/core/usage.js";
import type { UserAct } from "../../src/schema/act.js";
import type { Turn } from "../../src/schema/event.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { fact, lived as livedFacts } from "../core/makers.js";
import { ADA, ALL, DISHES, encounter, LETTERS, NOTHING, SLOTS, stage } from "./stage.js";

const lived = (one: ReturnType<typeof fact>) => livedFacts(one)[0] as LivedFact;
const ITEMS = [...DISHES, ...LETTERS];
const only = (parts: object) => ({ ...NOTHING, ...parts });

/** An example of a dish that was taken, or set aside, with what was said. */
function dish(id: string, liked: boolean, ...told: ReturnType<typeof fact>[]): Example {
  const options = DISHES.map((item) => ({ id: item.id, text: item.name, attributes: item.attributes }));
  return { asked: "What shall I eat?", kind: "dish", options, id, liked, told: told.map((one) => lived(one)) };
}
const conditions = (stated: Stated) => stated.map(({ slot, condition }) => [slot, condition]);

describe("examples", () => {
  const stateOf = (interactions: typeof ADA.interactions, pairs = ADA.pairs) => {
    const one = stage({ persona: { ...ADA, interactions, pairs }, known: ALL });
    return examplesIn(one, recollectionsOf(one));
  };
  const did = (action: string, rating?: number) =>
    ({ item: "green", action, at: "2026-01-01", evidence: [], ...(rating ? { rating } : {}) }) as never;

  it("are what was taken of all that was on offer, or was not wanted; what says neither is none", () => {
    const taken = ["chose", "bought", "skipped", "returned", "viewed"].map((action) => did(action));
    const rated = [1, 2, 3, 4, 5].map((stars) => did("rated", stars));
    const found = stateOf([...taken, ...rated], []);
    expect(found.map(({ liked }) => liked)).toEqual([true, true, false, false, false, false, true, true]);
    expect(found[0]).toMatchObject({ id: "green", kind: "dish", asked: null });
    expect(found[0]?.options.map(({ id }) => id)).toEqual(["green", "truffle", "grill"]);
  });

  it("are pairs too, whose texts are like what is known of them", () => {
    const [pair] = stateOf([]);
    expect(pair).toMatchObject({ asked: "How do you do?", kind: null, id: "chosen", liked: true });
    expect(pair?.options.map(({ attributes }) => attributes)).toEqual([{ register: "formal" }, {}]);
  });

  const session = (...turns: Turn[]) => ({ id: "s1", at: "2026-05-01T10:00", turns, told: new Map() });
  const says = (index: number, ...intents: UserAct["intent"][]) =>
    userTurn(index, { acts: intents.map((intent) => ({ intent })) });
  const offers = (index: number, choice: string | null) => assistantTurn(index, { choice });
  const read = (...turns: Turn[]) => examplesOf(session(...turns), ITEMS).map(({ id, liked }) => [id, liked]);

  it("are offers that the person took or objected to, by their acts", () => {
    expect(
      read(says(0, "open"), offers(1, "grill"), says(2, "correct"), offers(3, "green"), says(4, "accept")),
    ).toEqual([
      ["grill", false],
      ["green", true],
    ]);
    expect(read(says(0, "open"), offers(1, "grill"), says(2, "request"), offers(3, null))).toEqual([]);
  });

  it("are the last offer of a kind and those before it, where a model plays the person", () => {
    expect(read(says(0), offers(1, "grill"), says(2), offers(3, "green"), says(4), offers(5, "frank"))).toEqual([
      ["grill", false],
      ["green", true],
      ["frank", true],
    ]);
  });
});

describe("stated preferences", () => {
  const ways = stating(SLOTS);

  it("are scored by what an assistant would choose by them: of equals it takes any", async () => {
    const examples = [dish("green", true), dish("grill", false)];
    expect(await ways.tried([], examples)).toEqual([1 / 3, 1 - 1 / 3]);
    const vegan = lived(fact("diet", { is: "vegan" }));
    expect(await ways.tried([vegan], examples)).toEqual([1 / 2, 1]);
    const cheap = lived(fact("budget", { is: "low" }));
    expect(await ways.tried([vegan, cheap], examples)).toEqual([1, 1]);
  });

  it("are mended by what the person said, or by one thing that sets apart what they took", async () => {
    const vegan = lived(fact("diet", { is: "vegan" }));
    const mended = await ways.rewritten([vegan], [dish("green", true, fact("budget", { max: "low" }))]);
    expect(mended.map(conditions)).toEqual([
      [
        ["diet", { is: "vegan" }],
        ["budget", { max: "low" }],
      ],
      [
        ["diet", { is: "vegan" }],
        ["budget", { is: "low" }],
      ],
    ]);
  });

  it("rule out what was set aside, and hold one thing of a slot at most", async () => {
    const omnivore = lived(fact("diet", { is: "omnivore" }));
    const mended = await ways.rewritten([omnivore], [dish("grill", false)]);
    expect(mended.map(conditions)).toContainEqual([["diet", { not: "omnivore" }]]);
    expect(mended.every((stated) => new Set(stated.map(({ slot }) => slot)).size === stated.length)).toBe(true);
  });

  it("come, refined, to those that explain all that the person took: the right answer here is cheap and vegan", async () => {
    const examples = [dish("green", true), dish("grill", false), dish("truffle", false)];
    const [best] = await refined([], examples, ways);
    expect(best?.agreement).toEqual([1, 1, 1]);
    expect(new Map(conditions(best?.instruction ?? []) as [string, object][])).toEqual(
      new Map([
        ["diet", { is: "vegan" }],
        ["budget", { is: "low" }],
      ]),
    );
  });
});

describe("the loop", () => {
  /** Instructions are words; each explains the examples that it names. Writing adds the first failure's name. */
  function naming(rounds: number): Ways<string> & { written: string[][] } {
    const written: string[][] = [];
    return {
      ...{ first: "", rounds, written },
      tried: async (words, examples) => examples.map(({ id }) => Number(words.includes(id))),
      async rewritten(words, failures) {
        written.push(failures.map(({ id }) => id));
        return failures.slice(0, 1).map(({ id }) => `${words} ${id}`);
      },
    };
  }
  const examples = ["green", "truffle", "grill"].map((id) => dish(id, true));

  it("writes from the failures of those it keeps, until nothing fails", async () => {
    const ways = naming(9);
    const kept = await refined([], examples, ways);
    expect(kept[0]).toEqual({ instruction: " green truffle grill", agreement: [1, 1, 1] });
    expect(ways.written[0]).toEqual(["green", "truffle", "grill"]);
    expect(kept.length).toBeLessThanOrEqual(4);
  });

  it("goes no further than its rounds, and on from what it kept", async () => {
    const [once] = await refined([], examples, naming(1));
    expect(once?.instruction).toBe(" green");
    const [twice] = await refined([once?.instruction ?? ""], examples, naming(1));
    expect(twice?.instruction).toBe(" green truffle");
  });
});

describe("instructions in words", () => {
  const asked: Question[] = [];
  const PROMPTS = {
    "refine-choose.md": "By: {{instruction}}\n{{examples}}",
    "refine-write.md": "Not: {{instruction}}\n{{failures}}",
  };
  const thinking = (answer: (question: Question) => unknown): Thinking => ({
    prompts: PROMPTS,
    async ask(question) {
      asked.push(question);
      const key = question.required === "write_instructions" ? "instructions" : "letters";
      const calls = [{ name: question.required ?? "", args: { [key]: answer(question) } }];
      return { text: "", calls, usage: oneCall({ input: 1, output: 1 }) };
    },
  });

  it("are tried by one call: the letter of what would be offered in each case", async () => {
    asked.length = 0;
    const examples = [dish("green", true), dish("grill", false), dish("truffle", true)];
    const agreement = await instructing(thinking(() => ["A", "c", "Z"])).tried("Serve leaves.", examples);
    expect(agreement).toEqual([1, 0, 0]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.messages[0]?.content).toContain(
      "By: Serve leaves.\n1. Asked: What shall I eat?\nA: the Green Bowl",
    );
  });

  it("are written from what went wrong: two at most, none empty, none too long", async () => {
    asked.length = 0;
    const ways = instructing(thinking(() => ["", 7, "x".repeat(9000), "Serve leaves.", "Or beans."]));
    const written = await ways.rewritten("", [dish("grill", false)]);
    expect(written).toEqual(["x".repeat(600), "Serve leaves."]);
    expect(asked[0]?.messages[0]?.content).toContain("Not: (none)\n1. ");
    expect(asked[0]?.messages[0]?.content).toContain("The person would not have C.");
  });

  it("survive answers that are no lists", async () => {
    const ways = instructing(thinking(() => "A"));
    expect(await ways.tried("", [dish("green", true)])).toEqual([0]);
    expect(await ways.rewritten("", [dish("green", true)])).toEqual([]);
  });

  it("are what a model is brought at a turn; without examples nothing is asked", async () => {
    asked.length = 0;
    const answer = ({ messages: [first] }: Question) =>
      first?.content.startsWith("Not") ? ["Serve leaves."] : [first?.content.includes("By: Serve") ? "A" : "B"];
    const known = only({ interactions: true });
    const memory = refine.start(stage({ known }), thinking(answer));
    expect(await memory.recall(encounter())).toEqual([
      { id: "instruction", source: "instruction", text: "Serve leaves.", at: null, facts: [] },
    ]);
    const calls = asked.length;
    expect(calls).toBe(3);
    await memory.recall(encounter());
    expect(asked).toHaveLength(calls);
    const empty = refine.start(stage({ known: NOTHING }), thinking(answer));
    expect(await empty.recall(encounter())).toEqual([]);
    expect(asked).toHaveLength(calls);
  });
});

describe("the technique", () => {
  it("brings offline what explains the choices of the kind that is asked for", async () => {
    const known = only({ interactions: true, pairs: true });
    const memory = refine.start(stage({ known }), null);
    const found = await memory.recall(encounter());
    expect(found.map(({ text }) => text)).toContain("prefers budget: low");
    expect(found.every(({ source }) => source === "instruction")).toBe(true);
  });

  it("learns from what the person objected to in a past session, with what they said", async () => {
    const memory = refine.start(stage({ known: NOTHING }), null);
    const turns = [
      userTurn(0, { acts: [{ intent: "open" }] }),
      assistantTurn(1, { choice: "grill" }),
      userTurn(2, { acts: [{ intent: "correct" }], text: "no animals for me" }),
    ];
    const told = new Map([[2, [lived(fact("diet", { is: "vegan", veto: true }))]]]);
    await memory.observe({ id: "s1", at: "2026-05-01T10:00", turns, told });
    const found = await memory.recall(encounter());
    expect(found.map(({ text, facts }) => [text, facts.map(({ id, veto }) => [id, veto])])).toEqual([
      ["prefers diet: vegan", [["diet", true]]],
    ]);
  });
});
