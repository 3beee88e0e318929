import type { Item } from "../schema/catalog.js";
import type { Attributes } from "../schema/primitives.js";
import { artifactOf } from "./artifact.js";
import type { Situation } from "./expected.js";
import { activeFacts } from "./life.js";
import { measuredAttributes } from "./measure.js";
import type { Task } from "./ports.js";
import { standingFacts, utility } from "./utility.js";
import type { Vocabulary } from "./world.js";

/**
 * What came out of a reply to a task, by slot: the tags of the item it stands for, and before them what can be measured
 * in the text it delivers, on the slots that matter there or that the options are tagged with.
 */
export function outcomeOf(
  slots: Vocabulary,
  task: Pick<Task, "slots" | "options">,
  chosen: Item | undefined,
  text: string,
): Attributes {
  const tagged = chosen?.attributes ?? {};
  const artifact = artifactOf(text);
  if (artifact === null) return tagged;
  const wanted = [...task.slots, ...task.options.flatMap(({ attributes }) => Object.keys(attributes))];
  return { ...tagged, ...measuredAttributes(slots, wanted, artifact) };
}

/** What came out is worth at a probe on some slots; nulls where nothing did: no item was chosen, and no text to measure. */
export function worthOf(
  { slots, life, moment, options, norms }: Situation,
  relevant: readonly string[],
  chosen: string | null,
  attributes: Attributes,
): { utility: number | null; admissible: boolean | null } {
  if (chosen === null && Object.keys(attributes).length === 0) return { utility: null, admissible: null };
  const facts = activeFacts(life, moment).filter(({ slot }) => relevant.includes(slot));
  return utility(slots, attributes, standingFacts(slots, options, facts, norms), norms);
}
