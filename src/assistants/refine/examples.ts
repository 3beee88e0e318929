import type { LivedFact } from "../../core/life.js";
import type { PastSession, Stage } from "../../core/ports.js";
import type { Item } from "../../schema/catalog.js";
import type { Turn, UserTurn } from "../../schema/event.js";
import type { Interaction } from "../../schema/persona.js";
import type { Attributes } from "../../schema/primitives.js";
import { offered } from "../offered.js";
import type { Recollection } from "../technique.js";

/** One of several things that could be chosen. */
export interface Choice {
  id: string;
  text: string;
  attributes: Attributes;
}

/** What the person once took, or would not have, of several things. */
export interface Example {
  /** What was asked; null where nobody recorded it. */
  asked: string | null;
  /** The kind of the options; null for texts. */
  kind: string | null;
  options: readonly Choice[];
  id: string;
  liked: boolean;
  /** What the person said of themselves with it. */
  told: readonly LivedFact[];
}

/** Looking at something says nothing of whether it is liked. */
const LIKING: Readonly<Record<Exclude<Interaction["action"], "rated" | "viewed">, boolean>> = {
  ...{ chose: true, bought: true },
  ...{ skipped: false, returned: false },
};
/** Ratings above are liked, those below are not; the middle says nothing. */
const MIDDLE = 3;

/** The examples in the materials: what was done with items of the catalog, and pairs, of which the options are the two texts. */
export function examplesIn({ cast, materials }: Stage, pieces: readonly Recollection[]): Example[] {
  const taken = materials.interactions.flatMap((interaction) => {
    const item = cast.catalog.items.find(({ id }) => id === interaction.item);
    const liked = likingOf(interaction);
    return item && liked !== null ? [exampleOf(cast.catalog.items, item, liked)] : [];
  });
  const texts = materials.pairs.map(({ prompt, chosen, rejected }, at): Example => {
    const told = pieces.find(({ id }) => id === `pair-${at + 1}`)?.facts ?? [];
    const shown = told.flatMap(({ slot, condition }) => (condition.is === undefined ? [] : [[slot, condition.is]]));
    return {
      ...{ asked: prompt, kind: null, id: "chosen", liked: true, told },
      options: [
        { id: "chosen", text: chosen, attributes: Object.fromEntries(shown) },
        { id: "rejected", text: rejected, attributes: {} },
      ],
    };
  });
  return [...taken, ...texts];
}

function likingOf({ action, rating }: Interaction): boolean | null {
  if (rating !== undefined) return rating === MIDDLE ? null : rating > MIDDLE;
  return action === "rated" || action === "viewed" ? null : LIKING[action];
}

/**
 * The examples in a session: what the assistant stood for, and how the person took it. Acts tell, where rules play the
 * person. A model's turns have none: of the offers of one kind the last counts as taken, another one before it as not.
 */
export function examplesOf({ turns, told }: PastSession, items: readonly Item[]): Example[] {
  const offers = offersIn(turns);
  const silent = turns.every((turn) => turn.speaker === "assistant" || turn.acts.length === 0);
  return offers.flatMap(({ asked, item, answer }, at) => {
    const found = items.find(({ id }) => id === item);
    const last = offers.findLast((other) => items.find(({ id }) => id === other.item)?.kind === found?.kind);
    const liked = silent ? last === offers[at] || (last?.item === item ? null : false) : takenBy(answer);
    if (!found || liked === null) return [];
    return [{ ...exampleOf(items, found, liked), asked, told: told.get(answer?.index ?? -1) ?? [] }];
  });
}

interface Offer {
  asked: string | null;
  item: string;
  answer: UserTurn | null;
}

function offersIn(turns: readonly Turn[]): Offer[] {
  return turns.flatMap((turn, at) => {
    if (turn.speaker === "user" || turn.choice === null) return [];
    const [before, after] = [turns[at - 1], turns[at + 1]];
    const answer = after?.speaker === "user" ? after : null;
    return [{ asked: before?.text ?? null, item: turn.choice, answer }];
  });
}

function takenBy(answer: UserTurn | null): boolean | null {
  const did = (intent: string) => answer?.acts.some((act) => act.intent === intent) ?? false;
  if (did("correct") || did("deny")) return false;
  return did("accept") ? true : null;
}

function exampleOf(items: readonly Item[], item: Item, liked: boolean): Example {
  const options = items.filter(({ kind }) => kind === item.kind).map(choiceOf);
  return { asked: null, kind: item.kind, options, id: item.id, liked, told: [] };
}

function choiceOf(item: Item): Choice {
  const { name, pitch, points } = offered(item);
  return { id: item.id, text: [name, pitch, ...points].join("; "), attributes: item.attributes };
}
