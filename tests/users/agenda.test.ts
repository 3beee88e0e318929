import { describe, expect, it } from "vitest";
import type { LivedFact } from "../../src/core/life.js";
import type { Act } from "../../src/users/agenda/acts.js";
import { newAgenda, nextActs, settle } from "../../src/users/agenda/agenda.js";
import { MENU } from "../core/dinner.js";
import { fact, goal, lived } from "../core/makers.js";
import { drawing, KNOBS, setting } from "./setting.js";

const [DIET, TONE, BUDGET] = lived(
  fact("diet", { is: "vegan" }),
  fact("tone", { is: "warm", disclose: "if-asked" }),
  fact("budget", { is: "low" }),
) as [LivedFact, LivedFact, LivedFact];
const SALAD = MENU[0] as (typeof MENU)[0];
const TELL: Act = { intent: "inform", fact: DIET };
const ANSWER: Act = { intent: "answer", slot: "budget", facts: [BUDGET] };
const TAKE: Act = { intent: "accept", item: SALAD, manner: "willing" };
const ASK = (request: string): Act => ({ intent: "request", item: SALAD, request });

/** The acts of the next turn, with the stack given from its top. */
function turn(topFirst: readonly Act[], knobs: Partial<typeof KNOBS> = {}, outcomes: Record<string, boolean> = {}) {
  const { agenda } = setting({ facts: [] });
  agenda.stack = [...topFirst].reverse();
  const acts = nextActs(agenda, { ...KNOBS, ...knobs }, drawing(outcomes));
  return { acts: acts.map(({ intent }) => intent), left: agenda.stack.map(({ intent }) => intent).reverse() };
}

describe("a new agenda", () => {
  it("begins with the goal's first words, then what the person volunteers, in the goal's order", () => {
    const { stack } = newAgenda(goal(["diet", "tone", "budget"]) as never, [DIET, TONE, BUDGET], KNOBS);
    expect([...stack].reverse()).toEqual([
      { intent: "open" },
      { intent: "inform", fact: DIET },
      { intent: "inform", fact: BUDGET },
    ]);
  });

  it("has whole patience, at least one", () => {
    expect(newAgenda(null, [], { ...KNOBS, patience: 3.6 })).toMatchObject({ patience: 4, full: 4 });
    expect(newAgenda(null, [], { ...KNOBS, patience: 0.2 })).toMatchObject({ full: 1 });
  });

  it("is over where there is no goal", () => {
    expect(newAgenda(null, [], KNOBS)).toMatchObject({ over: true, stack: [] });
  });
});

describe("the acts of a turn", () => {
  const SURE = { "agenda.combines": true };

  it.each<[string, Act[], object, Record<string, boolean>, string[]]>([
    ["one where initiative is one", [ANSWER, TELL], { disclosure: 1 }, {}, ["answer"]],
    ["more where initiative allows", [ANSWER, TELL], { initiative: 2, disclosure: 1 }, {}, ["answer", "inform"]],
    ["no fact unasked where disclosure says no", [ANSWER, TELL], { initiative: 2 }, {}, ["answer"]],
    ["one fact unasked at most", [TELL, TELL], { initiative: 3, disclosure: 1 }, {}, ["inform"]],
    ["answer and acceptance, whatever the initiative", [ANSWER, TAKE], {}, {}, ["answer", "accept"]],
    ["acceptance and a request", [TAKE, ASK("a")], {}, SURE, ["accept", "request"]],
    ["acceptance alone, now and then", [TAKE, ASK("a")], {}, { "agenda.combines": false }, ["accept"]],
    ["one request at a time", [ASK("a"), ASK("b")], { initiative: 3 }, SURE, ["request"]],
  ])("%s", (_, stack, knobs, outcomes, expected) => {
    expect(turn(stack, knobs, outcomes).acts).toEqual(expected);
  });

  it.each<Act>([
    { intent: "give-up" },
    { intent: "repeat" },
    { intent: "restart" },
    { intent: "decline", kept: false },
    { intent: "alternative", item: SALAD },
    { intent: "question", item: SALAD },
    { intent: "bye" },
  ])("are $intent alone", (act) => {
    const most = { initiative: 9, disclosure: 1 };
    expect(turn([act, TELL, ASK("a")], most, SURE)).toEqual({ acts: [act.intent], left: ["inform", "request"] });
    expect(turn([TELL, act], most, SURE)).toEqual({ acts: ["inform"], left: [act.intent] });
  });

  it("are never none: with an empty stack the person presses on, or thanks", () => {
    expect(turn([]).acts).toEqual(["prompt"]);
    const { agenda } = setting();
    agenda.accepted = true;
    expect(nextActs(agenda, KNOBS, drawing())).toEqual([{ intent: "thank" }]);
  });
});

describe("settling a turn", () => {
  it("ends the goal once the last word of giving up is said", () => {
    const { agenda } = setting();
    agenda.gaveUp = true;
    agenda.stack = [{ intent: "give-up" }];
    settle(agenda);
    expect(agenda.over).toBe(false);
    nextActs(agenda, KNOBS, drawing());
    settle(agenda);
    expect(agenda.over).toBe(true);
  });

  it("ends the goal where something is taken and nothing left to ask, and not before", () => {
    const { agenda } = setting({ requests: ["address"] });
    agenda.stack = [];
    agenda.accepted = true;
    settle(agenda);
    expect(agenda.over).toBe(false);
    agenda.filled.add("address");
    settle(agenda);
    expect(agenda.over).toBe(true);
  });
});
