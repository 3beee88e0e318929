import type { Expectation } from "../schema/scenario.js";
import { concernsPerson } from "./beats.js";
import { sessionTimes } from "./civilTime.js";
import { truthAt } from "./expected.js";
import { knownAt, type Told } from "./knowledge.js";
import { activeFacts, type LivedFact, lifeOf } from "./life.js";
import { evidenceIn, materialsOf } from "./materials.js";
import { castOf, type World } from "./world.js";

/** What is right at one probe for one person, if all materials are given and every beat tells what it can. */
export interface MatrixCell {
  persona: string;
  scenario: string;
  session: string;
  probe: string;
  expected: Record<string, Expectation>;
  required: number;
  infeasible: boolean;
}

const ALL = { attributes: true, documents: true, interactions: true, pairs: true };

/** The persona x probe matrix of one scenario. */
export function matrixOf(world: World, scenario: string): MatrixCell[] {
  return Object.keys(world.personas)
    .sort()
    .flatMap((persona) => rowOf(world, persona, scenario));
}

function rowOf(world: World, persona: string, id: string): MatrixCell[] {
  const { slots, persona: person, scenario, catalog } = castOf(world, persona, id);
  const life = lifeOf(person, scenario);
  const evidence = evidenceIn(materialsOf(person, ALL));
  const times = sessionTimes(scenario.situation.at, scenario.sessions);
  const told: Told[] = [];
  return scenario.sessions.flatMap((session, index) => {
    const moment = {
      at: times[index] as string,
      domain: scenario.domain,
      place: scenario.situation.place,
      audience: ["self"],
    };
    for (const beat of session.beats.filter((one) => concernsPerson(one, session, life))) {
      const slot = beat.disclose ?? beat.confides ?? beat.change;
      const fact: LivedFact | undefined = activeFacts(life, moment).find((one) => one.slot === slot);
      if (fact) told.push({ fact: fact.id, slot: fact.slot, how: "act", session: session.id });
    }
    return session.probes.map((probe): MatrixCell => {
      const options = catalog.items.filter(({ kind }) => kind === probe.kind);
      const situation = {
        slots,
        life,
        moment: { ...moment, audience: probe.audience },
        knowledge: knownAt(evidence, told, session.id),
        options,
        norms: scenario.norms,
      };
      const { expected, required, infeasible } = truthAt(probe, situation);
      return {
        persona,
        scenario: id,
        session: session.id,
        probe: probe.id,
        expected,
        required: required.length,
        infeasible,
      };
    });
  });
}
