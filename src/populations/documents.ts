import type { z } from "zod";
import { namedValues } from "../core/satisfies.js";
import { conditionOf } from "../schema/condition.js";
import type { document, Evidence } from "../schema/persona.js";
import { type DocumentKind, documentKind, type Topic } from "../schema/population.js";
import { datesWithin } from "./dates.js";
import type { WrittenFact } from "./facts.js";
import { joined, penned } from "./penmanship.js";
import { type EvidenceForm, sentencesFor } from "./sentences.js";
import { weighed } from "./weighing.js";
import { type Pen, penOf, type Stationery, type Writer } from "./writer.js";

export type WrittenDocument = z.input<typeof document>;

/** A sentence, and what it shows of its writer. */
interface Sentence {
  text: string;
  evidence: Evidence[];
}

/** One sheet of paper: who writes with which pen, of what kind it is, and who may be named on it. */
interface Sheet extends Writer, Stationery {
  pen: Pen;
  topic: Topic;
  kind: DocumentKind;
  addressee: string;
  others: readonly string[];
}

/**
 * The documents of one person, oldest first, topic after topic; some, drawn, are held out. Where all that a topic has was
 * said before, there is none.
 */
export function documentsBy(writer: Writer, stationery: Stationery): WrittenDocument[] {
  const { population, dealer } = stationery;
  const { draws } = writer;
  const topics = draws.shuffled("topics", population.topics).filter((topic) => factsOn(writer, topic).length > 1);
  const count = topics.length === 0 ? 0 : Math.round(draws.within("documents", population.documents.number));
  const heldOut = new Set(draws.shuffled("held out", [...Array(count).keys()]).slice(0, population.documents.held_out));
  const dates = datesWithin(population.period, count, draws);
  const pen = penOf(writer, stationery);
  const mentions = new Map<string, number>();
  return dates.flatMap((date, index) => {
    const topic = topics[index % topics.length] as Topic;
    const kinds = documentKind.options.filter((one) => topic.open[one]);
    const kind = dealer.deal(`kind ${topic.id}`, kinds) as DocumentKind;
    const [addressee = "", ...others] = draws.shuffled("addressee", writer.friends);
    const { text, evidence } = written({ ...writer, ...stationery, pen, topic, kind, addressee, others }, mentions);
    const split = heldOut.has(index) ? "held-out" : "given";
    return text === "" ? [] : [{ id: `d${index + 1}`, kind, date, split, text, evidence }];
  });
}

/** What of a person a topic can bring up: nothing private, and nothing meant for one audience only. */
function factsOn({ facts }: Pick<Writer, "facts">, { slots }: Topic): WrittenFact[] {
  return facts.filter(
    ({ slot, disclose, when }) => slots.includes(slot) && disclose !== "private" && when === undefined,
  );
}

/** A whole document: an opening, facts in the topic's order with filler between them, a close. */
function written(sheet: Sheet, mentions: Map<string, number>): Sentence {
  const { topic, kind, draws, population, style } = sheet;
  const body = sentencesAbout(sheet, mentions).flatMap((sentence) => [
    sentence,
    ...(draws.chance("filler", population.documents.filler) ? plain(sheet, `filler ${topic.id}`, topic.filler) : []),
  ]);
  const sentences = [
    ...plain(sheet, `open ${topic.id} ${kind}`, topic.open[kind]),
    ...body,
    ...plain(sheet, `close ${topic.id} ${kind}`, topic.close[kind]),
  ];
  const text = joined(
    sentences.map((sentence) => sentence.text),
    style,
  );
  return {
    text: kind === "mail" ? mailed(text, sheet) : text,
    evidence: sentences.flatMap(({ evidence }) => evidence),
  };
}

/** So many facts as are wanted, those mentioned least so far, each in a sentence, in the order of the topic's slots. */
function sentencesAbout(sheet: Sheet, mentions: Map<string, number>): Sentence[] {
  const { topic, draws, population } = sheet;
  const wanted = Math.round(draws.within("facts", population.documents.facts));
  const times = ({ id }: WrittenFact) => mentions.get(id) ?? 0;
  const told = draws
    .shuffled("which facts", factsOn(sheet, topic))
    .sort((one, other) => times(one) - times(other))
    .slice(0, wanted)
    .sort((one, other) => topic.slots.indexOf(one.slot) - topic.slots.indexOf(other.slot));
  return told.flatMap((fact) => {
    const sentence = sentenceOn(fact, sheet);
    if (sentence) mentions.set(fact.id, times(fact) + 1);
    return sentence ?? [];
  });
}

/** A sentence about a fact, in a form drawn among those that the sheet takes; null where all has been said. */
function sentenceOn(fact: WrittenFact, sheet: Sheet): Sentence | null {
  const { topic, kind, draws, population, slots, pen, others } = sheet;
  const taken = topic.forms[kind];
  const forms = Object.entries(population.documents.forms) as [EvidenceForm, number][];
  const open = forms.flatMap(([form, weight]) => {
    const texts = sentencesFor(fact, form, kind, population.writing, slots);
    return weight > 0 && texts.length > 0 && (taken?.includes(form) ?? true)
      ? [[{ form, texts }, weight] as const]
      : [];
  });
  if (open.length === 0) return null;
  const { form, texts } = weighed(draws, "forms", open);
  const template = pen.choose(`${fact.slot} ${form} ${namedValues(conditionOf(fact)).join()}`, texts);
  if (template === null) return null;
  const text = pen.write(template, others);
  const lead = form === "stated" && draws.chance("lead", population.documents.lead) ? leadTo(fact.slot, sheet) : "";
  // Quoted without its last stop, which loose writers leave out at the end of a text.
  return { text: `${lead}${text}`, evidence: [{ fact: fact.id, form, quote: text.replace(/\.$/, "") }] };
}

function leadTo(slot: string, { population, pen, others, style }: Sheet): string {
  const lead = pen.choose(`lead ${slot}`, population.leads[slot] ?? []);
  return lead === null ? "" : `${penned(pen.write(lead, others), style)} `;
}

/** A sentence that says nothing of anybody, or none where all are used up. */
function plain({ pen, others }: Sheet, name: string, templates: readonly string[] = []): Sentence[] {
  const template = pen.choose(name, templates);
  return template === null ? [] : [{ text: pen.write(template, others), evidence: [] }];
}

function mailed(text: string, { manner, dealer, addressee, style, pen }: Sheet): string {
  const greeting = dealer.deal("greetings", manner.greetings) ?? "{friend}";
  const farewell = dealer.deal("farewells", manner.farewells) ?? "{name}";
  return `${penned(greeting.replace("{friend}", addressee), style)}\n${text}\n${pen.write(farewell, [addressee])}`;
}
