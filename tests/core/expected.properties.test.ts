import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { believedFacts } from "../../src/core/expected.js";
import { activeFacts, mayLearn } from "../../src/core/life.js";
import { judge, meets } from "../../src/core/utility.js";
import { fact, lived, reordered } from "./makers.js";
import { type SmallWorld, smallWorld, truthIn } from "./smallWorlds.js";

const always = (name: string, check: (world: SmallWorld) => void) =>
  it(name, () => fc.assert(fc.property(smallWorld, check), { seed: 20260612, numRuns: 2000 }));

const sorted = (list: readonly string[]) => [...list].sort();

describe("in 2,000 small worlds", () => {
  always("what is required is known, active and relevant", (world) => {
    const { required, known } = truthIn(world);
    const active = activeFacts(world.situation.life, world.situation.moment);
    for (const id of required) {
      expect(known.map((one) => one.fact)).toContain(id);
      expect(world.relevant).toContain(active.find((one) => one.id === id)?.slot);
    }
  });

  always("what is required is forbidden only because this audience may not learn it", (world) => {
    const { required, forbidden } = truthIn(world);
    const { life, moment } = world.situation;
    const both = life.filter(({ id }) => required.includes(id) && forbidden.includes(id));
    expect(both.filter((one) => mayLearn(one, moment.audience))).toEqual([]);
  });

  always("nothing is permitted that is required or forbidden", (world) => {
    const { required, permitted, forbidden } = truthIn(world);
    expect(permitted.filter((id) => required.includes(id) || forbidden.includes(id))).toEqual([]);
  });

  always("whoever chooses best by what is known satisfies every required fact", (world) => {
    const { slots, options, norms, life } = world.situation;
    const believed = believedFacts(world.situation).filter(({ slot }) => world.relevant.includes(slot));
    const best = judge(slots, options, believed, norms).optimum;
    for (const id of truthIn(world).required) {
      const due = life.find((one) => one.id === id);
      for (const choice of options.filter((option) => best.includes(option.id)))
        expect(due && meets(slots, due.slot, due.condition, choice.attributes)).toBe(true);
    }
  });

  always("what satisfies a required fact is on offer, and something does", (world) => {
    const { required, applicable, options } = truthIn(world);
    expect(Object.keys(applicable)).toEqual(required);
    const offered = options.map(({ id }) => id);
    for (const list of Object.values(applicable))
      expect(list.length > 0 && list.every((id) => offered.includes(id))).toBe(true);
  });

  always("utility is in [0, 1] or unknown, and the optimum is the best of what is admissible", (world) => {
    const { options, optimum, infeasible } = truthIn(world);
    const admissible = options.filter((option) => option.admissible);
    const best = Math.max(...admissible.map(({ utility }) => utility ?? 0));
    for (const { utility } of options) expect(utility === null || (utility >= 0 && utility <= 1)).toBe(true);
    expect(optimum).toEqual(admissible.filter(({ utility }) => (utility ?? 0) > best - 1e-9).map(({ id }) => id));
    expect(infeasible).toBe(options.length > 0 && admissible.length === 0);
  });

  always("the order of facts, options and norms changes nothing but order", (world) => {
    const { life, options, norms } = world.situation;
    const shuffled = {
      ...world,
      situation: {
        ...world.situation,
        life: reordered(life, 1),
        options: reordered(options, 2),
        norms: reordered(norms, 3),
      },
    };
    const inOrder = (truth: ReturnType<typeof truthIn>) => ({
      required: sorted(truth.required),
      permitted: sorted(truth.permitted),
      forbidden: sorted(truth.forbidden),
      optimum: sorted(truth.optimum),
      expected: truth.expected,
      infeasible: truth.infeasible,
    });
    expect(inOrder(truthIn(shuffled))).toEqual(inOrder(truthIn(world)));
  });

  always("a fact that is not relevant changes neither the optimum nor what is required", (world) => {
    const [idle] = lived(fact("idle", { slot: "naming", is: "camel", veto: true, strength: 1 }));
    const richer = {
      ...world,
      situation: { ...world.situation, life: [...world.situation.life, ...(idle ? [idle] : [])] },
    };
    const { optimum, required } = truthIn(richer);
    expect({ optimum, required }).toEqual({ optimum: truthIn(world).optimum, required: truthIn(world).required });
  });

  always("apply, update and defer need something known; ask and default have nothing", (world) => {
    const { expected, known } = truthIn(world);
    const { life, moment } = world.situation;
    const names = known.map((one) => one.fact);
    const held = new Set(activeFacts(life, moment).flatMap(({ id, slot }) => (names.includes(id) ? [slot] : [])));
    for (const [slot, right] of Object.entries(expected))
      expect(held.has(slot)).toBe(["apply", "update", "defer", "ignore"].includes(right));
  });
});
