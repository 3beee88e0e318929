import type { AssistantName } from "../schema/event.js";
import type { Evidence, Persona } from "../schema/persona.js";
import type { PlannedTrial } from "../schema/run.js";
import type { Suite } from "../schema/suite.js";
import { type Draws, drawsFor } from "./draws.js";
import { givenTo } from "./given.js";
import { type Knobs, knobsOf } from "./knobs.js";
import type { Told } from "./knowledge.js";
import { type LivedFact, lifeOf } from "./life.js";
import { evidenceIn, type Materials } from "./materials.js";
import { apart } from "./neighbour.js";
import { ordered } from "./ordered.js";
import type { Stage } from "./ports.js";
import { type Cast, castOf, playersCast, type World } from "./world.js";

/** What decides a trial before it begins. */
export interface Asked {
  planned: PlannedTrial;
  arm: AssistantName;
  suite: Pick<Suite, "known" | "recall_tokens" | "seed">;
  world: World;
}

/** The person on this day: what is drawn and known before anybody speaks. */
export interface Setting {
  cast: Cast;
  life: readonly LivedFact[];
  draws: Draws;
  knobs: Knobs;
  evidence: readonly Evidence[];
  told: Told[];
}

/** The key of everything that is drawn in a pair: the same for every arm, so that arms differ by what they recall. */
export function pairKey(
  seed: number,
  { persona, scenario, repeat }: Pick<PlannedTrial, "persona" | "scenario" | "repeat">,
): string {
  return `${seed}|${persona}|${scenario}|${repeat}`;
}

/** The setting of the person a trial is about. */
export function settingOf(asked: Asked): Setting {
  const { planned, suite, world } = asked;
  return settingFor(
    playersCast(castOf(world, planned.persona, planned.scenario, planned.twin)),
    drawsFor(pairKey(suite.seed, planned)),
    asked,
  );
}

function settingFor(cast: Cast, draws: Draws, asked: Asked): Setting {
  return {
    ...{ cast, draws },
    life: lifeOf(cast.persona, cast.scenario),
    knobs: knobsOf(cast.persona.behaviour, draws),
    evidence: evidenceIn(given(asked, cast.persona, cast)),
    told: [],
  };
}

function given({ arm, planned, suite }: Asked, owner: Persona, { slots, scenario }: Cast): Materials {
  const draws = drawsFor(`${pairKey(suite.seed, planned)}|given|${owner.id}`);
  return givenTo(arm, owner, suite.known, { slots, before: scenario.situation.at, draws });
}

/** The other person who has the same assistant, where it is shared: drawn for the pair, their facts under names of their own. */
export function neighbourOf(asked: Asked, { cast, draws }: Setting): Setting | null {
  const { arm, planned, suite, world } = asked;
  if (arm.serve !== "shared") return null;
  const others = Object.keys(world.personas)
    .filter((id) => id !== planned.persona)
    .sort();
  if (others.length === 0) throw new Error(`nobody is there to share an assistant with ${planned.persona}`);
  const persona = apart(world.personas[draws.pick("neighbour", others)] as Persona);
  const theirs = drawsFor(`${pairKey(suite.seed, planned)}|beside|${persona.id}`);
  return settingFor({ ...cast, persona }, theirs, asked);
}

/** What the technique of an arm is given: materials of the person, or of a drawn other for the specificity axis. */
export function stageOf(
  asked: Asked,
  { cast, draws }: Setting,
  neighbour: Setting | null,
): Omit<Stage, "truth" | "book" | "signal" | "keep" | "embeddings"> {
  const { planned, arm, suite, world } = asked;
  const owner = ownerOf(cast.persona, arm.materials, world, draws);
  const prefix = owner.id === cast.persona.id ? "" : `${owner.id}/`;
  const others = Object.values(world.personas).filter(({ id }) => id !== cast.persona.id);
  const before = { ...cast.scenario, sessions: [] };
  const lived = lifeOf(owner, before).map((fact) => [fact.id, { ...fact, id: `${prefix}${fact.id}` }] as const);
  const beside = neighbour ? lifeOf(neighbour.cast.persona, before).map((fact) => [fact.id, fact] as const) : [];
  const own = given(asked, owner, cast);
  return {
    trial: planned.id,
    ...{ cast, draws },
    materials: neighbour ? together(own, given(asked, neighbour.cast.persona, cast)) : own,
    recallTokens: arm.recall_tokens ?? suite.recall_tokens,
    others,
    peers: others.filter(({ segment }) => segment === cast.persona.segment),
    evidenceFacts: new Map([...lived, ...beside]),
  };
}

/** The materials of two people in one heap, by date; attributes are of the first. */
function together(own: Materials, theirs: Materials): Materials {
  return {
    ...own,
    documents: ordered([...own.documents, ...theirs.documents], ({ date }) => date),
    interactions: ordered([...own.interactions, ...theirs.interactions], ({ at }) => at),
    pairs: ordered([...own.pairs, ...theirs.pairs], ({ at }) => at),
  };
}

/** Whose materials an arm gets. Throws where nobody else is there to give any: such a trial cannot be played. */
function ownerOf(persona: Persona, materials: AssistantName["materials"], world: World, draws: Draws): Persona {
  if (materials === "own") return persona;
  const others = Object.values(world.personas).filter(({ id }) => id !== persona.id);
  const donors = others.filter(({ segment }) => (segment === persona.segment) === (materials === "same-segment"));
  if (donors.length === 0) throw new Error(`no other persona can lend ${persona.id} materials (${materials})`);
  return draws.pick(`materials.${materials}`, donors);
}
