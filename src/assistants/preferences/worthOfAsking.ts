import type { Stage } from "../../core/ports.js";
import { satisfyingValues } from "../../core/satisfies.js";
import { judge, type Preference } from "../../core/utility.js";
import type { Item } from "../../schema/catalog.js";
import { conditionOf } from "../../schema/condition.js";

/** What an answer is taken to weigh: the middle of the scale, as nobody has said yet how much it matters. */
const WEIGHT = 0.5;
/** What each value counts before any peer is looked at (Laplace). */
const PRIOR = 1;

/**
 * By how much the expected utility of the best choice grows when the person answers a question about a slot: the mean,
 * over the answers they may give, of the best option's utility then, less that of the option that is best without an
 * answer. In [0, 1]; 0 where no answer changes the choice.
 */
export function worthOfAsking(
  slot: string,
  options: readonly Item[],
  beliefs: readonly Preference[],
  { cast, peers }: Pick<Stage, "cast" | "peers">,
): number {
  const { slots, scenario } = cast;
  const values = Object.keys(slots[slot]?.values ?? {});
  const known = beliefs.filter((one) => options.some(({ attributes }) => attributes[one.slot] !== undefined));
  const now = judge(slots, options, known, scenario.norms).optimum;
  const chances = answersOf(slot, values, { cast, peers });
  return values.reduce((worth, value, at) => {
    const told = { slot, condition: { is: value }, strength: WEIGHT, veto: false };
    const judged = judge(slots, options, [...known, told], scenario.norms).options.filter((one) => one.admissible);
    const utilityOf = new Map(judged.map(({ id, utility }) => [id, utility ?? 0]));
    const best = Math.max(0, ...utilityOf.values());
    const unasked = now.map((id) => utilityOf.get(id) ?? 0);
    const mean = unasked.length === 0 ? 0 : unasked.reduce((sum, one) => sum + one, 0) / unasked.length;
    return worth + (chances[at] as number) * (best - mean);
  }, 0);
}

/** How likely each answer is, by what peers want there. */
function answersOf(slot: string, values: readonly string[], { cast, peers }: Pick<Stage, "cast" | "peers">): number[] {
  const described = cast.slots[slot];
  const wanted = peers
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.slot === slot && fact.disclose !== "private" && fact.when === undefined)
    .map((fact) => (described ? satisfyingValues(described, conditionOf(fact)) : []));
  const counts = values.map((value) => PRIOR + wanted.filter((among) => among.includes(value)).length);
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}
