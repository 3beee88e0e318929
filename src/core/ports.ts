import type { Item } from "../schema/catalog.js";
import type { AssistantTurn, Event, LearnedFact, SessionEnd, ToolCall, Turn, UserTurn } from "../schema/event.js";
import type { Persona } from "../schema/persona.js";
import type { Beat, Probe, Session } from "../schema/scenario.js";
import type { Usage } from "../schema/usage.js";
import type { CallBook } from "./callBook.js";
import type { Draws } from "./draws.js";
import type { LivedFact, Moment } from "./life.js";
import type { Materials } from "./materials.js";
import type { Cast } from "./world.js";

/** Writes an event down. Resolves when the journal has the line; nothing goes on before. */
export type Record = (event: Event) => Promise<void>;

/** Tells a screen what may be lost: pieces of text as a model streams them. */
export type Stream = (delta: { trial: string; speaker: "user" | "assistant"; text: string }) => void;

/** What a user is asked to do with the next turn. */
export type Cue =
  | { purpose: "goal" }
  | { purpose: "beat"; beat: Beat }
  | { purpose: "probe"; probe: Probe }
  /** `slots`: those on which the person may insist, for nothing outranks them. */
  | { purpose: "follow-up"; probe: Probe; options: readonly Item[]; slots: readonly string[] }
  | { purpose: "close" };

/** A user's turn before it has its place in the log. */
export type Utterance = Omit<UserTurn, "index" | "speaker" | "beat" | "probe">;

/** One who plays the persona. */
export interface User {
  open(session: Session, moment: Moment): void;
  /** The next turn; null where the cue leaves nothing to say. Throws SimulatorError where the player fails. */
  speak(cue: Cue, turns: readonly Turn[]): Promise<Utterance | null>;
  hear(reply: AssistantTurn, task: Task): void;
  /** What a model that plays the person would answer here, off the record: nothing of it is kept, by anybody. */
  aside?(question: string, turns: readonly Turn[]): Promise<string>;
  /** Whether the goal of the session is behind this user, and how. */
  goal(): {
    over: boolean;
    gaveUp: boolean;
    complete: boolean;
    item: string | null;
    filled: string[];
    missing: string[];
    /** How a model said that it ends the talk. */
    told?: SessionEnd["told"];
  };
}

/** What the assistant has to do with a turn, as the scenario understands it. Offline players rely on it; models read the words. */
export interface Task {
  purpose: Cue["purpose"];
  /** What can be chosen; empty where nothing is to be. */
  options: readonly Item[];
  /** The slots that matter to the choice. */
  slots: readonly string[];
  audience: readonly string[];
  /** The slot on which the person asks what is known of them. */
  about: string | null;
  beat: Beat | null;
}

/** What an assistant sees at a turn: this session and the date. The rest is for its technique to recall. */
export interface Encounter {
  session: string;
  moment: Moment;
  task: Task;
  turns: readonly Turn[];
  /** Facts by the index of the user turn of this session that told them, read perfectly. */
  told: ReadonlyMap<number, readonly LivedFact[]>;
}

/** An assistant's turn before it has its place in the log, and the tools that were called for it. */
export type Reply = Omit<AssistantTurn, "index" | "speaker"> & { tools?: readonly ToolCall[] };

/** A session that is over, as a technique may keep it. */
export interface PastSession {
  id: string;
  at: string;
  turns: readonly Turn[];
  /** Facts by the index of the user turn that told them, read perfectly. */
  told: ReadonlyMap<number, readonly LivedFact[]>;
}

/** One under test. Throws ProviderError where something between it and its model fails. */
export interface Assistant {
  reply(encounter: Encounter, hooks: { stream: Stream; signal: AbortSignal }): Promise<Reply>;
  /** Takes in a session that is over, and tells what is held of the person now where that is in single statements. */
  endSession(session: PastSession): Promise<readonly LearnedFact[] | undefined>;
  endTrial?(): Promise<void>;
}

/** Where a technique keeps what it learns of one person. */
export interface Keep {
  put(key: string, entry: object): Promise<void>;
  drop(key: string): Promise<void>;
  /** Every entry, in the order of its key. */
  all(): Promise<readonly { key: string; entry: object }[]>;
}

/** Texts as vectors: what LangChain calls embeddings. Throws ProviderError, classed. */
export interface Embeddings {
  embedDocuments(texts: string[]): Promise<number[][]>;
  embedQuery(text: string): Promise<number[]>;
}

/** Embeddings that say what their calls used since they were asked last. */
export interface MeteredEmbeddings extends Embeddings {
  spent(): Usage;
}

/** What an assistant is made with. Only techniques that declare it look at `truth`. */
export interface Stage {
  trial: string;
  cast: Cast;
  materials: Materials;
  recallTokens: number;
  draws: Draws;
  book: CallBook;
  keep: Keep;
  embeddings: MeteredEmbeddings;
  signal: AbortSignal;
  /** Everybody else that there is. */
  others: readonly Persona[];
  /** Those of them who are of the same segment. */
  peers: readonly Persona[];
  /** The facts behind the evidence in the materials. */
  evidenceFacts: ReadonlyMap<string, LivedFact>;
  truth: { life: readonly LivedFact[]; believed(moment: Moment): LivedFact[] };
}
