import type { Expectation, Session } from "../schema/scenario.js";
import { concernsPerson } from "./beats.js";
import { sessionTimes } from "./civilTime.js";
import { truthAt } from "./expected.js";
import { knownAt, type Told } from "./knowledge.js";
import { activeFacts, type LivedFact, lifeOf, type Moment, momentOf } from "./life.js";
import { evidenceIn, materialsOf } from "./materials.js";
import { optionsOf } from "./options.js";
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
    const at = times[index] as string;
    told.push(...toldIn(session, life, momentOf(scenario, at)));
    return session.probes.map((probe): MatrixCell => {
      const { expected, required, infeasible } = truthAt(probe, {
        slots,
        life,
        moment: momentOf(scenario, at, probe.audience),
        knowledge: knownAt(evidence, told, session.id),
        options: optionsOf(catalog, probe.kind),
        norms: scenario.norms,
      });
      const place = { persona, scenario: id, session: session.id, probe: probe.id };
      return { ...place, expected, required: required.length, infeasible };
    });
  });
}

/** What the beats of a session tell, each the first fact on its slot. */
function toldIn(session: Session, life: readonly LivedFact[], moment: Moment): Told[] {
  return session.beats
    .filter((beat) => concernsPerson(beat, session, life))
    .flatMap((beat): Told[] => {
      const slot = beat.disclose ?? beat.confides ?? beat.change;
      const fact = activeFacts(life, moment).find((one) => one.slot === slot);
      return fact ? [{ fact: fact.id, slot: fact.slot, how: "act", session: session.id }] : [];
    });
}
