import type { LivedFact } from "../core/life.js";
import type { Completion, Question } from "../core/model.js";
import type { Encounter, PastSession, Stage } from "../core/ports.js";
import type { Item } from "../schema/catalog.js";
import type { LearnedFact } from "../schema/event.js";

/** A piece of what came before this session: its text, where it stands, and the facts it carries. */
export interface Recollection {
  id: string;
  source:
    | "attribute"
    | "document"
    | "interaction"
    | "pair"
    | "session"
    | "segment"
    | "fact"
    | "profile"
    | "weight"
    | "advice"
    | "instruction";
  text: string;
  /** The civil date of the piece; null where it has none. */
  at: string | null;
  /** What the text tells of the person, read perfectly. Models read `text` instead. */
  facts: readonly LivedFact[];
}

/** What one technique keeps of one person during one trial. */
export interface Memory {
  /** Takes in a session that is over. */
  observe(session: PastSession): Promise<void> | void;
  /** What it brings to a turn, most useful first, within the budget of the suite. */
  recall(encounter: Encounter): Promise<readonly Recollection[]> | readonly Recollection[];
  /** What it holds of the person by now, where it puts that into single statements. */
  learned?(): readonly LearnedFact[];
  /** How much the person would like an option, as far as has been learned without words for it: higher is better, no unit. */
  taste?(option: Item): number;
  /** The slot to ask about before anything is recommended; null where no question is worth its turn. */
  question?(encounter: Encounter, recalled: readonly Recollection[]): string | null;
  /** Of several drafts of an answer, the place of the one that the person would like best. */
  best?: { drafts: number; of(texts: readonly string[]): number };
}

/** The model of the assistant, for what a technique asks it beside the answers; its prompts by file name. */
export interface Thinking {
  ask(question: Question): Promise<Completion>;
  prompts: Readonly<Record<string, string>>;
}

/** A way of getting to know a person (arXiv 2411.00027). The same technique drives a model or the offline realizer. */
export interface Technique {
  id: string;
  family: "controls" | "prompting" | "retrieval" | "asking" | "representation" | "alignment";
  meaning: string;
  /** `truth`: a control that looks at the person's file, as no real assistant could. */
  needs: "nothing" | "materials" | "truth";
  /** How the offline realizer uses what is recalled. `recite` and `silent` are stubs that scorers are tested with. */
  manner: "serve" | "recite" | "silent";
  /** Whether it wants texts as vectors, which may take calls to a model. */
  embeds?: true;
  /** `thinking`: null offline, where a technique reads by rules. */
  start(stage: Stage, thinking: Thinking | null): Memory;
}

/** Characters that count as one token in the budget, so that it is the same for every model. */
const CHARACTERS_PER_TOKEN = 4;

/** The first recollections that fit into a budget of tokens. A piece that does not fit is left out whole. */
export function withinBudget(pieces: readonly Recollection[], tokens: number): Recollection[] {
  let left = tokens * CHARACTERS_PER_TOKEN;
  return pieces.filter(({ text }) => {
    if (text.length > left) return false;
    left -= text.length;
    return true;
  });
}
