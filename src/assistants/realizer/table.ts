import type { Draws } from "../../core/draws.js";
import type { Task } from "../../core/ports.js";
import { meets } from "../../core/utility.js";
import type { Cast, Vocabulary } from "../../core/world.js";
import type { Item } from "../../schema/catalog.js";
import type { Technique } from "../technique.js";
import type { Belief } from "./beliefs.js";
import { type Chooser, chooser } from "./choice.js";
import { relevantOf, type Scene } from "./scene.js";
import { type Voice, voiceOf } from "./voice.js";

/** What lies on the table between the assistant and the person, and what the assistant works with. */
export interface Table {
  manner: Technique["manner"];
  voice: Voice;
  choose: Chooser;
  draws: Draws;
  vocabulary: Vocabulary;
  /** What was offered last. */
  item: Item | null;
  /** Whether the person took it. */
  taken: boolean;
  rejected: Set<string>;
  /** Slots asked about in this trial. */
  asked: Set<string>;
}

export function tableOf(cast: Cast, manner: Technique["manner"], draws: Draws): Table {
  const made = { voice: voiceOf(cast.slots, draws), choose: chooser(cast, draws) };
  return {
    manner,
    draws,
    vocabulary: cast.slots,
    ...made,
    item: null,
    taken: false,
    rejected: new Set(),
    asked: new Set(),
  };
}

/** Clears the table: a new matter begins. What was asked stays asked. */
export function clear(table: Table): void {
  table.item = null;
  table.taken = false;
  table.rejected = new Set();
}

/** The options that were not refused. */
export function available({ rejected }: Table, { options }: Task): Item[] {
  return options.filter(({ id }) => !rejected.has(id));
}

/** What the choice goes by; what some reader may not learn rules texts out. The echo stub goes by nothing. */
export function chosenBy({ manner }: Table, scene: Scene): Belief[] {
  if (manner === "recite") return [];
  const { slots } = scene.task;
  const restricted = scene.beliefs.filter(({ share_with, slot }) => share_with !== null && !slots.includes(slot));
  return [...relevantOf(scene), ...restricted.map((belief) => ({ ...belief, strength: 0, veto: false }))];
}

/** The best of some options by what is believed of the person; null where none may be offered. */
export function bestOf(table: Table, scene: Scene, options: readonly Item[]): Item | null {
  return table.choose.best(options, chosenBy(table, scene), scene.task.audience, scene.leanings.taste);
}

/** The recalled facts that went into a choice. */
export function usedBy({ manner }: Table, scene: Scene): string[] {
  const used = manner === "recite" ? scene.beliefs : relevantOf(scene);
  return used.filter(({ recalled }) => recalled).map(({ id }) => id);
}

/** What an item has on the slots where it serves what is believed, in at most so many points. */
export function remark({ voice, vocabulary }: Table, scene: Scene, about: Item, count: number): string {
  const served = relevantOf(scene).filter(({ slot, condition }) =>
    meets(vocabulary, slot, condition, about.attributes),
  );
  const slots = [...new Set(served.map(({ slot }) => slot))];
  if (slots.length === 0 && relevantOf(scene).length > 0) return "";
  return voice.points(about, slots.length > 0 ? slots : Object.keys(about.points).slice(0, 1), count);
}
