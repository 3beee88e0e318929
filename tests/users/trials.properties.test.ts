import { describe, expect, it } from "vitest";
import { lifeOf } from "../../src/core/life.js";
import { hasPhrase } from "../../src/core/phrases.js";
import { wordsOf } from "../../src/core/words.js";
import { castOf } from "../../src/core/world.js";
import type { Trial } from "../../src/schema/trial.js";
import { PERSONAS, played, SCENARIOS, WORLD } from "../support/shipped.js";
import { saidTwice, turnsOf, userTurns } from "../support/talk.js";

const SEEDS = [1, 2, 3];
const ARMS = ["generic", "history", "oracle"];
const CASES = SEEDS.flatMap((seed) => SCENARIOS.map((scenario) => ({ seed, scenario })));

describe.each(CASES)("everyone in $scenario, seed $seed, with every rule-based assistant", ({ seed, scenario }) => {
  it("keeps to what a person is", async () => {
    for (const persona of PERSONAS) {
      const arms: Trial[] = [];
      for (const technique of ARMS) arms.push(await played({ persona, scenario, technique, seed }));
      for (const trial of arms)
        expect({ trial: trial.id, problems: problemsOf(trial) }).toEqual({ trial: trial.id, problems: [] });
      const openings = new Set(arms.map((trial) => userTurns(trial)[0]?.text));
      expect({ persona, openings: openings.size }).toEqual({ persona, openings: 1 });
    }
  });
});

describe("a trial played again", () => {
  it.each(PERSONAS.map((persona, at) => [persona, SCENARIOS[at % SCENARIOS.length] as string] as const))(
    "is the same to the letter: %s in %s",
    async (persona, scenario) => {
      const once = await played({ persona, scenario, technique: "history", seed: 7 });
      const again = await played({ persona, scenario, technique: "history", seed: 7 });
      expect(JSON.stringify(again)).toBe(JSON.stringify(once));
      const other = await played({ persona, scenario, technique: "history", seed: 8 });
      expect(userTurns(other).map(({ text }) => text)).not.toEqual(userTurns(once).map(({ text }) => text));
    },
  );
});

/** All that is wrong with how a person spoke in a trial. */
function problemsOf(trial: Trial): string[] {
  return [
    ...ending(trial),
    ...silence(trial),
    ...lies(trial),
    ...indiscretions(trial),
    ...moods(trial),
    ...repeats(trial),
  ];
}

function ending({ outcome, failure, sessions }: Trial): string[] {
  if (outcome !== "completed" && outcome !== "gave-up") return [`ended as ${outcome}: ${failure?.message}`];
  return sessions.filter(({ end }) => end === null).map(({ id }) => `session ${id} has no end`);
}

function silence(trial: Trial): string[] {
  const turns = userTurns(trial);
  const empty = turns.filter(({ text }) => wordsOf(text).length === 0).map(({ index }) => `turn ${index} is empty`);
  return [...empty, ...turns.filter(({ misheard }) => misheard).map(({ index }) => `misheard before ${index}`)];
}

/** Facts told, and wordings of facts used, when they did not hold. */
function lies(trial: Trial): string[] {
  const { persona, scenario } = castOf(WORLD, trial.persona, trial.scenario);
  const life = lifeOf(persona, scenario);
  return trial.sessions.flatMap(({ at, turns }) =>
    turns.flatMap((turn) => {
      if (turn.speaker !== "user") return [];
      const holds = (id: string) =>
        life.some((fact) => fact.id === id && (fact.from ?? "") <= at && (fact.to === null || at < fact.to));
      const told = turn.disclosed.filter(({ fact }) => !holds(fact)).map(({ fact }) => `${fact} told at ${at}`);
      const said = life
        .filter(({ id, say }) => !holds(id) && hasPhrase(turn.text, say))
        .map(({ id }) => `${id} said at ${at}`);
      return [...told, ...said];
    }),
  );
}

/** Private facts outside a beat that confides, or in words before it. */
function indiscretions(trial: Trial): string[] {
  const { persona, scenario } = castOf(WORLD, trial.persona, trial.scenario);
  const secrets = lifeOf(persona, scenario).filter(({ disclose }) => disclose === "private");
  return secrets.flatMap(({ id, say }) => {
    const turns = userTurns(trial);
    const confided = turns.findIndex(
      ({ beat, disclosed }) => beat === "confides" && disclosed.some(({ fact }) => fact === id),
    );
    const before = confided < 0 ? turns : turns.slice(0, confided);
    return before
      .filter(({ text, disclosed }) => disclosed.some(({ fact }) => fact === id) || hasPhrase(text, say))
      .map(({ index }) => `${id} slips out at ${index}`);
  });
}

function moods({ sessions }: Trial): string[] {
  return sessions.flatMap(({ id, turns }) => {
    const patience = turns.flatMap((turn) =>
      turn.speaker === "user" && turn.patience !== null ? [turn.patience] : [],
    );
    const rises = patience.some((level, at) => at > 0 && level > (patience[at - 1] as number));
    return rises || patience.some((level) => level < 0) ? [`patience goes ${patience.join(" ")} in ${id}`] : [];
  });
}

function repeats(trial: Trial): string[] {
  const speakers = (["user", "assistant"] as const).map((speaker) =>
    turnsOf(trial).filter((turn) => turn.speaker === speaker),
  );
  return speakers.flatMap(saidTwice).map((sentence) => `said twice: ${sentence}`);
}
