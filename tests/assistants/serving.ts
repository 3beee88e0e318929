import { offlineAssistant } from "../../src/assistants/offline.js";
import type { Technique } from "../../src/assistants/technique.js";
import { TECHNIQUES } from "../../src/assistants/techniques/registry.js";
import type { Task } from "../../src/core/ports.js";
import type { UserAct } from "../../src/schema/act.js";
import type { UserTurn } from "../../src/schema/event.js";
import type { Beat } from "../../src/schema/scenario.js";
import { fact, lived } from "../core/makers.js";
import { encounter, NOTHING, type Seen, type Staged, stage } from "./stage.js";

const HOOKS = { stream: () => {}, signal: new AbortController().signal };
export const CHEAP = lived(fact("budget", { is: "low" }));
export const FORMAL = lived(fact("register", { is: "formal" }));
export const CASUAL = lived(fact("register", { is: "casual" }));

/** An assistant that serves a person it knows nothing of but what it is told. */
export function serving(technique = "generic", parts: Staged = {}) {
  const assistant = offlineAssistant(TECHNIQUES[technique] as Technique, stage({ known: NOTHING, ...parts }));
  const answer = (task: Partial<Task>, turn: Partial<UserTurn>, more: Seen = {}) =>
    assistant.reply(encounter(task, turn, more), HOOKS);
  const react = (...acts: UserAct["intent"][]) => answer({}, { acts: acts.map((intent) => ({ intent })) });
  return { assistant, answer, react };
}

export const ASKED: Partial<Task> = { purpose: "probe" };
export const BEATS: Partial<Beat>[] = [
  ...[
    { script: true as const },
    { disclose: "diet" },
    { confides: "condition" },
    { change: "diet" },
    { retract: "diet" },
  ],
  ...[{ challenge: true as const }, { digress: "cats" }],
];
export const beat = (step: Partial<Beat>): Partial<Task> => ({
  purpose: "beat",
  beat: { turn: 1, say: ["Hm."], ...step } as Beat,
});
