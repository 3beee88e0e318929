import { describe, expect, it } from "vitest";
import { feedbackIn } from "../../src/assistants/preferences/feedback.js";
import { likingOf, shrunk } from "../../src/assistants/preferences/weights.js";
import { worthOfAsking } from "../../src/assistants/preferences/worthOfAsking.js";
import { dot, rewardWeights } from "../../src/assistants/reward/bradleyTerry.js";
import { featuresOf } from "../../src/assistants/reward/features.js";
import { bestOfN } from "../../src/assistants/techniques/bestOfN.js";
import { edits } from "../../src/assistants/techniques/edits.js";
import { preferenceVector } from "../../src/assistants/techniques/preferenceVector.js";
import type { UserAct } from "../../src/schema/act.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { fact, item, person } from "../core/makers.js";
import { serving } from "./serving.js";
import { DISHES, encounter, NOTHING, stage } from "./stage.js";

const does = (intent: UserAct["intent"], more: Partial<UserAct> = {}) => ({ acts: [{ intent, ...more }] });
const rated = (item: string, rating: number) => ({
  ...{ item, action: "rated" as const, rating, at: "2026-01-01", evidence: [] },
});
const pair = (chosen: string, rejected: string) => ({ prompt: "?", chosen, rejected, at: "2026-01-01", evidence: [] });
const ITEMS = new Map(DISHES.map((dish) => [dish.id, dish]));

describe("weights", () => {
  it("are the mean liking, drawn to the level above by the evidence there is", () => {
    const plain = new Map([["leaf", item("leaf", { diet: "vegan" })]]);
    const liked = (times: number) => Array.from({ length: times }, () => ({ item: "leaf", liking: 1 }));
    const above = new Map([["diet=vegan", -0.5]]);
    expect(shrunk(liked(1), plain, above).get("diet=vegan")).toBeCloseTo((1 - 2 * 0.5) / 3, 12);
    expect(shrunk(liked(8), plain, above).get("diet=vegan")).toBeCloseTo((8 - 2 * 0.5) / 10, 12);
  });

  it("share what an item is liked for among its features: no step from there makes the fit better", () => {
    const feedback = [
      { item: "green", liking: 1 },
      { item: "grill", liking: -1 },
      { item: "truffle", liking: 0.5 },
    ];
    const loss = (weights: ReadonlyMap<string, number>) =>
      feedback.reduce((sum, one) => sum + (one.liking - likingOf(ITEMS.get(one.item) as never, weights)) ** 2, 0) +
      2 * [...weights.values()].reduce((sum, weight) => sum + weight ** 2, 0);
    const learned = shrunk(feedback, ITEMS, new Map());
    for (const [feature, weight] of learned)
      for (const step of [-0.01, 0.01])
        expect(loss(new Map([...learned, [feature, weight + step]]))).toBeGreaterThan(loss(learned));
  });

  it("keep what the level above says of features nobody tried", () => {
    expect(shrunk([], ITEMS, new Map([["diet=vegan", 0.7]])).get("diet=vegan")).toBe(0.7);
  });

  it("recover the order of items from noisy likings", () => {
    const truth = new Map([
      ["diet=vegan", 0.9],
      ["diet=omnivore", -0.9],
      ["budget=low", 0.2],
      ["budget=high", -0.2],
    ]);
    const noise = [0.3, -0.2, 0.1, -0.3, 0.2, -0.1];
    const feedback = DISHES.flatMap((dish) =>
      noise.map((off) => ({ item: dish.id, liking: likingOf(dish, truth) + off })),
    );
    const learned = shrunk(feedback, ITEMS, new Map());
    const order = (weights: ReadonlyMap<string, number>) =>
      [...DISHES].sort((one, other) => likingOf(other, weights) - likingOf(one, weights)).map(({ id }) => id);
    expect(order(learned)).toEqual(order(truth));
  });
});

describe("feedback in a talk", () => {
  it("is what the person did about the item before, and nothing else", () => {
    const offered = (index: number, choice: string | null) => assistantTurn(index, { choice });
    const turns = [
      userTurn(0, does("open")),
      offered(1, "grill"),
      userTurn(2, does("correct")),
      offered(3, "truffle"),
      userTurn(4, does("request")),
      offered(5, "green"),
      userTurn(6, does("accept")),
      offered(7, null),
      userTurn(8, does("accept")),
    ];
    expect(feedbackIn(turns)).toEqual([
      { item: "grill", liking: -1 },
      { item: "green", liking: 1 },
    ]);
  });
});

describe("preference-vector", () => {
  const eater = person([fact("diet", { is: "vegan" })], { interactions: [rated("truffle", 5), rated("grill", 1)] });

  it("offers what the person's own ratings speak for, where nothing else tells", async () => {
    for (const seed of ["1", "2", "3", "4"]) {
      const known = { ...NOTHING, interactions: true };
      const { answer } = serving("preference-vector", { persona: eater, known, seed });
      expect((await answer({ purpose: "probe" }, {})).choice).toBe("truffle");
    }
  });

  it("goes by the segment where the person left nothing", () => {
    const memory = preferenceVector.start(stage({ persona: person([]), peers: [{ ...eater, id: "peer" }] }), null);
    const [green, , grill] = DISHES as [(typeof DISHES)[0], unknown, (typeof DISHES)[0]];
    expect(memory.taste?.(green)).toBeGreaterThan(memory.taste?.(grill) ?? 0);
  });

  it("says its largest weights in words, and what it holds as statements with weights", async () => {
    const memory = preferenceVector.start(stage({ persona: eater, known: { ...NOTHING, interactions: true } }), null);
    const texts = (await memory.recall(encounter())).map(({ text }) => text);
    expect(texts).toContain("seems to avoid diet: omnivore (-0.3)");
    expect(memory.learned?.()).toContainEqual(
      expect.objectContaining({ slot: "budget", condition: { is: "high" }, weight: 0.25 }),
    );
  });

  it("learns from how the person takes what is offered", async () => {
    const memory = preferenceVector.start(stage({ persona: person([]), known: NOTHING }), null);
    const [green] = DISHES as [(typeof DISHES)[0]];
    expect(memory.taste?.(green)).toBe(0);
    await memory.recall(
      encounter({}, {}, { turns: [assistantTurn(0, { choice: "green" }), userTurn(1, does("accept"))] }),
    );
    expect(memory.taste?.(green)).toBeGreaterThan(0);
  });
});

describe("a Bradley-Terry reward", () => {
  it("is the prior without pairs, and goes from it towards what was preferred", () => {
    const prior = [0.5, -0.5];
    expect(rewardWeights([], prior)).toEqual(prior);
    const [first, second] = rewardWeights([{ chosen: [0, 1], rejected: [1, 0] }], prior) as [number, number];
    expect(first).toBeLessThan(0.5);
    expect(second).toBeGreaterThan(-0.5);
  });

  it("is the maximum of the posterior: the slope there is zero", () => {
    const pairs = [
      { chosen: [1, 0], rejected: [0, 0.5] },
      { chosen: [0.2, 1], rejected: [1, 0.3] },
      { chosen: [2, 0], rejected: [0, 0] },
    ];
    const prior = [0.1, 0];
    const weights = rewardWeights(pairs, prior);
    const slope = weights.map((weight, at) => {
      const pull = (prior[at] as number) - weight;
      return pairs.reduce((sum, { chosen, rejected }) => {
        const difference = chosen.map((one, place) => one - (rejected[place] as number));
        return sum + (1 - 1 / (1 + Math.exp(-dot(weights, difference)))) * (difference[at] as number);
      }, pull);
    });
    for (const one of slope) expect(Math.abs(one)).toBeLessThan(1e-4);
  });

  it("tells the drafts of somebody who likes it short from those of somebody who does not", () => {
    const short = "Take the soup.";
    const long =
      "I would suggest that you consider the soup, which has been on this menu for a great many years and is liked by all who come here.";
    const reader = (chosen: string, rejected: string) =>
      bestOfN.start(stage({ persona: person([], { pairs: [pair(chosen, rejected), pair(chosen, rejected)] }) }), null);
    expect(reader(short, long).best?.of([long, short])).toBe(1);
    expect(reader(long, short).best?.of([long, short])).toBe(0);
    expect(featuresOf(short)).toHaveLength(featuresOf("").length);
  });
});

describe("what a question is worth", () => {
  const worth = (slot: string, known: Parameters<typeof worthOfAsking>[2] = []) =>
    worthOfAsking(slot, DISHES, known, stage());

  it("is nothing where all options are alike, or the slot is none", () => {
    expect(worth("register")).toBe(0);
    expect(worth("nothing-of-that-name")).toBe(0);
  });

  it("is the mean gain over the answers, counted by hand", () => {
    // vegan: best 1 (green, truffle), and a blind choice among three gets 2/3 on average; omnivore: 1 and 1/3.
    expect(worth("diet")).toBeCloseTo(0.5 * (1 - 2 / 3) + 0.5 * (1 - 1 / 3), 12);
  });

  it("is less where what is known decides already", () => {
    const known = [{ slot: "budget", condition: { is: "high" }, strength: 1, veto: true }];
    expect(worth("diet", known)).toBeLessThan(worth("diet"));
  });
});

describe("ask-first", () => {
  it("asks before it offers, and not about what it knows", async () => {
    const blank = serving("ask-first", { persona: person([]) });
    const first = await blank.answer({}, { acts: [{ intent: "open" }] });
    expect([first.choice, first.asked]).toEqual([null, ["diet"]]);
    const knowing = serving("ask-first", { known: { ...NOTHING, documents: true } });
    const reply = await knowing.answer({}, { acts: [{ intent: "open" }] });
    expect(reply.asked).toEqual([]);
    expect(reply.choice).not.toBeNull();
  });
});

describe("edits", () => {
  const talk = (objection: string, acts: UserAct[] = []) => [
    userTurn(0, { text: "a table" }),
    assistantTurn(1, { text: "The Mixed Grill." }),
    userTurn(2, { text: objection, acts }),
  ];
  const learnt = async (objection: string, acts: UserAct[] = []) => {
    const memory = edits.start(stage({ known: NOTHING }), null);
    await memory.observe({ id: "s1", at: "2026-05-01T10:00", turns: talk(objection, acts), told: new Map() });
    return (await memory.recall(encounter())).map(({ text }) => text);
  };

  it("notes what was objected to with the objection, by acts or by words", async () => {
    const note = '2026-05-01, to "The Mixed Grill." the person objected: No, I don\'t eat meat.';
    expect(await learnt("No, I don't eat meat.", [{ intent: "correct", slot: "diet" }])).toEqual([note]);
    expect(await learnt("No, I don't eat meat.")).toEqual([note]);
  });

  it("notes nothing of what was no objection", async () => {
    expect(await learnt("No worries, lovely.", [{ intent: "accept" }])).toEqual([]);
    expect(await learnt("Lovely, thank you.")).toEqual([]);
  });
});
