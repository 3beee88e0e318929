import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lifeOf } from "../../src/core/life.js";
import { castOf, type World } from "../../src/core/world.js";
import type { Trial } from "../../src/schema/trial.js";
import { loadWorld } from "../../src/store/world.js";
import { dramatis } from "../support/dramatis.js";
import { userTurns } from "../support/talk.js";
import { tells } from "../support/telling.js";
import { holdsOfEveryRun } from "./everyRun.js";
import { MISSING } from "./place.js";
import { folderToPlayIn, type Played, playedIn } from "./playing.js";

describe("a run in which a GGUF file words what a hybrid user has planned", () => {
  let played: Played;
  let world: World;

  beforeAll(async () => {
    if (MISSING !== null) return;
    const cwd = folderToPlayIn();
    world = loadWorld(cwd).world;
    played = playedIn(cwd, await dramatis(["run", "hybrid", "--plain"], { cwd }));
  }, 600_000);
  beforeEach((context) => {
    if (MISSING !== null) context.skip(MISSING);
  });

  /** What a trial's user planned to tell, by turn, and whether the turn tells it. An affirmed fact is in the question. */
  function slotsOf(trial: Trial) {
    const cast = castOf(world, trial.persona, trial.scenario);
    const life = lifeOf(cast.persona, cast.scenario);
    const turns = userTurns(trial).filter(({ acts }) => !acts.some(({ intent }) => intent === "affirm"));
    return turns.flatMap(({ acts, text, spoken, disclosed }) =>
      acts.flatMap(({ slot, condition }) => {
        if (condition === undefined) return [];
        const facts = life.filter((fact) => fact.slot === slot && disclosed.some((one) => one.fact === fact.id));
        const kept = facts.length > 0 && facts.every((fact) => tells(text, cast.slots, fact));
        return [{ slot, text, spoken, kept }];
      }),
    );
  }

  holdsOfEveryRun("hybrid", () => played);

  it("keeps every planned slot in what is said, whoever words it", async ({ annotate }) => {
    const planned = played.trials.flatMap(slotsOf);
    const by = (speaker: string) => planned.filter(({ spoken, kept }) => kept && spoken === speaker).length;
    await annotate(
      `planned slots: ${planned.length}; said by the template: ${by("template")}, by the model: ${by("model")}`,
    );
    expect(planned.filter(({ kept }) => !kept)).toEqual([]);
    // Every trial opens with one, and goes on for a turn at least.
    expect(planned.length).toBeGreaterThanOrEqual(played.trials.length);
  });

  it("leaves words to the template only where the model's failed, and has no other words of a model than it gave", () => {
    for (const trial of played.trials) {
      const given = played.journal.flatMap(({ event }) =>
        event.type === "call" && event.trial === trial.id && event.call.caller === "user"
          ? [event.call.reply?.text.trim()]
          : [],
      );
      for (const { spoken, guards, text } of userTurns(trial))
        if (spoken === "template") expect(guards).not.toEqual([]);
        else expect(given).toContain(text);
    }
  });
});
