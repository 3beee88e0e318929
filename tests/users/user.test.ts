import { describe, expect, it } from "vitest";
import { SimulatorError } from "../../src/core/errors.js";
import type { Cue, Utterance } from "../../src/core/ports.js";
import { MOMENT, probe, session } from "../core/makers.js";
import { DISHES, OPENINGS, SECRET, speaking, VEGAN } from "./person.js";

const did = ({ acts }: Utterance) => acts.map(({ intent }) => intent);
const told = ({ disclosed }: Utterance) => disclosed.map(({ fact }) => fact);
const NONSENSE = "Blorp fnord.";
const PROBE: Cue = { purpose: "probe", probe: probe(["diet"]) };
const ASKED = { purpose: "probe" as const, slots: ["diet"] };
const BACK: Cue = { purpose: "follow-up", probe: probe(["diet"]), options: DISHES, slots: ["diet"] };

describe("the goal's talk", () => {
  it("begins with the goal's words, and goes on until something is taken and all is answered", async () => {
    const { user, speak, hear } = speaking({ requests: ["price"] });
    const first = await speak();
    expect(did(first)).toEqual(["open"]);
    expect(OPENINGS.some((line) => first.text.startsWith(line))).toBe(true);
    hear("What do you eat?");
    expect(await speak()).toMatchObject({
      acts: [{ intent: "answer", slot: "diet", condition: { is: "vegan" } }],
      disclosed: [{ fact: "diet", slot: "diet", how: "act" }],
      heard: [{ intent: "request", slot: "diet" }],
    });
    hear("The Mixed Grill, then.");
    expect(await speak()).toMatchObject({ acts: [{ intent: "correct", item: "grill" }], patience: 3 });
    hear("Sorry! The Green Bowl.");
    const acts = did(await speak());
    if (!acts.includes("request")) hear("Good.");
    if (!acts.includes("request")) acts.push(...did(await speak()));
    expect(acts).toEqual(["accept", "request"]);
    expect(user.goal()).toMatchObject({ over: false, complete: false, missing: ["price"] });
    hear("It comes to seven euros.");
    expect(user.goal()).toEqual({
      ...{ over: true, gaveUp: false, complete: true, item: "green", filled: ["price"], missing: [] },
    });
  });

  it("is over at once where the session has no goal", () => {
    const { user } = speaking();
    user.open(session("s2"), MOMENT);
    expect(user.goal()).toMatchObject({ over: true, complete: false, item: null });
  });
});

describe("a reply that parses to nothing", () => {
  it("is asked to be said again, patience unchanged, and stands in the log as misheard", async () => {
    const { speak, hear } = speaking();
    await speak();
    hear(NONSENSE);
    expect(await speak()).toMatchObject({ acts: [{ intent: "repeat" }], misheard: true, patience: 4, heard: [] });
  });

  it("twice in a row is the simulated user's fault", async () => {
    const { speak, hear } = speaking();
    await speak();
    hear(NONSENSE);
    await speak();
    expect(() => hear(NONSENSE)).toThrow(SimulatorError);
  });

  it("is forgotten once something is understood", async () => {
    const { speak, hear } = speaking();
    for (const text of [NONSENSE, "The Mixed Grill.", NONSENSE, "The Green Bowl."]) {
      await speak();
      hear(text);
    }
    expect((await speak()).misheard).toBe(false);
  });

  it("counts on a probe where something is to be chosen, and not where nothing is, nor on an aside", async () => {
    const { hear } = speaking();
    const answers = [
      { purpose: "beat" as const },
      { purpose: "probe" as const, options: [] },
      { purpose: "probe" as const, slots: [] },
      { purpose: "close" as const },
    ];
    for (const task of [...answers, ...answers]) hear(NONSENSE, task);
    hear(NONSENSE, ASKED);
    expect(() => hear(NONSENSE, ASKED)).toThrow(SimulatorError);
  });

  it("costs no patience on an aside either", async () => {
    const { speak, hear } = speaking();
    await speak();
    for (let turn = 0; turn < 3; turn++) hear(NONSENSE, { purpose: "beat" });
    expect((await speak()).patience).toBe(4);
  });

  it("after a probe is asked about, and the next session begins anew", async () => {
    const { user, speak, hear } = speaking();
    await speak(PROBE);
    hear(NONSENSE, ASKED);
    expect(did(await speak(BACK))).toEqual(["repeat"]);
    user.open(session("s2"), MOMENT);
    hear(NONSENSE, ASKED);
  });
});

describe("what only a beat may bring out", () => {
  it("is told to nobody who asks", async () => {
    const { speak, hear } = speaking({ facts: [VEGAN, SECRET] });
    await speak();
    hear("How is your health?");
    const turn = await speak();
    expect(turn).toMatchObject({ acts: [{ intent: "decline" }], disclosed: [] });
    expect(turn.text).not.toContain("storm");
  });

  it("is told where a beat confides it, once", async () => {
    const { beat } = speaking({ facts: [VEGAN, SECRET] });
    const turn = await beat({ confides: "condition", say: ["Between us:"] });
    expect(turn.text).toBe("Between us: half my head is a storm.");
    expect(told(turn)).toEqual(["condition"]);
  });
});

describe("a scripted step", () => {
  it.each([
    [
      "tells a fact behind its line",
      { disclose: "diet", say: ["So you know:"] },
      "So you know: no animals on my plate.",
    ],
    [
      "tells what changed",
      { change: "diet", say: ["It is otherwise now:"] },
      "It is otherwise now: no animals on my plate.",
    ],
    ["takes back, telling nothing", { retract: "diet", say: ["Forget what I eat."] }, "Forget what I eat."],
    ["just says its line", { disclose: "budget", say: ["About money."] }, "About money."],
  ])("%s", async (_, beat, text) => {
    expect((await speaking().beat(beat)).text).toBe(text);
  });

  it.each([
    ["leaves the subject", { digress: "cats", say: ["There is a cat."] }],
    ["doubts what was said", { challenge: true as const, say: ["Are you sure?"] }],
    ["just speaks", { script: true as const, say: ["There is a cat."] }],
  ])("%s in its own line, with or without something around it", async (_, beat) => {
    const { text, disclosed } = await speaking().beat(beat);
    expect(text.toLowerCase()).toContain((beat.say[0] as string).slice(0, -1).toLowerCase());
    expect(disclosed).toEqual([]);
  });

  it("comes after what the last reply calls for", async () => {
    const { speak, hear, beat } = speaking();
    await speak();
    hear("The Mixed Grill.");
    const turn = await beat({ script: true, say: ["There is a cat."] });
    expect(did(turn)).toEqual(["correct", "beat"]);
    expect(told(turn)).toEqual(["diet"]);
  });

  it("does not doubt and take in one breath", async () => {
    const { speak, hear, beat } = speaking();
    await speak();
    hear("The Green Bowl.");
    expect(did(await beat({ challenge: true, say: ["Are you sure?"] }))).toEqual(["beat"]);
    hear("Yes, the Green Bowl.", { purpose: "beat" });
    expect(did(await speak())).toEqual(["accept"]);
  });
});

describe("a probe", () => {
  it("is asked in one of its wordings", async () => {
    const turn = await speaking().speak(PROBE);
    expect(probe([]).ask).toContain(turn.text);
    expect(turn.acts).toEqual([{ intent: "probe" }]);
  });

  it("is come back to where the answer breaks something, and where it asks", async () => {
    const { speak, hear } = speaking();
    await speak(PROBE);
    hear("The Mixed Grill.", ASKED);
    expect(await speak(BACK)).toMatchObject({ acts: [{ intent: "correct", item: "grill" }] });
    const asking = speaking();
    await asking.speak(PROBE);
    asking.hear("What do you eat?", ASKED);
    expect(await asking.speak(BACK)).toMatchObject({ acts: [{ intent: "answer", slot: "diet" }] });
  });

  it("is left where the answer is good", async () => {
    const { user, speak, hear } = speaking();
    await speak(PROBE);
    hear("The Green Bowl.", ASKED);
    expect(await user.speak(BACK, [])).toBeNull();
  });

  it("is not insisted on where something outranks it", async () => {
    const { user, speak, hear } = speaking();
    await speak(PROBE);
    hear("The Mixed Grill.", ASKED);
    expect(await user.speak({ ...BACK, slots: [] } as Cue, [])).toBeNull();
  });

  it("that delivers a text goes by what was chosen, named or not", async () => {
    const { speak, hear } = speaking();
    await speak(PROBE);
    hear("Here:\n```\nDear cook\n```", ASKED, "grill");
    expect(await speak(BACK)).toMatchObject({ acts: [{ intent: "correct", item: "grill" }] });
  });

  it("costs patience where the person is reminded, and never more than there is", async () => {
    const { speak, hear } = speaking({ knobs: { patience: 1 } });
    await speak();
    hear("What do you eat?");
    await speak();
    for (let round = 0; round < 2; round++) {
      await speak(PROBE);
      hear("The Mixed Grill.", ASKED);
      expect((await speak(BACK)).patience).toBe(0);
    }
  });
});

describe("the last word", () => {
  it("is a farewell, after what is still to be said", async () => {
    const { speak, hear } = speaking();
    await speak();
    hear("The Green Bowl.");
    expect(did(await speak({ purpose: "close" }))).toEqual(["accept", "bye"]);
  });
});
