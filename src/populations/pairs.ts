import type { z } from "zod";
import type { Draws } from "../core/draws.js";
import { hasPhrase } from "../core/phrases.js";
import type { Vocabulary, World } from "../core/world.js";
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
  { slots, matches }: Pick<World, "slots" | "matches">,
  { pairs, period }: Population,
  dealer: Dealer,
  draws: Draws,
): WrittenPair[] {
  const count = Math.round(draws.within("pairs", pairs.number));
  const secrets = secretWords(facts, { slots, matches });
  const asked: Omit<WrittenPair, "at">[] = [];
  for (const items of draws.shuffled("asked", shelves)) {
    const prompts = pairs.prompts[items[0]?.kind ?? ""];
    if (!prompts || asked.length === count) continue;
    const preferred = preference(facts, likedBy(facts, items, slots, pairs.noise, draws), slots, draws);
    if (preferred === null || hasPhrase(`${preferred.chosen} ${preferred.rejected}`, secrets)) continue;
    asked.push({ prompt: dealer.deal(`prompt ${items[0]?.kind}`, prompts) as string, ...preferred });
  }
  const dates = datesWithin(period, asked.length, draws);
  return asked.map((one, index) => ({ ...one, at: dates[index] as string }));
}

/** Two answers, and the facts that the better one meets and the other does not; null where nothing tells them apart. */
function preference(
  facts: readonly WrittenFact[],
  liked: readonly Liked[],
  slots: Vocabulary,
  draws: Draws,
): Omit<WrittenPair, "prompt" | "at"> | null {
  const [best, worst] = apart(liked);
  if (!best || !worst) return null;
  const shown = factsMet(facts, best.item, slots).filter(
    (fact) => factsMet([fact], worst.item, slots, false).length > 0,
  );
  if (shown.length === 0) return null;
  const talked = shown.map(({ slot }) => slot);
  return {
    chosen: answer(best.item, talked, draws),
    rejected: answer(worst.item, talked, draws),
    evidence: implied(shown),
  };
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
