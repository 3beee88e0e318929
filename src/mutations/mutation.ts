import type { Draws } from "../core/draws.js";
import type { Vocabulary } from "../core/world.js";
import type { Catalog } from "../schema/catalog.js";
import type { Persona } from "../schema/persona.js";
import type { Scenario } from "../schema/scenario.js";
import type { Trial } from "../schema/trial.js";
import { type Reply, replied } from "./replied.js";
import { type Scene, scenesOf } from "./scene.js";

/** What an operator may know beside the trial: the files it was played from, without the words that scorers look for. */
export interface Context {
  persona: Persona;
  /** Everybody else of the run. */
  others: readonly Persona[];
  scenario: Scenario;
  catalog: Catalog;
  slots: Vocabulary;
  /** Decides the place, the wording and whatever else is open. */
  draws: Draws;
}

/** A hand-written sentence of an operator; `{reply}` is the recorded reply, other braces are filled by the operator. */
export interface Wording {
  id: string;
  text: string;
  /** Held out: only results on such wordings are to be published. */
  held: boolean;
}

/** A trial with one changed reply. */
export interface Mutant {
  trial: Trial;
  kind: string;
  /** Index of the changed turn. */
  turn: number;
  /** The fact that the defect, or what only looks like one, is about. */
  fact?: string;
  /** Id of the wording. */
  wording: string;
  held: boolean;
}

/** One way to change one reply of a trial. */
export interface Mutation {
  kind: string;
  /** One line: what the changed reply does. */
  meaning: string;
  wordings: readonly Wording[];
  /** The changed trial; null where it cannot be done there. */
  plant(trial: Trial, context: Context): Mutant | null;
}

/** A reply that an operator puts in the place of the recorded one. */
export interface Planted {
  reply: Reply;
  fact?: string;
}

/**
 * An operator that tries the probes of a trial, and at each its wordings, in a drawn order, and plants at the first that
 * allows it. `attempt` gives null where a wording cannot be used at a probe.
 */
export function mutation(
  kind: string,
  meaning: string,
  wordings: readonly Wording[],
  attempt: (scene: Scene, wording: Wording) => Planted | null,
): Mutation {
  const plant = (trial: Trial, context: Context): Mutant | null => {
    for (const scene of context.draws.shuffled("probe", scenesOf(trial, context)))
      for (const wording of context.draws.shuffled("wording", wordings)) {
        const planted = attempt(scene, wording);
        if (!planted) continue;
        const { reply, fact } = planted;
        const label = { kind, turn: scene.reply.index, wording: wording.id, held: wording.held };
        return { trial: replied(scene, reply), ...label, ...(fact === undefined ? {} : { fact }) };
      }
    return null;
  };
  return { kind, meaning, wordings, plant };
}

/** The wordings of a kind: those that may be looked at, then those held out. */
export function wordingsOf(kind: string, open: readonly string[], held: readonly string[]): Wording[] {
  return [...open, ...held].map((text, index) => ({
    id: `${kind}-${index + 1}`,
    text,
    held: index >= open.length,
  }));
}
