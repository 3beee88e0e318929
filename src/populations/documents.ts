import type { z } from "zod";
import type { Draws } from "../core/draws.js";
import type { Vocabulary } from "../core/world.js";
import type { document, Evidence, Style } from "../schema/persona.js";
import { type DocumentKind, documentKind, type Manner, type Population, type Topic } from "../schema/population.js";
import { datesWithin } from "./dates.js";
import type { Dealer } from "./dealing.js";
import type { WrittenFact } from "./facts.js";
import { blanksIn, filled } from "./filling.js";
import { joined, penned } from "./penmanship.js";
import { type EvidenceForm, keepsSecret, sentencesFor } from "./sentences.js";
import { weighed } from "./weighing.js";

export type WrittenDocument = z.input<typeof document>;

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
  dealer: Dealer;
}

/** A sentence, and what it shows of its writer. */
interface Sentence {
  text: string;
  evidence: { fact: string; form: EvidenceForm } | null;
}

/** The documents of one person, oldest first; the last drawn are held out. */
export function documentsBy(writer: Writer, stationery: Stationery): WrittenDocument[] {
  const { population } = stationery;
  const { draws } = writer;
  const count = Math.round(draws.within("documents", population.documents.number));
  const topics = draws.shuffled("topics", population.topics).filter((topic) => factsOn(writer, topic).length > 1);
  if (topics.length === 0) return [];
  const desk = deskOf(writer, stationery);
  const texts = Array.from({ length: count }, (_, index) => desk.write(topics[index % topics.length] as Topic));
  const heldOut = new Set(draws.shuffled("held out", [...texts.keys()]).slice(0, population.documents.held_out));
  const dates = datesWithin(population.period, count, draws);
  return texts.map((text, index) => ({
    id: `d${index + 1}`,
    ...{ kind: text.kind, date: dates[index] as string, split: heldOut.has(index) ? "held-out" : "given" },
    ...{ text: text.text, evidence: text.evidence },
  }));
}

/** What of a person a topic can bring up: nothing private, and nothing meant for one audience only. */
function factsOn({ facts }: Writer, { slots }: Topic): WrittenFact[] {
  return facts.filter(
    ({ slot, disclose, when }) => slots.includes(slot) && disclose !== "private" && when === undefined,
  );
}

/** Writes one document after the other, and nothing twice. */
function deskOf(writer: Writer, { population, slots, dealer }: Stationery) {
  const { draws, friends, manner, style } = writer;
  const { documents, writing, fill } = population;
  const used = new Set<string>();
  const mentions = new Map<string, number>();
  const secrets = writer.facts.filter(({ disclose }) => disclose === "private");

  const chosen = (name: string, templates: readonly string[]): string | null => {
    const will = (template: string) => !used.has(template) && keepsSecret(template, secrets, slots);
    const template = dealer.deal(name, templates, will);
    if (template !== null) used.add(template);
    return template;
  };
  const worded = (template: string, others: readonly string[]): string => {
    const words = new Map<string, string>();
    for (const blank of blanksIn(template)) words.set(blank, wordFor(blank, others));
    return penned(
      filled(template, draws, (blank) => words.get(blank) as string),
      style,
    );
  };
  const wordFor = (blank: string, others: readonly string[]) => {
    if (blank === "friend") return draws.pick("friend", others);
    if (blank === "name") return writer.name.split(" ")[0] as string;
    return dealer.deal(`fill ${blank}`, fill[blank] ?? [blank]) ?? blank;
  };

  const about = (fact: WrittenFact, kind: DocumentKind, others: readonly string[]): Sentence | null => {
    const forms = Object.entries(documents.forms).map(([form, weight]) => {
      const texts = sentencesFor(fact, form as EvidenceForm, kind, writing, slots).filter((text) => !used.has(text));
      return { form: form as EvidenceForm, texts, weight: texts.length > 0 ? weight : 0 };
    });
    if (forms.every(({ weight }) => weight === 0)) return null;
    const { form, texts } = weighed(
      draws,
      "forms",
      forms.map((one) => [one, one.weight] as const),
    );
    const template = chosen(`${fact.slot} ${form} ${texts.join()}`, texts);
    return template === null ? null : { text: worded(template, others), evidence: { fact: fact.id, form } };
  };
  const plain = (name: string, templates: readonly string[] | undefined, others: readonly string[]): Sentence[] => {
    const template = templates ? chosen(name, templates) : null;
    return template === null ? [] : [{ text: worded(template, others), evidence: null }];
  };

  function write(topic: Topic): { kind: DocumentKind; text: string; evidence: Evidence[] } {
    const kind = dealer.deal(
      `kind ${topic.id}`,
      documentKind.options.filter((one) => topic.open[one]),
    ) as DocumentKind;
    const [addressee = "", ...others] = draws.shuffled("addressee", friends);
    const wanted = Math.round(draws.within("facts", documents.facts));
    const fresh = draws
      .shuffled("which facts", factsOn(writer, topic))
      .sort((one, other) => (mentions.get(one.id) ?? 0) - (mentions.get(other.id) ?? 0));
    const body: Sentence[] = [];
    let told = 0;
    for (const fact of fresh) {
      const sentence = told < wanted ? about(fact, kind, others) : null;
      if (sentence === null) continue;
      told += 1;
      mentions.set(fact.id, (mentions.get(fact.id) ?? 0) + 1);
      body.push(sentence);
      if (draws.chance("filler", documents.filler)) body.push(...plain(`filler ${topic.id}`, topic.filler, others));
    }
    const sentences = [
      ...plain(`open ${topic.id} ${kind}`, topic.open[kind], others),
      ...body,
      ...plain(`close ${topic.id} ${kind}`, topic.close[kind], others),
    ];
    const text = joined(
      sentences.map((sentence) => sentence.text),
      style,
    );
    return { kind, text: kind === "mail" ? mailed(text, addressee) : text, evidence: sentences.flatMap(quoted) };
  }

  const mailed = (text: string, addressee: string) => {
    const greeting = (dealer.deal("greetings", manner.greetings) as string).replace("{friend}", addressee);
    const farewell = worded(dealer.deal("farewells", manner.farewells) as string, [addressee]);
    return `${penned(greeting, style)}\n${text}\n${farewell}`;
  };
  return { write };
}

/** The evidence of a sentence, with what of it stands in the text whatever becomes of its last stop. */
function quoted({ text, evidence }: Sentence): Evidence[] {
  return evidence === null ? [] : [{ ...evidence, quote: text.replace(/\.$/, "") }];
}
