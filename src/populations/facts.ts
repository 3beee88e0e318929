import type { z } from "zod";
import type { Draws } from "../core/draws.js";
import type { SpokenSlot } from "../core/world.js";
import type { fact } from "../schema/persona.js";
import type { FactForm, Weights } from "../schema/population.js";
import type { Value } from "../schema/primitives.js";
import { weighed } from "./weighing.js";

/** A fact as it is written into a file. */
export type WrittenFact = z.input<typeof fact>;

/** The facts that a value on a slot makes: what holds, what holds before some audience, and what will hold later. */
export function factsFrom(slot: SpokenSlot, value: Value, form: FactForm, draws: Draws): WrittenFact[] {
  const open = form.disclose !== "private" && draws.chance(`open ${slot.id}`, form.disclose);
  const common = {
    slot: slot.id,
    strength: hundredths(draws.within(`strength ${slot.id}`, form.strength)),
    ...(draws.chance(`veto ${slot.id}`, form.veto) ? { veto: true } : {}),
    disclose: form.disclose === "private" ? ("private" as const) : open ? ("open" as const) : ("if-asked" as const),
    ...(form.share_with ? { share_with: form.share_with } : {}),
  };
  const said = (words: string[] | undefined) => (words ? { say: words } : {});
  const main = {
    ...{ id: slot.id, ...common, ...conditionFor(slot, value, form) },
    ...said(form.say[String(value)]),
    ...later(slot, value, form, draws),
  };
  const before = form.when.flatMap(({ audience, chance, to }) => {
    const other = to[String(value)];
    if (!other || !draws.chance(`before ${audience} ${slot.id}`, chance)) return [];
    const instead = replaced(other, draws, `for ${audience} ${slot.id}`);
    return [{ id: `${slot.id}-${audience}`, ...common, ...conditionFor(slot, instead, form), when: { audience } }];
  });
  return [main, ...before];
}

function later(slot: SpokenSlot, value: Value, { later: change, ...form }: FactForm, draws: Draws) {
  const to = change?.to[String(value)];
  if (!change || !to || !draws.chance(`drifts ${slot.id}`, change.chance)) return {};
  const next = replaced(to, draws, `later ${slot.id}`);
  const say = change.say[next];
  return { later: [{ at: change.at, ...conditionFor(slot, next, form), ...(say ? { say } : {}) }] };
}

const replaced = (weights: Weights, draws: Draws, stream: string) => weighed(draws, stream, Object.entries(weights));

function conditionFor(
  slot: SpokenSlot,
  value: Value,
  { as, bounds }: Pick<FactForm, "as" | "bounds">,
): { [as: string]: Value } {
  return { [bounds[String(value)] ?? as]: slot.type === "number" ? Number(value) : value };
}

/** Two digits are enough for what nobody measures, and short in a file. */
export const hundredths = (number: number) => Math.round(number * 100) / 100;
