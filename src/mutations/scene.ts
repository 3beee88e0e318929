import type { Draws } from "../core/draws.js";
import type { Situation } from "../core/expected.js";
import { activeFacts, type LivedFact, lifeOf, mayLearn, momentOf, successors } from "../core/life.js";
import { optionsOf } from "../core/options.js";
import type { Item } from "../schema/catalog.js";
import type { AssistantTurn, ProbeRecord, UserTurn } from "../schema/event.js";
import type { Probe } from "../schema/scenario.js";
import type { Trial } from "../schema/trial.js";
import type { Context } from "./mutation.js";

/** One answered probe of a trial, with all that was true and known there. */
export interface Scene {
  trial: Trial;
  context: Context;
  draws: Draws;
  probe: ProbeRecord;
  script: Probe;
  reply: AssistantTurn;
  /** The person's next turn in the session; null where the reply was the last word. */
  next: UserTurn | null;
  situation: Situation;
  options: readonly Item[];
  life: readonly LivedFact[];
  /** What holds of the person and can be known there. */
  known: readonly LivedFact[];
}

/** The answered probes of a trial, in order. None where the trial has no proper end. */
export function scenesOf(trial: Trial, context: Context): Scene[] {
  if (!["completed", "gave-up"].includes(trial.outcome)) return [];
  const life = lifeOf(context.persona, context.scenario);
  return trial.probes.flatMap((probe) => sceneAt(trial, context, life, probe) ?? []);
}

function sceneAt(trial: Trial, context: Context, life: readonly LivedFact[], probe: ProbeRecord): Scene | null {
  const session = trial.sessions.find(({ id }) => id === probe.session);
  const script = context.scenario.sessions
    .find(({ id }) => id === probe.session)
    ?.probes.find(({ id }) => id === probe.id);
  const reply = session?.turns.find(({ index }) => index === probe.reply);
  if (!session || !script || reply?.speaker !== "assistant") return null;
  const next = session.turns.find(({ index, speaker }) => index > reply.index && speaker === "user");
  const { slots, scenario, catalog, draws } = context;
  const moment = momentOf(scenario, session.at, probe.audience);
  const options = optionsOf(catalog, script.kind);
  const sources = new Map(probe.known.map(({ fact, source }) => [fact, source]));
  return {
    ...{ trial, context, draws, probe, script, reply, options, life },
    next: next?.speaker === "user" ? next : null,
    situation: {
      ...{ slots, life, moment, options, norms: scenario.norms },
      knowledge: { sources, uncertain: new Set(probe.uncertain) },
    },
    known: activeFacts(life, moment).filter(({ id }) => sources.has(id)),
  };
}

/** Whether the person alone reads what comes out. */
export const isPrivate = ({ probe }: Scene) => probe.audience.every((reader) => reader === "self");

/** Whether the probe asks for a choice or a text, and is no question about the person. */
export const isTask = ({ script, reply, options }: Scene) =>
  script.about === undefined && reply.choice !== null && options.some(({ id }) => id === reply.choice);

/** Whether the person let the reply stand: what they say next is not about it, so it would stand behind another reply too. */
export const letStand = ({ probe, next }: Scene) => probe.repair === null && next?.probe !== probe.id;

/** Whether the reply is right as it was recorded: one of the best choices, and no question asked. */
export const isRight = (scene: Scene) =>
  isTask(scene) && scene.probe.optimum.includes(scene.reply.choice ?? "") && scene.reply.asked.length === 0;

/** Superseded facts that must not be used any more, each with the known one that holds instead. */
export function staleFacts({ probe, life, known }: Scene): { old: LivedFact; now: LivedFact }[] {
  const old = life.filter((fact) => probe.forbidden.includes(fact.id) && mayLearn(fact, probe.audience));
  return old.flatMap((fact) => {
    const now = successors(life, fact).find((newer) => known.includes(newer));
    return now ? [{ old: fact, now }] : [];
  });
}

/** The known facts of some ids. */
export const knownOf = ({ known }: Scene, ids: readonly string[]) => known.filter(({ id }) => ids.includes(id));
