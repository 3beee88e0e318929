import { playTrial } from "../core/trial.js";
import type { World } from "../core/world.js";
import { tokensIn, tokensOf } from "../models/tokens.js";
import type { AssistantName } from "../schema/event.js";
import type { PlannedTrial } from "../schema/run.js";
import type { Suite } from "../schema/suite.js";
import { type Course, rehearsalOf } from "./rehearsal.js";
import { count, nameOf, type Tally } from "./tally.js";

/** What some trials of one suite would take, by a rehearsal of them. Nothing is recorded. */
export async function rehearsed(
  { suite, arms, world }: { suite: Suite; arms: readonly AssistantName[]; world: World },
  trials: readonly PlannedTrial[],
  course: Course,
): Promise<Tally> {
  const tally: Tally = new Map();
  const company = rehearsalOf(
    suite,
    ({ caller, model, question, answer }) => count(tally, nameOf(caller, model), tokensOf(question), tokensIn(answer)),
    course,
  );
  for (const planned of trials)
    await playTrial({
      ...{ planned, suite, world, company, before: [] },
      arm: arms.find(({ id }) => id === planned.assistant) as AssistantName,
      ...{ record: async () => {}, stream: () => {}, signal: new AbortController().signal },
    });
  return tally;
}
