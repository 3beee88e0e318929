import type { z } from "zod";
import type { Draws } from "../core/draws.js";
import { hasPhrase } from "../core/phrases.js";
import type { Vocabulary } from "../core/world.js";
import type { Item } from "../schema/catalog.js";
import type { pair } from "../schema/persona.js";
import type { Population } from "../schema/population.js";
import { datesWithin } from "./dates.js";
import type { Dealer } from "./dealing.js";
import type { WrittenFact } from "./facts.js";
import { implied, type Shelf } from "./interactions.js";
import { factsMet, type Liked, likedBy } from "./liking.js";
import { secretWords } from "./sentences.js";

export type WrittenPair = z.input<typeof pair>;

/** Answers to prompts of which the person preferred one: two things of a kind, the one of more utility to them chosen. */
export function pairsOf(
  facts: readonly WrittenFact[],
  shelves: readonly Shelf[],
  slots: Vocabulary,
  { pairs, period }: Population,
  dealer: Dealer,
  draws: Draws,
): WrittenPair[] {
  const count = Math.round(draws.within("pairs", pairs.number));
  const secrets = secretWords(facts, slots);
  const asked = draws.shuffled("asked", shelves).flatMap((items) => {
    const prompts = pairs.prompts[items[0]?.kind ?? ""];
    const [best, worst] = apart(likedBy(facts, items, slots, pairs.noise, draws));
    if (!prompts || !best || !worst) return [];
    const shown = factsMet(facts, best.item, slots).filter(
      (fact) => factsMet([fact], worst.item, slots, false).length > 0,
    );
    const talked = shown.map(({ slot }) => slot);
    const answers = {
      prompt: dealer.deal(`prompt ${items[0]?.kind}`, prompts) as string,
      chosen: answer(best.item, talked, draws),
      rejected: answer(worst.item, talked, draws),
    };
    if (shown.length === 0 || hasPhrase(Object.values(answers).join(" "), secrets)) return [];
    return [{ ...answers, evidence: implied(shown) }];
  });
  const dates = datesWithin(period, count, draws);
  return asked.slice(0, count).map((one, index) => ({ ...one, at: dates[index] as string }));
}

/** The best liked and the least liked, where the person is better served by the first. */
function apart(liked: readonly Liked[]): [Liked?, Liked?] {
  const [best, worst] = [liked[0], liked.at(-1)];
  return best && worst && best.utility > worst.utility ? [best, worst] : [];
}

/** How an assistant would have brought a thing up: a text as it stands, or what it is and what it has on these slots. */
function answer(item: Item, slots: readonly string[], draws: Draws): string {
  const whole = item.text.filter((text) => !text.includes("{"));
  if (whole.length > 0) return draws.pick("text", whole);
  const points = slots
    .slice(0, 2)
    .flatMap((slot) => (item.points[slot] ? [draws.pick("points", item.points[slot])] : []));
  const told = points.length === 0 ? "" : ` It ${points.join(", and it ")}.`;
  return `${capital(item.name)}: ${draws.pick("pitch", item.pitch)}.${told}`;
}

const capital = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
