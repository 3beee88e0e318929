import { z } from "zod";
import { prose, id as rowId } from "../../schema/primitives.js";
import {
  emptyCatalog,
  heardName,
  idFrom,
  optionsCatalog,
  ownWords,
  personOf,
  textSlot,
  UNDATED,
  wordedFact,
} from "./drafts.js";
import { type Fate, importerOf, type Task, type Unsayable } from "./importer.js";

/** The five tasks of MemSyco-Bench, with what a memory is good for in each. */
export const MEMSYCO_TASKS = [
  "objective_fact_judgment",
  "contextual_scope_control",
  "memory_evidence_conflict",
  "valid_memory_selection",
  "personalized_memory_use",
] as const;

const texts = z.array(prose);

/** A row of MemSyco-Bench (`data/schema.json`), with the parts of its rubric that can be judged by rule. */
export const memsycoRow = z.object({
  id: rowId,
  task: z.enum(MEMSYCO_TASKS),
  dialogue: z.array(z.object({ role: z.enum(["user", "assistant"]), content: prose })).min(1),
  question: prose,
  memory: z.object({
    policy: z.enum(["ignore_as_evidence", "constrain_to_scope", "defer_to_evidence", "update", "use"]),
    items: z
      .array(z.object({ content: prose, type: z.string(), status: z.enum(["active", "current", "outdated"]) }))
      .min(1),
  }),
  evaluation: z.object({
    reference_answer: prose,
    preference_aligned_answer: prose.optional(),
    rubric: z.object({
      expected_behavior: prose.optional(),
      failure_behavior: prose.optional(),
      acceptable_answers: texts.optional(),
      required_conclusion: prose.optional(),
      sycophancy_failure: prose.optional(),
      other_incorrect_answers: texts.optional(),
      decisive_evidence: prose.optional(),
    }),
  }),
});
export type MemsycoRow = z.output<typeof memsycoRow>;

const HEAD = {
  dataset: "memsyco",
  source: "https://github.com/XMUDeepLIT/MemSyco-Bench",
  license: "MIT",
  synthetic: true,
};
const SLOT = "memsyco-memory";
const EVIDENCE = "memsyco-evidence";
const CHANGED_ON = UNDATED.past;

/**
 * MemSyco-Bench: memories of a person, and a question at which they are to be used, kept to their scope, updated, or set
 * aside before facts and evidence. Evidence rows become a choice with a norm that outranks the preference, fact rows a
 * question where nothing personal is relevant.
 */
export const memsyco = importerOf<MemsycoRow>({
  ...HEAD,
  layout: "list",
  row: memsycoRow,
  known: { documents: true },
  idOf: ({ id }) => id,
  task: taskOf,
});

function taskOf(read: MemsycoRow): Task | Unsayable {
  const id = idFrom(HEAD.dataset, read.id);
  const choice = read.task === "memory_evidence_conflict" ? choiceOf(read, id) : null;
  if (choice && "unsayable" in choice) return choice;
  const facts = factsOf(read);
  const words = ownWords(read.dialogue);
  const slots = [...new Set(facts.map(({ slot }) => slot))];
  return {
    slots: [
      ...slots.map((slot) => textSlot(slot, "a memory in the words of MemSyco-Bench")),
      ...(choice ? [textSlot(EVIDENCE, "whether evidence supports an option")] : []),
    ],
    persona: personOf(HEAD, id, `row ${read.id}`, {
      facts,
      documents: words === "" ? [] : [documentOf(words, facts)],
    }),
    scenario: {
      ...{ schema: "dramatis/scenario@1", id, title: id, domain: "recommendation" },
      situation: { place: "a chat", at: UNDATED.now },
      catalog: choice?.catalog.id ?? emptyCatalog(HEAD.dataset).id,
      role: "an assistant that remembers earlier chats",
      ...(choice && { norms: choice.norms }),
      sessions: [{ id: "s1", probes: [{ id: "question", ask: [read.question], ...probeOf(read, slots) }] }],
      stop: { max_turns: 4 },
    },
    catalog: choice?.catalog ?? emptyCatalog(HEAD.dataset),
    fates: [...sharedFates(read), ...(choice?.fates ?? rubricFates(read))],
    personFates: [],
  };
}

/** A memory is a fact. What is outdated held until the change, what is current holds since. */
function factsOf({ memory }: MemsycoRow) {
  return memory.items.map(({ content, status }, index) => {
    const of = memory.policy === "update" || memory.items.length === 1 ? SLOT : `${SLOT}-${index + 1}`;
    const bounds = { outdated: { until: CHANGED_ON }, current: { since: CHANGED_ON }, active: {} }[status];
    return { ...wordedFact(`memory-${index + 1}`, of, content), disclose: "if-asked" as const, ...bounds };
  });
}

/** Which of the words carry a memory is not said: all of them together do. */
const documentOf = (text: string, facts: readonly { id: string }[]) => ({
  ...{ id: "dialogue", kind: "turns of a chat", date: UNDATED.past, split: "given" as const, text },
  evidence: facts.map(({ id }) => ({ fact: id, form: "implied" as const, quote: text })),
});

function probeOf({ task, evaluation: { rubric } }: MemsycoRow, slots: string[]) {
  if (task === "objective_fact_judgment") {
    const accepted = [...new Set([rubric.required_conclusion, rubric.acceptable_answers].flat())];
    const match = accepted.filter((answer) => answer !== undefined);
    return { type: "nothing" as const, ...(match.length > 0 && { must: [{ id: "fact", match }] }) };
  }
  if (task === "memory_evidence_conflict")
    return { type: "conflict" as const, slots: [...slots, EVIDENCE], kind: "option" };
  return { type: task === "valid_memory_selection" ? ("update" as const) : ("apply" as const), slots };
}

interface Choice {
  catalog: Task["catalog"];
  norms: NonNullable<Task["scenario"]["norms"]>;
  fates: Fate[];
}

/** The two options that a row of evidence names: the one the evidence supports, and the one the person prefers. */
function choiceOf({ evaluation, memory }: MemsycoRow, id: string): Choice | Unsayable {
  const supported = heardName(evaluation.rubric.expected_behavior ?? "");
  const preferred = heardName(evaluation.preference_aligned_answer ?? "");
  if (supported === "" || preferred === "" || supported.toLowerCase() === preferred.toLowerCase())
    return { unsayable: "it does not name two different options: what is supported, and what the person prefers" };
  const because = evaluation.rubric.decisive_evidence ?? evaluation.reference_answer;
  const options = [
    {
      name: preferred,
      text: CANDIDATE,
      attributes: { [SLOT]: memory.items[0]?.content ?? "", [EVIDENCE]: "outweighed" },
    },
    { name: supported, text: CANDIDATE, attributes: { [EVIDENCE]: "supported" } },
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
  const fates: Fate[] = [
    {
      path: "evaluation.rubric.expected_behavior",
      fate: "changed",
      how: "the option that a norm admits; assistants are told the norm",
    },
    { path: "evaluation.preference_aligned_answer", fate: "kept", how: "the option that has the preference" },
    {
      path: "evaluation.rubric.decisive_evidence",
      fate: "kept",
      how: "because of the norm that outranks the preference",
    },
    { path: "evaluation", fate: "dropped", how: DROPPED },
  ];
  const norms = [{ slot: EVIDENCE, is: "supported", outranks: "preference" as const, because }];
  return { catalog: optionsCatalog(id, options), norms, fates };
}

const CANDIDATE = "one of the candidates";
const DROPPED = "for a judge: our files say what is right, not how an answer is graded";

function sharedFates({ memory }: MemsycoRow): Fate[] {
  const limited = memory.policy === "constrain_to_scope";
  return [
    { path: "id", fate: "kept", how: "part of the ids" },
    { path: "task", fate: "kept", how: "type of the probe, and how the row is read" },
    { path: "question", fate: "kept", how: "the probe's one wording, as it stands" },
    { path: "dialogue[].content", fate: "changed", how: "a document of the person's turns" },
    { path: "dialogue[].role", fate: "dropped", how: "assistants' turns are no words of the person" },
    { path: "memory.items[].content", fate: "kept", how: "facts, in the words of the row: in the third person" },
    { path: "memory.items[].status", fate: "changed", how: "until and since, with a made date" },
    { path: "memory.items[].type", fate: "dropped", how: "likes and dislikes are in the words of the fact" },
    limited
      ? { path: "memory.policy", fate: "dropped", how: "a fact that holds in part of an answer cannot be said" }
      : { path: "memory.policy", fate: "changed", how: "what is right is computed from the facts and the norms" },
    { path: "metadata", fate: "dropped", how: "topic and source of the row" },
  ];
}

function rubricFates({ task }: MemsycoRow): Fate[] {
  const rest: Fate = { path: "evaluation", fate: "dropped", how: DROPPED };
  if (task !== "objective_fact_judgment") return [rest];
  const how = "must of the probe: any of these sentences, word for word";
  return [
    { path: "evaluation.rubric.required_conclusion", fate: "kept", how },
    { path: "evaluation.rubric.acceptable_answers", fate: "kept", how },
    rest,
  ];
}
