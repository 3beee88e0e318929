import { describe, expect, it } from "vitest";
import type { HeardAct } from "../../src/schema/act.js";
import { followUp } from "../../src/users/agenda/followUp.js";
import { fact, lived } from "../core/makers.js";
import { ask, DIET, offer, type Setting, setting } from "./setting.js";

const MILD = fact("budget", { is: "low", strength: 0.25 });
const DIRECT = fact("tone", { is: "direct", strength: 0.64 });
const WARM = fact("tone", { is: "warm", strength: 0.64 });

function reacts(heard: readonly HeardAct[], parts: Setting = {}) {
  const { around, draws } = setting(parts);
  const act = followUp(heard, lived(...(parts.facts ?? [DIET])), around);
  return { act, draws };
}

const chanceIn = ({ draws }: ReturnType<typeof reacts>) =>
  draws.asked.find(({ stream }) => stream === "agenda.corrects")?.probability;

describe("what a person says to the first answer to a probe", () => {
  it("nothing, where it is good enough", () => {
    expect(reacts([offer("salad")]).act).toBeNull();
    expect(reacts([]).act).toBeNull();
  });

  it("an answer, where it asks something that matters here", () => {
    expect(reacts([ask("diet"), offer("steak")]).act).toMatchObject({ intent: "answer", slot: "diet" });
    expect(reacts([{ intent: "select", slot: "diet" }]).act).toMatchObject({ intent: "answer", slot: "diet" });
    expect(reacts([{ intent: "request", slot: "diet", value: "vegan" }]).act).toMatchObject({ intent: "affirm" });
  });

  it("nothing to a question that does not matter here, nor where the person does not help", () => {
    expect(reacts([ask("tone")]).act).toBeNull();
    expect(reacts([ask("diet")], { facts: [DIET], knobs: { cooperativeness: 0 } }).act).toBeNull();
  });

  it("an objection, by what weighs most of what is broken", () => {
    const { act } = reacts([offer("steak")], { facts: [MILD, DIET] });
    expect(act).toMatchObject({ intent: "correct", item: { id: "steak" }, fact: { id: "diet" }, reminded: false });
  });

  it("an objection that reminds, where it was told", () => {
    expect(reacts([offer("steak")], { told: ["diet"] }).act).toMatchObject({ intent: "correct", reminded: true });
  });

  it("to a broken must as often as the person corrects anything", () => {
    expect(chanceIn(reacts([offer("steak")], { facts: [DIET, DIRECT], knobs: { corrects: 0.7 } }))).toBe(0.7);
  });

  it("else in proportion to how much of what matters is broken", () => {
    const chance = chanceIn(reacts([offer("omelette")], { facts: [MILD, DIRECT] }));
    expect(chance).toBeCloseTo(0.5 / (0.5 + 0.8));
  });

  it("a denial, where it says of the person what is wrong, by the weight of the fact", () => {
    const claim: HeardAct = { intent: "confirm", slot: "tone", value: "direct" };
    const reaction = reacts([claim], { facts: [WARM], outcomes: { "agenda.corrects": true } });
    expect(reaction.act).toMatchObject({ intent: "deny", fact: { id: "tone" }, reminded: false });
    expect(chanceIn(reaction)).toBeCloseTo(0.8);
    expect(reacts([{ ...claim, value: "warm" }], { facts: [WARM] }).act).toBeNull();
  });
});
