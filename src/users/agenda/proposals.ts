import type { LivedFact } from "../../core/life.js";
import { meets } from "../../core/utility.js";
import type { Vocabulary } from "../../core/world.js";
import type { Item } from "../../schema/catalog.js";
import type { Manner } from "./acts.js";
import { type Agenda, type Circumstances, consider, drop, giveUp, push, weight, wornOut } from "./agenda.js";

/** What a person meant to do about the item before, which is of no use once another one, or none, is on the table. */
const ON_AN_ITEM = ["accept", "correct", "question", "alternative", "request", "prompt"] as const;

/** Something is offered: the person objects, questions it, asks for another, or takes it. */
export function propose(agenda: Agenda, item: Item, around: Circumstances): void {
  const { knobs, draws } = around;
  const again = agenda.rejected.has(item.id);
  consider(agenda, item);
  agenda.proposals += 1;
  drop(agenda, ...ON_AN_ITEM);
  const broken = objection(agenda, item, around);
  if (broken) correct(agenda, item, broken, again, around);
  else if (agenda.proposals === 1 && draws.chance("agenda.skepticism", knobs.skepticism))
    push(agenda, { intent: "question", item });
  else if (agenda.proposals === 1 && draws.chance("agenda.change-mind", knobs.change_mind)) {
    agenda.rejected.add(item.id);
    agenda.aside = item;
    push(agenda, { intent: "alternative", item });
  } else take(agenda, item, around);
}

/** Of several things offered, what this person refused last of all, and breaks least of what they insist on. */
export function mostLikely(offered: readonly Item[], agenda: Agenda, { slots }: Circumstances): Item | undefined {
  const against = (item: Item) => {
    const broken = gravest(slots, agenda.constraints, item).filter(({ id }) => !agenda.relaxed.has(id));
    return broken.reduce((sum, fact) => sum + weight(fact), agenda.rejected.has(item.id) ? 100 : 0);
  };
  return [...offered].sort((one, other) => against(one) - against(other))[0];
}

/** More was said of the item under discussion: what was asked is answered, and the person decides. */
export function reconsider(agenda: Agenda, item: Item, around: Circumstances): void {
  if (agenda.stack.some(({ intent }) => intent === "question" || intent === "alternative" || intent === "correct"))
    return;
  if (agenda.rejected.has(item.id)) propose(agenda, item, around);
  else take(agenda, item, around);
}

/** The insisted fact of greatest weight that an item breaks, if this person minds enough to say so. */
function objection(
  { constraints, relaxed }: Agenda,
  item: Item,
  { slots, knobs, draws }: Circumstances,
): LivedFact | null {
  const worst = gravest(slots, constraints, item).find(({ id }) => !relaxed.has(id));
  return worst && draws.chance("agenda.corrects", knobs.corrects * weight(worst)) ? worst : null;
}

/** The facts that an item breaks, what weighs most first. */
export function gravest(slots: Vocabulary, facts: readonly LivedFact[], item: Item): LivedFact[] {
  const broken = facts.filter(({ slot, condition }) => !meets(slots, slot, condition, item.attributes));
  return broken.sort((one, other) => weight(other) - weight(one));
}

/** Objecting costs patience where the fact was told, or the item refused, before. */
function correct(agenda: Agenda, item: Item, fact: LivedFact, again: boolean, around: Circumstances): void {
  const reminded = around.toldBefore(fact) || again;
  if (reminded) agenda.patience -= 1;
  agenda.rejected.add(item.id);
  agenda.accepted = false;
  if (agenda.patience < 1 || (reminded && wornOut(agenda, around))) endSearch(agenda);
  else push(agenda, { intent: "correct", item, fact, reminded });
}

/**
 * The item is taken: after some searching with joy, or without where it breaks something that this person insists on and lets go
 * by; without, too, where it is one that was refused before.
 */
function take(agenda: Agenda, item: Item, { slots }: Circumstances): void {
  const searched = agenda.rejected.size > 0;
  const settles = searched && gravest(slots, agenda.constraints, item).length > 0;
  if (agenda.aside?.id === item.id) accept(agenda, item, "returning");
  else if (agenda.rejected.has(item.id) || settles) accept(agenda, item, "resigned");
  else accept(agenda, item, searched ? "glad" : "willing");
}

/** Enough is enough: the person goes back to what they put aside without a word against it, or does without. */
function endSearch(agenda: Agenda): void {
  const { aside } = agenda;
  if (aside) {
    consider(agenda, aside);
    accept(agenda, aside, "returning");
  } else giveUp(agenda);
}

/** What this person might have added about the choice need not be said any more. */
function accept(agenda: Agenda, item: Item, manner: Manner): void {
  agenda.accepted = true;
  drop(agenda, "inform", "prompt");
  push(agenda, { intent: "accept", item, manner });
}

/**
 * No offer: the person gives way on one thing that is no must; with nothing to give way on, patience ends. Where the
 * assistant names what comes closest, the person gives way on what that breaks, as far as it is no must, and takes it.
 */
export function relax(agenda: Agenda, nearest: Item | null, around: Circumstances): void {
  agenda.patience -= 1;
  drop(agenda, ...ON_AN_ITEM);
  const broken = nearest
    ? agenda.constraints.filter((fact) => !meets(around.slots, fact.slot, fact.condition, nearest.attributes))
    : [];
  if (nearest && agenda.patience >= 1 && broken.every(({ veto }) => !veto)) {
    for (const { id } of broken) agenda.relaxed.add(id);
    consider(agenda, nearest);
    accept(agenda, nearest, "resigned");
  } else giveWay(agenda);
}

function giveWay(agenda: Agenda): void {
  const loose = agenda.constraints.find(({ veto, id }) => !veto && !agenda.relaxed.has(id));
  if (!loose || agenda.patience < 1) endSearch(agenda);
  else {
    agenda.relaxed.add(loose.id);
    agenda.rejected.clear();
    push(agenda, { intent: "relax" });
  }
}
