import { z } from "zod";
import { prose } from "../../schema/primitives.js";
import { emptyCatalog, idFrom, optionsCatalog, personOf, textSlot, UNDATED, wordedFact } from "./drafts.js";
import { type Fate, importerOf, type Place, type Task } from "./importer.js";

const choiceTalk = z.object({
  query: prose,
  assistant_options: prose,
  user_selection: prose,
  assistant_acknowledgment: z.string().optional(),
});
const personaTalk = z.record(z.string(), z.object({ user: prose, assistant: z.string() }));

const row = z.object({
  preference: prose,
  question: prose,
  explanation: z.string().optional(),
  classification_task_options: z.array(prose).min(2).max(26).optional(),
  persona: prose.optional(),
  implicit_query: prose.optional(),
  options: z.array(prose).min(2).optional(),
  aligned_op: prose.optional(),
  conversation: z.union([choiceTalk, personaTalk]).optional(),
});
type Row = z.output<typeof row>;

const HEAD = {
  dataset: "prefeval",
  source: "https://github.com/amazon-science/PrefEval (arXiv 2502.09597)",
  license: "CC-BY-NC-4.0",
  synthetic: true,
};
const SLOT = "prefeval-preference";
const FACT = "preference";

/**
 * PrefEval: a preference, told or shown, and a question whose usual answer breaks it. Its four files: explicit
 * preferences, choices, conversations of a persona, and options, of which the first is the one that keeps the
 * preference (`shuffle_options` in its `utils/utils_mcq.py`).
 */
export const prefeval = importerOf<Row>({
  ...HEAD,
  layout: "list",
  row,
  known: { documents: true, pairs: true },
  idOf: () => null,
  task: (read, place) => ({ ...taskOf(read, place), personFates: [] }),
});

function taskOf(read: Row, place: Place): Omit<Task, "personFates"> {
  const id = idFrom(HEAD.dataset, place.file, place.index + 1);
  const shown = shownBy(read);
  const choice = choiceOf(read, id);
  return {
    slots: [textSlot(SLOT, "a preference in the words of PrefEval")],
    persona: personOf(HEAD, id, `row ${place.index + 1} of ${place.file}`, {
      facts: [{ ...wordedFact(FACT, SLOT, read.preference), disclose: shown ? "if-asked" : "open" }],
      ...(read.persona !== undefined && { traits: { persona: read.persona } }),
      ...shown?.materials,
    }),
    scenario: {
      ...{ schema: "dramatis/scenario@1", id, title: id, domain: "recommendation" },
      situation: { place: "a chat", at: UNDATED.now },
      catalog: choice?.catalog.id ?? emptyCatalog(HEAD.dataset).id,
      role: "an assistant in a chat",
      sessions: [
        {
          id: "s1",
          beats: shown ? [] : [{ turn: 1, disclose: SLOT }],
          probes: [
            { id: "question", type: "apply", ask: [read.question], slots: [SLOT], ...(choice && { kind: "option" }) },
          ],
        },
      ],
      stop: { max_turns: 8 },
    },
    catalog: choice?.catalog ?? emptyCatalog(HEAD.dataset),
    fates: [
      {
        path: "preference",
        fate: "kept",
        how: `fact '${FACT}', ${shown ? "shown by what is in the persona" : "told in a beat before the question"}`,
      },
      { path: "question", fate: "kept", how: "the probe's one wording" },
      { path: "explanation", fate: "dropped", how: "why the row is hard; nothing in our files is graded by it" },
      ...(read.persona === undefined ? [] : [{ path: "persona", fate: "kept" as const, how: "trait 'persona'" }]),
      ...(shown?.fates ?? []),
      ...(choice?.fates ?? []),
    ],
  };
}

/** The options of the classification task, in the order of their words: in the file the right one is always first. */
function choiceOf({ classification_task_options: options, preference }: Row, id: string) {
  if (!options) return null;
  const right = options[0];
  const ordered = [...new Set(options)].sort().map((text, index) => ({
    ...{ name: `option ${String.fromCharCode(65 + index)}`, text },
    attributes: text === right ? { [SLOT]: preference } : {},
  }));
  const fates: Fate[] = [
    {
      path: "classification_task_options",
      fate: "changed",
      how: "items of a catalog, sorted; the first of the row has the preference, the others nothing there",
    },
  ];
  return { catalog: optionsCatalog(id, ordered), fates };
}

/** What the person's past shows of the preference; null where they have to tell it. */
function shownBy({ conversation, ...read }: Row): { materials: Partial<Task["persona"]>; fates: Fate[] } | null {
  if (conversation === undefined) return null;
  const choice = choiceTalk.safeParse(conversation).data;
  return choice ? shownByChoice(choice, read) : shownByTalk(personaTalk.parse(conversation));
}

function shownByTalk(talk: z.output<typeof personaTalk>) {
  const text = Object.values(talk)
    .map(({ user }) => user)
    .join("\n\n");
  return {
    materials: { documents: [documentOf(text)] },
    fates: Object.keys(talk).flatMap((turn): Fate[] => [
      { path: `conversation.${turn}.user`, fate: "changed", how: "document 'talk': the person's turns as one text" },
      { path: `conversation.${turn}.assistant`, fate: "dropped", how: OTHER_SIDE },
    ]),
  };
}

function shownByChoice(talk: z.output<typeof choiceTalk>, { implicit_query, options = [], aligned_op }: Partial<Row>) {
  const prompt = implicit_query ?? talk.query;
  const others = options.filter((option) => option !== aligned_op);
  const pairs = aligned_op === undefined ? [] : others.map((rejected) => pairOf(prompt, aligned_op, rejected));
  const fates: Fate[] = [
    { path: "implicit_query", fate: "kept", how: "prompt of the pairs" },
    { path: "options", fate: "changed", how: "one pair for each option that was not taken" },
    { path: "aligned_op", fate: "kept", how: "chosen in the pairs" },
    { path: "conversation.user_selection", fate: "kept", how: "document 'talk'" },
    { path: "conversation.query", fate: "dropped", how: "says what implicit_query says" },
    { path: "conversation.assistant_options", fate: "dropped", how: OTHER_SIDE },
    { path: "conversation.assistant_acknowledgment", fate: "dropped", how: OTHER_SIDE },
  ];
  return { materials: { pairs, documents: [documentOf(talk.user_selection)] }, fates };
}

const OTHER_SIDE = "the recorded assistant's words: here the assistant under test speaks";

const evidenceIn = (quote?: string) => ({
  fact: FACT,
  form: "implied" as const,
  ...(quote !== undefined && { quote }),
});

const pairOf = (prompt: string, chosen: string, rejected: string) => {
  return { prompt, chosen, rejected, at: UNDATED.past, evidence: [evidenceIn()] };
};

/** Which of the words carry the preference is not said: all of them together do. */
const documentOf = (text: string) => {
  const shared = { id: "talk", kind: "turns of a chat", date: UNDATED.past, split: "given" as const };
  return { ...shared, text, evidence: [evidenceIn(text)] };
};
