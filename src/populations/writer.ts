import type { Draws } from "../core/draws.js";
import { hasPhrase } from "../core/phrases.js";
import type { Matches, Vocabulary } from "../core/world.js";
import type { Style } from "../schema/persona.js";
import type { Manner, Population } from "../schema/population.js";
import type { Dealer } from "./dealing.js";
import type { WrittenFact } from "./facts.js";
import { blanksIn, filled } from "./filling.js";
import { penned } from "./penmanship.js";
import { secretWords } from "./sentences.js";

/** Who writes, and what with. */
export interface Writer {
  name: string;
  friends: readonly string[];
  facts: readonly WrittenFact[];
  style: Pick<Style, "casing" | "punctuation">;
  manner: Manner;
  draws: Draws;
}

/** What all writers share. */
export interface Stationery {
  population: Population;
  slots: Vocabulary;
  matches: Matches;
  dealer: Dealer;
}

/** Puts templates into one person's words: none twice, none that gives a secret away. */
export interface Pen {
  /** A template of the list that is new for the person; null where none is left. */
  choose(name: string, templates: readonly string[]): string | null;
  /** The template filled and written in the person's hand; of friends only these are named. */
  write(template: string, friends: readonly string[]): string;
}

/** The pen of one person. */
export function penOf(writer: Writer, { population, slots, matches, dealer }: Stationery): Pen {
  const used = new Set<string>();
  const secrets = secretWords(writer.facts, { slots, matches });
  const wordFor = (blank: string, friends: readonly string[]): string => {
    if (blank === "friend") return writer.draws.pick("friend", friends);
    if (blank === "name") return firstName(writer);
    return dealer.deal(`fill ${blank}`, population.fill[blank] ?? []) ?? blank;
  };
  return {
    choose(name, templates) {
      const will = (template: string) => !used.has(template) && !hasPhrase(template, secrets);
      const template = dealer.deal(name, templates, will);
      if (template !== null) used.add(template);
      return template;
    },
    write(template, friends) {
      const words = new Map(blanksIn(template).map((blank) => [blank, wordFor(blank, friends)]));
      return penned(
        filled(template, writer.draws, (blank) => words.get(blank) ?? blank),
        writer.style,
      );
    },
  };
}

const firstName = ({ name }: Writer) => name.split(" ")[0] as string;
