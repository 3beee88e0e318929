import { z } from "zod";
import { prose, id as rowId } from "../../schema/primitives.js";
import { emptyCatalog, idFrom, personOf, UNDATED } from "./drafts.js";
import { type Fate, importerOf, type Task } from "./importer.js";

/** The longest text that a document may have. */
const LONGEST = 20_000;

const piece = z.object({
  id: z.coerce.string(),
  text: z.string().optional(),
  title: z.string().optional(),
  abstract: z.string().optional(),
  description: z.string().optional(),
  category: z.string().optional(),
  tag: z.string().optional(),
  score: z.union([z.string(), z.number()]).optional(),
  date: z.coerce.string().optional(),
});
type Piece = z.output<typeof piece>;

const row = z.object({ id: z.coerce.string().pipe(rowId), input: prose, profile: z.array(piece).min(1) });
type Row = z.output<typeof row>;

const golds = z.object({
  task: z.string(),
  golds: z.array(z.object({ id: z.coerce.string(), output: z.coerce.string() })),
});
type Golds = z.output<typeof golds>;

const HEAD = {
  dataset: "lamp",
  source: "https://github.com/LaMP-Benchmark/LaMP (arXiv 2304.11406)",
  license: "CC-BY-NC-SA-4.0; the texts under the licences of the data sets they come from",
  synthetic: false,
};

/** Tasks whose gold is a text of the person's own; the others have a label. */
const WRITTEN = /^LaMP[_-][4567]/;

/**
 * LaMP: what a person wrote, and a text or a label to be made for them. The gold stands in a second file
 * (`dev_questions.json` beside `dev_outputs.json`); a gold text becomes a held-out document.
 */
export const lamp = importerOf<Row, Golds>({
  ...HEAD,
  layout: "list",
  row,
  beside: { nameFor: (file) => file.replace("questions", "outputs"), required: false, schema: golds },
  known: { documents: true },
  idOf: ({ id }) => id,
  task: (read, _place, outputs) => ({ ...taskOf(read, outputs), personFates: [] }),
});

function taskOf(read: Row, outputs: Golds | null): Omit<Task, "personFates"> {
  const id = idFrom(HEAD.dataset, read.id);
  const gold = outputs?.golds.find((one) => one.id === read.id)?.output;
  const ownText = gold !== undefined && WRITTEN.test(outputs?.task ?? "");
  const texts = read.profile.map((one, index) => ({ one, index, text: textOf(one) }));
  const fitting = texts.filter(({ text }) => text !== "" && text.length <= LONGEST);
  const reference = { id: "gold", kind: "reference", date: UNDATED.now, split: "held-out" as const, text: gold ?? "" };
  return {
    slots: [],
    persona: personOf(HEAD, id, `row ${read.id}`, {
      documents: [
        ...fitting.map(({ one, index, text }) => documentOf(one, index, text)),
        ...(ownText ? [reference] : []),
      ],
    }),
    scenario: {
      ...{ schema: "dramatis/scenario@1", id, title: id, domain: "writing" },
      situation: { place: "a desk", at: UNDATED.now },
      catalog: emptyCatalog(HEAD.dataset).id,
      role: "an assistant that writes and sorts for one person",
      sessions: [{ id: "s1", probes: [{ id: "input", type: "nothing", ask: [read.input] }] }],
      stop: { max_turns: 4 },
    },
    catalog: emptyCatalog(HEAD.dataset),
    fates: [
      { path: "id", fate: "kept", how: "part of the ids" },
      { path: "input", fate: "kept", how: "the probe's one wording; no slot is relevant, for the row states no fact" },
      ...profileFates(texts.length - fitting.length),
      ...goldFates(gold, ownText),
    ],
  };
}

function profileFates(missing: number): Fate[] {
  const left = missing === 0 ? "" : `; ${missing} were empty or over ${LONGEST} characters and are dropped`;
  return [
    { path: "profile", fate: missing === 0 ? "kept" : "changed", how: `documents, title before text${left}` },
    { path: "profile[].category", fate: "changed", how: "part of the document's kind" },
    { path: "profile[].tag", fate: "changed", how: "part of the document's kind" },
    { path: "profile[].score", fate: "changed", how: "part of the document's kind" },
    { path: "profile[].id", fate: "dropped", how: "documents are numbered in their order" },
  ];
}

function goldFates(gold: string | undefined, ownText: boolean): Fate[] {
  const path = "(outputs).output";
  if (gold === undefined)
    return [{ path, fate: "dropped", how: "no outputs file beside this one, or no such id in it" }];
  return ownText
    ? [{ path, fate: "kept", how: "held-out document 'gold'" }]
    : [{ path, fate: "dropped", how: "the label of one input is no fact about a person, and no reference text" }];
}

const textOf = ({ title, text, abstract, description }: Piece) =>
  [title, text ?? abstract ?? description]
    .filter((part) => part !== undefined && part.trim() !== "")
    .join("\n\n")
    .trim();

function documentOf({ category, tag, score, date }: Piece, index: number, text: string) {
  const label = [category, tag, score === undefined ? undefined : `rated ${score}`].find((part) => part !== undefined);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0] ?? UNDATED.past;
  const kind = label === undefined || label.trim() === "" ? "text" : `text: ${label}`;
  return { id: `d${index + 1}`, kind, date: day, split: "given" as const, text };
}
