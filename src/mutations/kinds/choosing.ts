import type { LivedFact } from "../../core/life.js";
import { meets } from "../../core/utility.js";
import type { Item } from "../../schema/catalog.js";
import { offered, type Values } from "../framing.js";
import type { Planted, Wording } from "../mutation.js";
import { outcomeIn } from "../replied.js";
import type { Scene } from "../scene.js";

/** What comes out of another choice, in the terms of a probe. */
export interface Turned {
  admissible: boolean | null;
  utility: number | null;
  /** Whether it satisfies a fact. */
  serves(fact: Pick<LivedFact, "slot" | "condition">): boolean;
}

/** A reply that offers one of the other options, the first in a drawn order whose outcome is as wanted; null where none is. */
export function offeringAnother(
  scene: Scene,
  wording: Wording,
  wanted: (turned: Turned) => boolean,
  values: Values = {},
): Planted | null {
  for (const item of scene.draws.shuffled("item", others(scene))) {
    const reply = offered(scene, item, wording.text, values);
    if (reply && wanted(turned(scene, item, reply.text))) return { reply };
  }
  return null;
}

/** Whether the recorded outcome satisfies a fact. */
export const served = ({ situation, probe }: Scene, { slot, condition }: LivedFact) =>
  meets(situation.slots, slot, condition, probe.attributes);

/** Whether the reply delivers a text for others to read, not code or a choice. */
export const isLetter = ({ options, context }: Scene) =>
  context.scenario.domain !== "coding" && options.some(({ text }) => text.length > 0);

function others({ options, reply }: Scene): Item[] {
  return options.filter(({ id }) => id !== reply.choice);
}

function turned(scene: Scene, item: Item, text: string): Turned {
  const { attributes, admissible, utility } = outcomeIn(scene, { choice: item.id, text });
  const { slots } = scene.situation;
  return { admissible, utility, serves: ({ slot, condition }) => meets(slots, slot, condition, attributes) };
}
