import { describe, expect, it } from "vitest";
import type { HeardAct } from "../../src/schema/act.js";
import { nextActs, settle } from "../../src/users/agenda/agenda.js";
import { fact } from "../core/makers.js";
import { answer, ask, DIET, KNOBS, offer, setting } from "./setting.js";

const OPEN = { intent: "request" } as const;
const claim = (slot: string, value: string): HeardAct => ({ intent: "confirm", slot, value });

describe("a question", () => {
  it("on something that holds is answered with it, which need not be volunteered then", () => {
    const { agenda, hears } = setting({ facts: [fact("budget", { is: "low" })] });
    expect(agenda.stack).toMatchObject([{ intent: "inform", fact: { id: "budget" } }]);
    hears(ask("budget"));
    expect(agenda.stack).toMatchObject([{ intent: "answer", slot: "budget", facts: [{ id: "budget" }] }]);
  });

  it("between two values is answered alike", () => {
    const { agenda, hears } = setting();
    hears({ intent: "select", slot: "diet" });
    expect(agenda.stack.at(-1)).toMatchObject({ intent: "answer", slot: "diet", facts: [{ id: "diet" }] });
  });

  it("on nothing that holds is answered with no preference", () => {
    const { agenda, hears } = setting();
    hears(ask("tone"));
    expect(agenda.stack.at(-1)).toEqual({ intent: "answer", slot: "tone", facts: [] });
  });

  it("on something private is turned down, not answered with no preference", () => {
    const { agenda, hears } = setting({ facts: [fact("tone", { is: "warm", disclose: "private" })] });
    hears(ask("tone"));
    expect(agenda.stack).toEqual([{ intent: "decline", kept: true }]);
  });

  it("is turned down by who does not help", () => {
    const { agenda, hears } = setting({ knobs: { cooperativeness: 0 } });
    hears(ask("diet"));
    expect(agenda.stack.at(-1)).toEqual({ intent: "decline", kept: false });
  });

  it("whether something is so is answered with yes where it is", () => {
    const { agenda, hears } = setting();
    hears(claim("diet", "vegan"), { intent: "request", slot: "diet", value: "vegan" });
    expect(agenda.stack.at(-1)).toMatchObject({ intent: "affirm", fact: { id: "diet" } });
  });

  it("whether something is so is answered with how it is where it is not", () => {
    const { agenda, hears } = setting();
    hears(claim("diet", "omnivore"), { intent: "request", slot: "diet", value: "omnivore" });
    expect(agenda.stack.filter(({ intent }) => intent !== "inform")).toMatchObject([
      { intent: "deny", fact: { id: "diet" } },
    ]);
  });

  it("is not answered twice in a turn, nor where the objection says it", () => {
    const { hears, stack } = setting({ facts: [DIET] });
    hears(offer("steak"), ask("diet"), ask("diet"));
    expect(stack()).toEqual(["correct"]);
  });
});

describe("an open question", () => {
  it("brings out what matters most and was not told", () => {
    const first = setting();
    first.hears(OPEN);
    expect(first.agenda.stack.at(-1)).toMatchObject({ intent: "answer", facts: [{ id: "diet" }] });
    const later = setting({ told: ["diet"] });
    later.hears(OPEN);
    expect(later.agenda.stack.at(-1)).toMatchObject({ intent: "answer", facts: [{ id: "budget" }] });
  });

  it("brings out nothing where all was told", () => {
    const { agenda, hears } = setting({ told: ["diet", "budget"] });
    hears(OPEN);
    expect(agenda.stack.at(-1)).toEqual({ intent: "answer", slot: "", facts: [] });
  });

  it("waits for the first words, and is late once something was taken", () => {
    const early = setting({ facts: [] });
    early.agenda.stack.push({ intent: "open" });
    early.hears(OPEN);
    expect(early.stack()).toEqual(["open"]);
    const late = setting({ requests: ["address"] });
    late.hears(offer("salad"), OPEN);
    expect(late.stack()).toEqual(["request", "accept"]);
  });
});

describe("a claim about the person", () => {
  it("that is true passes", () => {
    const { agenda, hears, stack } = setting({ facts: [DIET] });
    hears(claim("diet", "vegan"), ask("tone"));
    expect(stack()).toEqual(["answer"]);
    expect(agenda.patience).toBe(4);
  });

  it("that is wrong is denied as often as the person corrects, times the weight of the fact", () => {
    const { agenda, hears, draws } = setting({ knobs: { corrects: 0.6 }, outcomes: { "agenda.corrects": true } });
    hears(claim("budget", "high"));
    expect(agenda.stack.at(-1)).toMatchObject({ intent: "deny", fact: { id: "budget" }, reminded: false });
    expect(draws.asked).toContainEqual({ stream: "agenda.corrects", probability: 0.6 * 0.5 });
  });

  it("that goes against what was told costs patience, and may end it", () => {
    const { agenda, hears, draws } = setting({ told: ["diet"] });
    hears(claim("diet", "omnivore"));
    expect(agenda).toMatchObject({ patience: 3 });
    expect(agenda.stack.at(-1)).toMatchObject({ intent: "deny", reminded: true });
    expect(draws.asked).toContainEqual({ stream: "agenda.give-up", probability: 1 / 16 });
  });

  it("is not denied where the objection to the offer says it", () => {
    const { hears, stack } = setting({ facts: [DIET], told: ["diet"] });
    hears(offer("steak"), claim("diet", "omnivore"));
    expect(stack()).toEqual(["correct"]);
  });

  it("on something private or unknown passes", () => {
    const { hears, stack } = setting({ facts: [fact("tone", { is: "warm", disclose: "private" })] });
    hears(claim("tone", "direct"), claim("diet", "vegan"));
    expect(stack()).toEqual([]);
  });
});

describe("an answer about the item", () => {
  it("fills the request, which is not made then", () => {
    const { agenda, hears } = setting({ requests: ["address", "hours"] });
    hears(offer("salad"), answer("address"));
    expect([...agenda.filled]).toEqual(["address"]);
    expect(agenda.stack).toMatchObject([{ request: "hours" }, { intent: "accept" }]);
  });

  it("counts for nothing where it was not wanted", () => {
    const { agenda, hears } = setting({ requests: ["address"] });
    hears(offer("salad"), answer("parking"));
    expect(agenda.filled.size).toBe(0);
  });

  it("does not count for another item", () => {
    const { agenda, hears } = setting({ facts: [], requests: ["address"] });
    hears(offer("salad"), answer("address"));
    hears(offer("steak"));
    expect(agenda.filled.size).toBe(0);
  });

  it("ends the goal with the last one", () => {
    const { agenda, hears } = setting({ requests: ["address"] });
    hears(offer("salad"));
    agenda.stack = [];
    hears(answer("address"));
    expect(agenda).toMatchObject({ over: true, accepted: true, gaveUp: false });
  });

  it("that does not come is asked for once more; then the person does without", () => {
    const { agenda, around, hears } = setting({ requests: ["address"] });
    hears(offer("salad"));
    const said: string[] = [];
    for (let turn = 0; turn < 6 && !agenda.over; turn++) {
      said.push(...nextActs(agenda, KNOBS, around.draws).map(({ intent }) => intent));
      settle(agenda);
      if (!agenda.over) hears({ intent: "inform", item: "salad" });
    }
    expect(said).toEqual(["accept", "request", "request"]);
    expect(agenda).toMatchObject({ over: true, accepted: true, filled: new Set() });
  });
});

describe("a claim on a set", () => {
  const NUTS = fact("contains", { not: "nuts", strength: 0.9, disclose: "if-asked" });

  it("speaks of what the person must not have, and is true then", () => {
    const { hears, stack, agenda } = setting({ facts: [NUTS], told: ["contains"] });
    hears(claim("contains", "nuts"), ask("tone"));
    expect(stack()).toEqual(["answer"]);
    expect(agenda.patience).toBe(4);
    hears(claim("contains", "nuts"), { intent: "request", slot: "contains", value: "nuts" });
    expect(agenda.stack.at(-1)).toMatchObject({ intent: "affirm", fact: { id: "contains" } });
  });

  it("on something else goes against nothing", () => {
    const { hears, stack } = setting({ facts: [NUTS] });
    hears(claim("contains", "milk"), ask("tone"));
    expect(stack()).toEqual(["answer"]);
  });
});
