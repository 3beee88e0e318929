import { z } from "zod";
import { prose, id as rowId } from "../../schema/primitives.js";
import { emptyCatalog, idFrom, ownWords, personOf, textSlot, wordedFact } from "./drafts.js";
import { type Fate, importerOf, type Task, type Unsayable } from "./importer.js";

const LONGEST = 20_000;
const DATE = /^(\d{4})\/(\d{2})\/(\d{2})(?: \([A-Za-z]+\))?(?: (\d{2}:\d{2}))?$/;
const date = z.string().regex(DATE, "a date such as 2023/05/30 (Tue) 23:40");

const turn = z.object({ role: z.enum(["user", "assistant"]), content: z.string(), has_answer: z.boolean().optional() });

const row = z
  .object({
    question_id: rowId,
    question_type: z.enum([
      "single-session-user",
      "single-session-assistant",
      "single-session-preference",
      "temporal-reasoning",
      "knowledge-update",
      "multi-session",
    ]),
    question: prose,
    answer: z.union([prose, z.number()]),
    question_date: date,
    haystack_session_ids: z.array(z.string()),
    haystack_dates: z.array(date),
    haystack_sessions: z.array(z.array(turn)).min(1),
    answer_session_ids: z.array(z.string()).optional(),
  })
  .refine(
    (read) => read.haystack_dates.length === read.haystack_sessions.length,
    "haystack_dates and haystack_sessions differ in length",
  );
type Row = z.output<typeof row>;

const HEAD = {
  dataset: "longmemeval",
  source: "https://github.com/xiaowu0162/LongMemEval (arXiv 2410.10813)",
  license: "MIT",
  synthetic: true,
};
const SLOT = "longmemeval-answer";
const FACT = "answer";

/**
 * LongMemEval: a question about a person whose answer stands in their past chats. Each past session becomes a document
 * of the person's own turns, dated; turns marked `has_answer` are its evidence. Ids that end in `_abs` have no answer.
 */
export const longmemeval = importerOf<Row>({
  ...HEAD,
  layout: "list",
  row,
  known: { documents: true },
  idOf: ({ question_id }) => question_id,
  task: (read) => unsayable(read) ?? { ...taskOf(read), personFates: [] },
});

/** What only the recorded assistant said is in no file about a person. */
function unsayable({ question_type, question_id }: Row): Unsayable | null {
  if (question_type !== "single-session-assistant" || abstains({ question_id })) return null;
  return { unsayable: "its answer is what the recorded assistant said, and our files hold the person's words only" };
}

const abstains = ({ question_id }: Pick<Row, "question_id">) => question_id.endsWith("_abs");

function taskOf(read: Row): Omit<Task, "personFates"> {
  const id = idFrom(HEAD.dataset, read.question_id);
  const answer = abstains(read) ? null : String(read.answer);
  const documents = read.haystack_sessions.map((session, index) => documentOf(read, session, index, answer !== null));
  const fitting = documents.filter(({ text }) => text !== "" && text.length <= LONGEST);
  const type = { "knowledge-update": "update", "single-session-preference": "apply" }[read.question_type as string];
  const { about, slots } =
    read.question_type === "single-session-preference"
      ? { about: undefined, slots: [SLOT] }
      : { about: SLOT, slots: [] as string[] };
  return {
    slots: [textSlot(SLOT, "what LongMemEval asks about a person")],
    persona: personOf(HEAD, id, `row ${read.question_id}`, {
      facts: answer === null ? [] : [{ ...wordedFact(FACT, SLOT, answer), disclose: "if-asked" }],
      documents: fitting,
    }),
    scenario: {
      ...{ schema: "dramatis/scenario@1", id, title: id, domain: "search" },
      situation: { place: "a chat", at: civilOf(read.question_date, true) },
      catalog: emptyCatalog(HEAD.dataset).id,
      role: "an assistant that remembers earlier chats",
      sessions: [
        {
          id: "s1",
          probes: [
            {
              ...{ id: "question", ask: [read.question], slots, ...(about !== undefined && { about }) },
              type: answer === null ? "abstain" : ((type ?? "recall") as "recall" | "update" | "apply"),
            },
          ],
        },
      ],
      stop: { max_turns: 4 },
    },
    catalog: emptyCatalog(HEAD.dataset),
    fates: fatesOf(answer, documents.length - fitting.length),
  };
}

function fatesOf(answer: string | null, missing: number): Fate[] {
  const left = missing === 0 ? "" : `; ${missing} without words or over ${LONGEST} characters are dropped`;
  return [
    { path: "question_id", fate: "kept", how: "part of the ids" },
    { path: "question_type", fate: "changed", how: "type of the probe; temporal and multi-session become recall" },
    { path: "question", fate: "kept", how: "the probe's one wording" },
    answer === null
      ? { path: "answer", fate: "changed", how: "no fact, so that abstaining is right; the explanation is dropped" }
      : { path: "answer", fate: "kept", how: `fact '${FACT}', in the words of the row, not the person's` },
    { path: "question_date", fate: "kept", how: "situation.at" },
    { path: "haystack_dates", fate: "changed", how: "dates of the documents, without the time" },
    { path: "haystack_session_ids", fate: "dropped", how: "documents are numbered in their order" },
    { path: "answer_session_ids", fate: "dropped", how: "evidence is taken from the turns marked has_answer" },
    { path: "haystack_sessions[][].content", fate: "changed", how: `documents of the person's turns${left}` },
    { path: "haystack_sessions[][].role", fate: "dropped", how: "assistants' turns are no words of the person" },
    { path: "haystack_sessions[][].has_answer", fate: "changed", how: "evidence, where the person speaks" },
  ];
}

function documentOf(read: Row, session: Row["haystack_sessions"][number], index: number, answered: boolean) {
  const form = read.question_type === "single-session-user" ? ("stated" as const) : ("implied" as const);
  const marked = session.filter(({ role, has_answer, content }) => role === "user" && has_answer && content.trim());
  return {
    ...{ id: `d${index + 1}`, kind: "turns of a chat", split: "given" as const },
    date: civilOf(read.haystack_dates[index] as string, false),
    text: ownWords(session),
    evidence: answered ? marked.map(({ content }) => ({ fact: FACT, form, quote: content.trim() })) : [],
  };
}

function civilOf(text: string, timed: boolean): string {
  const [, year, month, day, time] = DATE.exec(text) as RegExpExecArray;
  return `${year}-${month}-${day}${timed && time !== undefined ? `T${time}` : ""}`;
}
