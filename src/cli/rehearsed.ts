import { baselinesBeside } from "../core/baselines.js";
import { fold } from "../core/fold.js";
import { playTrial } from "../core/trial.js";
import { castOf, type World } from "../core/world.js";
import { mattersOf } from "../judges/matters.js";
import { questionTo } from "../judges/question.js";
import { tokensIn, tokensOf } from "../models/tokens.js";
import type { AssistantName, Event } from "../schema/event.js";
import type { PlannedTrial } from "../schema/run.js";
import type { Suite } from "../schema/suite.js";
import type { Trial } from "../schema/trial.js";
import type { Bench } from "./judging/bench.js";
import { type Course, rehearsalOf } from "./rehearsal.js";
import { count, nameOf, type Tally } from "./tally.js";

/** What is rehearsed: trials of one suite, and who judges them, where somebody does. */
export interface Rehearsed {
  suite: Suite;
  arms: readonly AssistantName[];
  world: World;
  bench?: Bench | null;
}

/** What some trials of one suite would take, by a rehearsal of them, in plan order. Nothing is recorded. */
export async function rehearsed(
  { suite, arms, world, bench }: Rehearsed,
  trials: readonly PlannedTrial[],
  course: Course,
): Promise<Tally> {
  const tally: Tally = new Map();
  const company = rehearsalOf(
    suite,
    ({ caller, model, question, answer }) => count(tally, nameOf(caller, model), tokensOf(question), tokensIn(answer)),
    course,
  );
  const besideOf = baselinesBeside();
  for (const planned of trials) {
    const events: Event[] = [];
    await playTrial({
      ...{ planned, suite, world, company, before: [] },
      arm: arms.find(({ id }) => id === planned.assistant) as AssistantName,
      record: async (event) => void (bench && events.push(event)),
      ...{ stream: () => {}, signal: new AbortController().signal },
    });
    if (!bench) continue;
    const trial = fold(events);
    countJudging(bench, trial, besideOf(trial), world, tally);
  }
  return tally;
}

/** A judge quotes about so many words of a reply. */
const QUOTED = 12;

function countJudging(
  { rubrics, repeats, prompt, model }: Bench,
  trial: Trial,
  baseline: Trial | null,
  world: World,
  tally: Tally,
): void {
  const judged = { trial, baseline, cast: castOf(world, trial.persona, trial.scenario, trial.twin) };
  for (const { rubric } of rubrics)
    for (const { matter } of mattersOf(rubric, judged)) {
      const quote = matter.reply.split(" ").slice(0, QUOTED).join(" ");
      const answer = JSON.stringify({ quote, verdict: rubric.verdicts[0]?.verdict });
      for (let repeat = 0; repeat < repeats; repeat += 1)
        count(tally, nameOf("judge", model), tokensOf(questionTo(rubric, prompt, matter)), tokensIn(answer));
    }
}
