import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HeardAct, heardIntent } from "../../src/schema/act.js";
import { nextActs, settle } from "../../src/users/agenda/agenda.js";
import { mishear, receive } from "../../src/users/agenda/receive.js";
import { MENU } from "../core/dinner.js";
import { fact } from "../core/makers.js";
import { ask, KNOBS, offer, setting } from "./setting.js";

const MORE = { intent: "more" } as const;
const BYE = { intent: "bye" } as const;
const OPEN = { intent: "request" } as const;

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
