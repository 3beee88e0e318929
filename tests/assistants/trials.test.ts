import { describe, expect, it } from "vitest";
import { claimsIn, isOfPerson, lexiconFrom } from "../../src/core/claims.js";
import { drawsFor } from "../../src/core/draws.js";
import { lifeOf, mayLearn } from "../../src/core/life.js";
import { hasPhrase } from "../../src/core/phrases.js";
import { satisfies } from "../../src/core/satisfies.js";
import { sentencesOf } from "../../src/core/words.js";
import { castOf } from "../../src/core/world.js";
import type { AssistantTurn } from "../../src/schema/event.js";
import type { Trial } from "../../src/schema/trial.js";
import { PERSONAS, type Played, played, SCENARIOS, WORLD } from "../support/shipped.js";
import { replies, saidTwice, talkIn } from "../support/talk.js";

const PAIRS = PERSONAS.map((persona, at) => ({ persona, scenario: SCENARIOS[at % SCENARIOS.length] as string }));
const SERVING = [
  ...["generic", "segment", "history", "bm25", "oracle", "omniscient"],
  ...["persona-prompt", "recency", "dense", "hybrid", "refine"],
];

/** The ways in which an assistant speaks of a person. */
const TELLS = lexiconFrom(
  Object.values(WORLD.slots).flatMap(({ id: slot, values }) =>
    Object.entries(values).flatMap(([value, { tell }]) => tell.map((phrase) => ({ slot, value, phrase }))),
  ),
);

describe.each(SERVING)("%s, with everyone in some shipped scenario", (technique) => {
  it.each(PAIRS)("serves $persona in $scenario as it should", async (pair) => {
    const trial = await played({ ...pair, technique });
    expect({ trial: trial.id, problems: [...manners(trial), ...inventions(trial)] }).toEqual({
      trial: trial.id,
      problems: [],
    });
  });
});

/** One question a turn, nothing said twice, nothing empty, only what was recalled taken for used. */
function manners(trial: Trial): string[] {
  return [
    ...replies(trial).flatMap(({ index, text, asked, used, recalled }) => {
      const questions = sentencesOf(talkIn(text)).filter((sentence) => sentence.includes("?")).length;
      const known = new Set(recalled.flatMap(({ facts }) => facts));
      return [
        ...(questions > 1 || asked.length > 1 ? [`${index} asks ${questions} questions`] : []),
        ...(text.trim() === "" ? [`${index} is empty`] : []),
        ...used.filter((fact) => !known.has(fact)).map((fact) => `${index} used ${fact}, which it did not recall`),
      ];
    }),
    ...saidTwice(replies(trial)).map((sentence) => `said twice: ${sentence}`),
  ];
}

/** What is said of the person that neither was recalled nor told in the session. */
function inventions(trial: Trial): string[] {
  const { persona, scenario } = castOf(WORLD, trial.persona, trial.scenario);
  const life = lifeOf(persona, scenario);
  return trial.sessions.flatMap(({ turns }) =>
    turns.flatMap((turn, at) => {
      if (turn.speaker !== "assistant") return [];
      const told = turns
        .slice(0, at)
        .flatMap((one) => (one.speaker === "user" ? one.disclosed.map(({ fact }) => fact) : []));
      const believed = new Set([...told, ...turn.recalled.flatMap(({ facts }) => facts)]);
      const supports = (slot: string, value: string) =>
        ["segment", "refine"].some((source) => believed.has(`${source}.${slot}`)) ||
        life.some((fact) => {
          const described = WORLD.slots[slot];
          if (!believed.has(fact.id) || fact.slot !== slot || !described) return false;
          return String(fact.condition.not) === value || satisfies(described, fact.condition, value);
        });
      return claimsOf(turn)
        .filter(({ slot, value }) => !supports(slot, value))
        .map(({ quote }) => `${turn.index} made up: ${quote}`);
    }),
  );
}

const claimsOf = ({ text }: AssistantTurn) => claimsIn(talkIn(text), TELLS).filter(isOfPerson);

describe("the oracle", () => {
  it.each(SCENARIOS)("keeps what a reader may not learn out of what they read: %s", async (scenario) => {
    let texts = 0;
    for (const persona of PERSONAS) {
      const trial = await played({ persona, scenario, technique: "oracle" });
      const life = lifeOf(WORLD.personas[persona] as never, WORLD.scenarios[scenario] as never);
      for (const probe of trial.probes.filter(({ audience }) => !audience.includes("self"))) {
        const reply = replies(trial).find(({ index }) => index === probe.reply);
        const withheld = life.filter((fact) => !mayLearn(fact, probe.audience));
        texts += withheld.length > 0 ? 1 : 0;
        expect(withheld.filter(({ say }) => hasPhrase(reply?.text ?? "", say)).map(({ id }) => id)).toEqual([]);
      }
    }
    const read = WORLD.scenarios[scenario]?.sessions.some(({ probes }) =>
      probes.some(({ audience }) => !audience.includes("self")),
    );
    expect(texts > 0).toBe(read);
  });

  it.each(PAIRS)(
    "recalls for $persona in $scenario nothing that is not known, and chooses among the best",
    async (pair) => {
      const trial = await played({ ...pair, technique: "oracle" });
      for (const probe of trial.probes) {
        const reply = replies(trial).find(({ index }) => index === probe.reply);
        const known = new Set(probe.known.map(({ fact }) => fact));
        expect(reply?.recalled.flatMap(({ facts }) => facts).filter((fact) => !known.has(fact))).toEqual([]);
        for (const fact of probe.required)
          expect({ probe: probe.id, fact, served: probe.applicable[fact]?.includes(probe.chosen ?? "") }).toEqual({
            probe: probe.id,
            fact,
            served: true,
          });
      }
    },
  );
});

describe("materials of another person", () => {
  const recalledIn = async (parts: Played) =>
    replies(await played(parts)).flatMap(({ recalled }) => recalled.flatMap(({ facts }) => facts));
  const donorsIn = (facts: readonly string[]) => [
    ...new Set(facts.filter((fact) => fact.includes("/")).map((fact) => fact.split("/")[0] as string)),
  ];
  const segmentOf = (id: string) => WORLD.personas[id]?.segment;

  it.each(PAIRS)("come from one other of the segment, or of another: $persona in $scenario", async (pair) => {
    const base = { ...pair, technique: "history" };
    const own = await recalledIn(base);
    expect(donorsIn(own)).toEqual([]);
    const [near, ...more] = donorsIn(await recalledIn({ ...base, materials: "same-segment" }));
    expect(more).toEqual([]);
    expect(segmentOf(near ?? "")).toBe(segmentOf(pair.persona));
    expect(near).not.toBe(pair.persona);
    const [far, ...others] = donorsIn(await recalledIn({ ...base, materials: "other-segment" }));
    expect(others).toEqual([]);
    expect(segmentOf(far ?? "")).not.toBe(segmentOf(pair.persona));
  });

  it("leave nothing of the person's own but what they say", async () => {
    const { persona, scenario } = PAIRS[0] as (typeof PAIRS)[0];
    const trial = await played({ persona, scenario, technique: "history", materials: "other-segment" });
    const told = new Set(
      trial.sessions.flatMap(({ turns }) =>
        turns.flatMap((turn) => (turn.speaker === "user" ? turn.disclosed.map(({ fact }) => fact) : [])),
      ),
    );
    const own = replies(trial)
      .flatMap(({ recalled }) => recalled.flatMap(({ facts }) => facts))
      .filter((fact) => !fact.includes("/"));
    expect(own.filter((fact) => !told.has(fact))).toEqual([]);
  });

  it("need another person to lend them", async () => {
    const alone = { ...WORLD, personas: { "mara-lindqvist": WORLD.personas["mara-lindqvist"] as never } };
    const parts: Played = { persona: "mara-lindqvist", scenario: "dinner-lisbon", technique: "history", world: alone };
    expect(await played({ ...parts, materials: "other-segment" })).toMatchObject({
      outcome: "infrastructure_error",
      failure: { message: "no other persona can lend mara-lindqvist materials (other-segment)" },
    });
  });
});

describe("what techniques see of a run", () => {
  it("is bounded by the suite's budget, whatever there is", async () => {
    const pieces = async (recall_tokens: number) => {
      const trial = await played({
        persona: "mara-lindqvist",
        scenario: "dinner-lisbon",
        technique: "history",
        recall_tokens,
      });
      return Math.max(...replies(trial).map(({ recalled }) => recalled.length));
    };
    expect(await pieces(0)).toBe(0);
    expect(await pieces(60)).toBeLessThan(await pieces(2000));
  });

  it("is nothing of the person before the first word where the suite gives nothing", async () => {
    for (const technique of ["history", "bm25", "echo"]) {
      const trial = await played({ persona: "mara-lindqvist", scenario: "dinner-lisbon", technique, known: {} });
      expect(trial.given).toEqual([]);
      expect(replies(trial)[0]?.recalled).toEqual([]);
    }
  });
});

describe("trials in parallel", () => {
  const cases = PAIRS.slice(0, 6).flatMap((pair) =>
    ["history", "oracle", "bm25"].map((technique) => ({ ...pair, technique })),
  );

  it("share nothing: each is as it is alone, in whatever order they are played", async () => {
    const alone: string[] = [];
    for (const one of cases) alone.push(JSON.stringify(await played(one)));
    const together = await Promise.all(cases.map(async (one) => JSON.stringify(await played(one))));
    expect(together).toEqual(alone);
    const order = drawsFor("order").shuffled("cases", cases);
    const shuffled = await Promise.all(order.map(async (one) => JSON.stringify(await played(one))));
    expect([...shuffled].sort()).toEqual([...alone].sort());
  });
});
