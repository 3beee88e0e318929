import { describe, expect, it } from "vitest";
import type { LivedFact } from "../../src/core/life.js";
import { MENU } from "../core/dinner.js";
import { fact, item } from "../core/makers.js";
import { BUDGET, DIET, offer, setting } from "./setting.js";

const chanceOf = (draws: ReturnType<typeof setting>["draws"], stream: string) =>
  draws.asked.filter((one) => one.stream === stream).map(({ probability }) => probability);

describe("an offer that breaks nothing", () => {
  it("is taken, and what else might have been said of the choice is dropped", () => {
    const { agenda, hears, stack } = setting();
    agenda.stack.push({ intent: "inform", fact: agenda.constraints[0] as LivedFact });
    hears(offer("salad"));
    expect(agenda).toMatchObject({ accepted: true, item: { id: "salad" }, patience: 4 });
    expect(stack()).toEqual(["accept"]);
  });

  it("is taken with joy where it took some searching", () => {
    const { agenda, hears } = setting();
    hears(offer("steak"));
    hears(offer("salad"));
    expect(agenda.stack).toMatchObject([{ intent: "accept", manner: "glad" }]);
  });

  it("is taken without joy where it breaks what this person insists on and lets go by", () => {
    const dear = item("truffle-salad", { diet: "vegan", budget: "high" });
    const outcomes = { "agenda.corrects": true };
    const { agenda, hears } = setting({ options: [...MENU, dear], outcomes });
    hears(offer("steak"));
    outcomes["agenda.corrects"] = false;
    hears(offer(dear.id));
    expect(agenda.stack).toMatchObject([{ intent: "accept", item: { id: dear.id }, manner: "resigned" }]);
  });

  it("is come back to where the search for another leads nowhere", () => {
    const { agenda, hears } = setting({ outcomes: { "agenda.change-mind": true, "agenda.corrects": true } });
    hears(offer("salad"));
    expect(agenda).toMatchObject({ accepted: false, aside: { id: "salad" } });
    agenda.patience = 1;
    agenda.stack = [];
    hears({ intent: "no-offer" });
    expect(agenda).toMatchObject({ accepted: true, gaveUp: false, item: { id: "salad" } });
    expect(agenda.stack).toMatchObject([{ intent: "accept", manner: "returning" }]);
  });

  it("is followed by the requests, in their order", () => {
    const { agenda, hears } = setting({ requests: ["address", "hours"] });
    hears(offer("salad"));
    expect([...agenda.stack].reverse()).toMatchObject([
      { intent: "accept" },
      { intent: "request", request: "address" },
      { intent: "request", request: "hours" },
    ]);
  });

  it("is questioned first by who is skeptical, and taken once something is said for it", () => {
    const { agenda, hears, stack } = setting({ knobs: { skepticism: 1 } });
    hears(offer("salad"));
    expect(stack()).toEqual(["question"]);
    agenda.stack.pop();
    hears({ intent: "inform", item: "salad" });
    expect(stack()).toEqual(["accept"]);
  });

  it("makes who changes their mind ask for another, but only at the first", () => {
    const { agenda, hears, stack } = setting({ facts: [DIET], knobs: { change_mind: 1 } });
    hears(offer("salad"));
    expect(stack()).toEqual(["alternative"]);
    agenda.stack.pop();
    hears(offer("salad"));
    expect(stack()).toEqual(["accept"]);
  });
});

describe("an offer that breaks something", () => {
  it("is objected to by what weighs most; a must weighs full, else the root of the strength", () => {
    const { agenda, hears, draws } = setting({ knobs: { corrects: 0.8 }, outcomes: { "agenda.corrects": true } });
    hears(offer("steak"));
    expect(agenda.stack).toMatchObject([{ intent: "correct", item: { id: "steak" }, fact: { id: "diet" } }]);
    expect(chanceOf(draws, "agenda.corrects")).toEqual([0.8]);
    const mild = setting({ facts: [BUDGET], knobs: { corrects: 0.8 }, outcomes: { "agenda.corrects": true } });
    mild.hears(offer("steak"));
    expect(chanceOf(mild.draws, "agenda.corrects")).toEqual([0.8 * 0.5]);
  });

  it("is taken by who does not mind enough to say so", () => {
    const { agenda, hears } = setting({ outcomes: { "agenda.corrects": false } });
    hears(offer("steak"));
    expect(agenda).toMatchObject({ accepted: true, item: { id: "steak" } });
  });

  it("costs nothing the first time, where nothing was told", () => {
    const { agenda, hears, draws } = setting();
    hears(offer("steak"));
    expect(agenda).toMatchObject({ patience: 4, accepted: false, stack: [{ reminded: false }] });
    expect(chanceOf(draws, "agenda.give-up")).toEqual([]);
  });

  it("costs patience where the fact was told", () => {
    const { agenda, hears } = setting({ told: ["diet"] });
    hears(offer("steak"));
    expect(agenda).toMatchObject({ patience: 3, stack: [{ intent: "correct", reminded: true }] });
  });

  it("costs patience where it was refused before", () => {
    const { agenda, hears } = setting();
    for (const id of ["steak", "omelette", "steak"]) hears(offer(id));
    expect(agenda).toMatchObject({ patience: 3, stack: [{ reminded: true }] });
  });

  it("takes back what was accepted", () => {
    const { agenda, hears, stack } = setting();
    hears(offer("salad"));
    hears(offer("steak"));
    expect(agenda).toMatchObject({ accepted: false, item: { id: "steak" } });
    expect(stack()).toEqual(["correct"]);
  });
});

describe("giving up", () => {
  it.each([
    [4, 4, 1 / 16],
    [3, 4, 4 / 16],
    [2, 4, 9 / 16],
    [5, 5, 1 / 25],
    [2, 10, 81 / 100],
  ])("comes at a reminder with p = (1 - patience/full)²: %d of %d before it", (before, full, p) => {
    const { agenda, hears, draws } = setting({ told: ["diet"], knobs: { patience: full } });
    agenda.patience = before;
    hears(offer("steak"));
    expect(agenda.patience).toBe(before - 1);
    expect(chanceOf(draws, "agenda.give-up")).toEqual([expect.closeTo(p, 12)]);
  });

  it("says so in one last act, and then the goal is over", () => {
    const { agenda, hears, stack } = setting({ told: ["diet"], outcomes: { "agenda.give-up": true } });
    hears(offer("steak"));
    expect(agenda.gaveUp).toBe(true);
    expect(stack()).toEqual(["give-up"]);
  });

  it("is certain where no patience is left", () => {
    const { agenda, hears, draws } = setting({ told: ["diet"], outcomes: { "agenda.give-up": false } });
    agenda.patience = 1;
    hears(offer("steak"));
    expect(agenda).toMatchObject({ gaveUp: true, stack: [{ intent: "give-up" }] });
    expect(chanceOf(draws, "agenda.give-up")).toEqual([]);
  });
});

describe("several offers at once", () => {
  it("are weighed: the one that breaks least is talked about", () => {
    const { agenda, hears } = setting();
    hears(offer("steak"), offer("omelette"), offer("salad"));
    expect(agenda.item?.id).toBe("salad");
  });

  it("are taken in their order where they are equal", () => {
    const { agenda, hears } = setting({ facts: [] });
    hears(offer("omelette"), offer("salad"));
    expect(agenda.item?.id).toBe("omelette");
  });

  it("leave a refused one for last", () => {
    const { agenda, hears } = setting({ facts: [BUDGET] });
    hears(offer("steak"));
    hears(offer("salad"), offer("steak"));
    expect(agenda.item?.id).toBe("salad");
  });
});

describe("no offer", () => {
  const REFUSED = { intent: "no-offer" } as const;

  it("makes the person give way on one thing, which costs patience", () => {
    const { agenda, hears, stack } = setting();
    hears(REFUSED);
    expect(agenda).toMatchObject({ patience: 3, relaxed: new Set(["budget"]) });
    expect(stack()).toEqual(["relax"]);
  });

  it("never makes anyone give way on a must", () => {
    const { agenda, hears } = setting({ facts: [DIET, fact("tone", { is: "warm", veto: true })] });
    hears(REFUSED);
    expect(agenda).toMatchObject({ gaveUp: true, relaxed: new Set() });
  });

  it("is relaxed one by one, until nothing is left to give way on", () => {
    const { agenda, hears } = setting({ facts: [DIET, BUDGET, fact("tone", { is: "warm" })] });
    hears(REFUSED);
    hears(REFUSED);
    expect([...agenda.relaxed]).toEqual(["budget", "tone"]);
    hears(REFUSED);
    expect(agenda.gaveUp).toBe(true);
  });

  it("and what was given way on is not objected to any more", () => {
    const dear = item("truffle-salad", { diet: "vegan", budget: "high" });
    const { agenda, hears } = setting({ options: [dear] });
    hears(REFUSED);
    hears(offer(dear.id));
    expect(agenda.accepted).toBe(true);
  });

  it("ends it where patience ends", () => {
    const { agenda, hears } = setting();
    agenda.patience = 1;
    hears(REFUSED);
    expect(agenda).toMatchObject({ gaveUp: true, stack: [{ intent: "give-up" }] });
  });

  it("with what comes closest: it is taken, without joy, if it breaks no must", () => {
    const dear = item("truffle-salad", { diet: "vegan", budget: "high" });
    const { agenda, hears } = setting({
      options: [dear],
      outcomes: { "agenda.corrects": true },
      knobs: { gratitude: 1 },
    });
    hears(offer(dear.id));
    hears(REFUSED, offer(dear.id));
    expect(agenda).toMatchObject({ accepted: true, item: { id: dear.id }, relaxed: new Set(["budget"]) });
    expect(agenda.stack).toMatchObject([{ intent: "accept", manner: "resigned" }]);
  });

  it("with what comes closest: not if it breaks a must", () => {
    const { agenda, hears, stack } = setting();
    hears(REFUSED, offer("steak"));
    expect(agenda).toMatchObject({ accepted: false, relaxed: new Set(["budget"]) });
    expect(stack()).toEqual(["relax"]);
  });

  it("is no refusal of the choice once something was taken", () => {
    const { agenda, hears, stack } = setting({ requests: ["address"] });
    hears(offer("salad"));
    agenda.stack = [];
    hears(REFUSED);
    expect(agenda).toMatchObject({ accepted: true, patience: 4, relaxed: new Set() });
    expect(stack()).toEqual(["request"]);
  });
});
