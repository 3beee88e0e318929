import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HeardAct } from "../../src/schema/act.js";
import { heardIntent } from "../../src/schema/act.js";
import { nextActs, settle } from "../../src/users/agenda/agenda.js";
import { mishear, receive } from "../../src/users/agenda/receive.js";
import { MENU } from "../core/dinner.js";
import { fact } from "../core/makers.js";
import { answer, ask, DIET, KNOBS, offer, setting } from "./setting.js";

const MORE = { intent: "more" } as const;
const BYE = { intent: "bye" } as const;
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

describe("what keeps the talk going", () => {
  it("asked to say it again, the person starts over", () => {
    const { hears, stack } = setting({ facts: [] });
    hears({ intent: "repeat" });
    expect(stack()).toEqual(["restart"]);
  });

  it("asked to say it again after taking something, the person asks again", () => {
    const { agenda, hears, stack } = setting({ requests: ["address"] });
    hears(offer("salad"));
    agenda.stack = [];
    hears({ intent: "repeat" });
    expect(stack()).toEqual(["request"]);
  });

  it("what parsed to nothing is asked to be said again, patience unchanged", () => {
    const { agenda, stack } = setting({ facts: [] });
    mishear(agenda);
    expect(stack()).toEqual(["repeat"]);
    expect(agenda.patience).toBe(4);
  });

  it.each([{ intent: "greet" }, { intent: "ack" }, MORE] as const)("$intent alone makes the person press on", (act) => {
    const { hears, stack } = setting({ facts: [] });
    hears(act);
    expect(stack()).toEqual(["prompt"]);
  });

  it("but who has something to say says that", () => {
    const { hears, stack } = setting({ facts: [fact("diet", { is: "vegan" })] });
    hears(MORE);
    expect(stack()).toEqual(["inform"]);
  });
});

describe("an assistant that only repeats itself", () => {
  it.each([[MORE], [{ intent: "greet" }], [ask("diet")], [OPEN], [{ intent: "repeat" }]] as HeardAct[][])(
    "wears the person out: $intent",
    (act) => {
      const { agenda, hears } = setting();
      for (let turn = 0; turn < 5; turn++) hears(act as HeardAct);
      expect(agenda).toMatchObject({ patience: 0, gaveUp: true });
    },
  );

  it("does not by asking something else, by offering, or where nothing was understood", () => {
    const { agenda, hears } = setting({ facts: [] });
    for (const acts of [[ask("diet")], [ask("tone")], [offer("salad")], [offer("salad")], [], []]) hears(...acts);
    expect(agenda).toMatchObject({ patience: 4, gaveUp: false });
  });
});

describe("the end", () => {
  it("a farewell before anything was taken mostly ends it", () => {
    const { agenda, hears, draws } = setting({ facts: [], outcomes: { "agenda.farewell": true } });
    hears(BYE);
    expect(agenda.gaveUp).toBe(true);
    expect(draws.asked).toContainEqual({ stream: "agenda.farewell", probability: 0.85 });
  });

  it("a farewell after something was taken does not keep the person from asking", () => {
    const { agenda, hears, stack } = setting({ requests: ["address"], outcomes: { "agenda.farewell": true } });
    hears(offer("salad"));
    hears(BYE);
    expect(agenda.gaveUp).toBe(false);
    expect(stack()).toEqual(["request", "accept"]);
  });

  it("an offer of more is mostly declined in words, else the person thanks by gratitude", () => {
    const done = setting({ outcomes: { "agenda.no-more": true } });
    done.hears(offer("salad"));
    done.agenda.stack = [];
    done.hears(MORE);
    expect(done.stack()).toEqual(["no-more"]);
    expect(done.draws.asked).toContainEqual({ stream: "agenda.no-more", probability: 0.7 });
    const grateful = setting({ knobs: { gratitude: 1 } });
    grateful.hears(offer("salad"));
    grateful.agenda.stack = [];
    grateful.hears({ intent: "ack" });
    expect(grateful.stack()).toEqual(["thank"]);
  });

  it("hears nothing any more", () => {
    const { agenda, hears } = setting();
    agenda.over = true;
    hears(offer("steak"), ask("diet"), BYE);
    expect(agenda).toMatchObject({ item: null, patience: 4 });
  });
});

describe("whatever is heard", () => {
  const act: fc.Arbitrary<HeardAct> = fc
    .record({
      intent: fc.constantFrom(...heardIntent.options),
      slot: fc.option(fc.constantFrom("diet", "budget", "tone", "nonsense"), { nil: undefined }),
      value: fc.option(fc.constantFrom("vegan", "low", "high"), { nil: undefined }),
      item: fc.option(fc.constantFrom(...MENU.map(({ id }) => id), "nonsense"), { nil: undefined }),
      request: fc.option(fc.constantFrom("address", "hours", "nonsense"), { nil: undefined }),
    })
    .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as HeardAct);

  it("patience never rises, a must is never given way on, and there is always something to say", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(act, { maxLength: 4 }), { maxLength: 12 }),
        fc.infiniteStream(fc.boolean()),
        (replies, luck) => {
          const { agenda, around } = setting({ requests: ["address", "hours"], told: ["budget"] });
          const draws = { ...around.draws, chance: () => luck.next().value as boolean };
          for (const heard of replies) {
            const before = agenda.patience;
            receive(agenda, heard, { ...around, draws });
            expect(agenda.patience).toBeLessThanOrEqual(before);
            expect(agenda.relaxed.has("diet")).toBe(false);
            expect(agenda.accepted && agenda.gaveUp && agenda.stack[0]?.intent !== "give-up" && !agenda.over).toBe(
              false,
            );
            if (!agenda.over) expect(nextActs(agenda, KNOBS, draws).length).toBeGreaterThan(0);
            settle(agenda);
          }
          expect(agenda.patience).toBeGreaterThanOrEqual(-1);
        },
      ),
      { numRuns: 500 },
    );
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
