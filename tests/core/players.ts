import type { Assistant, Cue, Reply, Task, User, Utterance } from "../../src/core/ports.js";
import type { Company } from "../../src/core/trial.js";
import { noUsage, oneCall } from "../../src/core/usage.js";
import { memoryKeep } from "../../src/graph/keep.js";
import { offlineEmbeddings } from "../../src/models/embedder.js";

/** A user that says what its cue is, tells what it is told to tell, and lets a goal last so many turns. */
export interface Manner {
  talks?: number;
  /** Facts told at a turn, by what the cue is called: `goal`, `beat`, `probe p1`, `follow-up p1`, `close`. */
  tells?: Record<string, { fact: string; how?: "act" | "match" | "judge" }>;
  /** Probes the user comes back to after the first reply. */
  reacts?: readonly string[];
  gaveUp?: boolean;
  /** The goal as it came out. */
  complete?: boolean;
}

export function fakeUser({ talks = 1, tells = {}, reacts = [], gaveUp = false, complete = true }: Manner = {}): User {
  let spoken = 0;
  return {
    open: () => {
      spoken = 0;
    },
    async speak(cue) {
      const name = cueName(cue);
      if (cue.purpose === "follow-up" && !reacts.includes(cue.probe.id)) return null;
      if (cue.purpose === "goal") spoken += 1;
      const tell = tells[name];
      const disclosed = tell ? [{ fact: tell.fact, slot: tell.fact, how: tell.how ?? "act" }] : [];
      return utterance(name, { disclosed });
    },
    hear: () => {},
    goal: () => ({ over: spoken >= talks, gaveUp, complete, item: null, filled: [], missing: [] }),
  };
}

export function cueName(cue: Cue): string {
  return cue.purpose === "probe" || cue.purpose === "follow-up" ? `${cue.purpose} ${cue.probe.id}` : cue.purpose;
}

export function utterance(text: string, parts: Partial<Utterance> = {}): Utterance {
  const nothing = { acts: [], disclosed: [], heard: [], guards: [] };
  return {
    text,
    ...nothing,
    misheard: false,
    patience: 5,
    spoken: "template",
    usage: noUsage(),
    ...parts,
  };
}

export function reply(text: string, choice: string | null = null): Reply {
  const usage = oneCall({ input: 10, output: 5 });
  return { text, choice, asked: [], recalled: [], used: [], choice_by: choice ? "structure" : "none", usage };
}

/** An assistant that answers a task by a function, and throws what that throws. */
export function fakeAssistant(answer: (task: Task) => Reply | Promise<Reply> = () => reply("All right.")): Assistant {
  return { reply: async ({ task }) => answer(task), endSession: async () => {} };
}

/** Players made anew for each trial, moved in turn without a graph. */
export function fakeCompany(parts: Partial<Company> & { manner?: Manner } = {}): Company {
  const { manner, ...rest } = parts;
  return {
    makeKeep: memoryKeep,
    makeEmbeddings: () => offlineEmbeddings,
    label: "fakes",
    user: "fake",
    makeUser: () => fakeUser(manner),
    makeAssistant: () => fakeAssistant(),
    pause: async () => {},
    async perform(play, steps, signal) {
      for (let step = 1; (await play.userMove()) !== "end"; step += 2) {
        if (step > steps) throw new Error("too many steps");
        signal.throwIfAborted();
        await play.assistantMove(signal);
      }
    },
    ...rest,
  };
}
