import { SimulatorError } from "../../core/errors.js";
import { activeFacts, type LivedFact, type Moment } from "../../core/life.js";
import type { Model } from "../../core/model.js";
import { hasPhrase } from "../../core/phrases.js";
import type { Stream, User, Utterance } from "../../core/ports.js";
import { namedValues } from "../../core/satisfies.js";
import { add, noUsage } from "../../core/usage.js";
import type { Cast, Matches } from "../../core/world.js";
import type { AssistantTurn, Disclosure, Turn } from "../../schema/event.js";
import type { Style } from "../../schema/persona.js";
import type { Session } from "../../schema/scenario.js";
import type { Usage } from "../../schema/usage.js";
import type { ScriptedUser } from "../agenda/user.js";
import { briefingOf, END_TALK, type Ending, spokenIn } from "./briefing.js";
import { failedGuards } from "./guards.js";

/** What a model-played user is made of. `scripted` speaks where the script or a failed model needs it to. */
export interface LlmPlayer {
  cast: Cast;
  life: readonly LivedFact[];
  model: Model;
  prompt: string;
  scripted: ScriptedUser;
  stream: Stream;
  trial: string;
  matches: Matches;
  signal: AbortSignal;
}

/** Words beyond which a turn is no turn of this person's. */
const longestTurn = ({ words_per_turn: [, high] }: Style) => Math.max(40, 3 * high);
/** Failed wordings in a row after which the simulated user is at fault. */
const FAILURES = 3;

/**
 * A model plays the person where there is a goal to talk about; beats, probes and last words are the script's, so that
 * every arm is asked the same. What it told is read by wordings, hence `how: match`.
 */
export function llmUser({ cast, life, model, prompt, scripted, stream, trial, matches, signal }: LlmPlayer): User {
  let session: Session | null = null;
  let moment: Moment;
  let over = false;
  let ended: Ending | null = null;
  let item: string | null = null;
  let failures = 0;
  const { name, style } = cast.persona;
  const secrets = life
    .filter(({ disclose }) => disclose === "private")
    .flatMap((fact) => wordingsOf(cast, matches, fact));

  async function word(turns: readonly Turn[]): Promise<Utterance | null> {
    const saidBy = (who: Turn["speaker"]) => turns.filter(({ speaker }) => speaker === who).map(({ text }) => text);
    const failed: string[] = [];
    const usage = noUsage();
    for (let attempt = 0; attempt < 2; attempt++) {
      const messages = briefingOf(prompt, cast, tellable(), session as Session, moment, turns);
      const onText = (text: string) => stream({ trial, speaker: "user", text });
      const completion = await model.complete({ messages, tools: [END_TALK] }, { onText, signal });
      add(usage, completion.usage);
      const { words, end } = spokenIn(completion);
      ended = end;
      over = end !== null;
      if (over && words === "") return null;
      const guards = failedGuards({
        ...{ text: words, before: saidBy("user"), heard: saidBy("assistant"), secrets },
        ...{ names: [name, name.split(" ")[0] as string], longest: longestTurn(style) },
      });
      if (guards.length === 0) {
        failures = 0;
        return uttered(words, failed, usage);
      }
      failed.push(...guards);
    }
    failures += 1;
    if (failures >= FAILURES)
      throw new SimulatorError(`the user's model failed its guards ${failures} turns running: ${failed.join(", ")}`);
    const spoken = await scripted.speak({ purpose: "goal" }, turns);
    return spoken && { ...spoken, guards: [...new Set(failed)], usage };
  }

  function uttered(text: string, guards: readonly string[], usage: Usage): Utterance {
    const disclosed = tellable().filter((fact) => hasPhrase(text, wordingsOf(cast, matches, fact)));
    const turn: Utterance = {
      ...{ text, acts: [], heard: [], misheard: null, patience: null, spoken: "model" },
      disclosed: disclosed.map(({ id, slot }): Disclosure => ({ fact: id, slot, how: "match" })),
      guards: [...new Set(guards)],
      usage,
    };
    scripted.follow(turn);
    return turn;
  }

  const tellable = () =>
    activeFacts(life, moment).filter(({ disclose, strength }) => disclose !== "private" && strength > 0);

  return {
    open(next, now) {
      session = next;
      moment = now;
      over = next.goal === undefined;
      ended = null;
      item = null;
      scripted.open(next, now);
    },
    speak: async (cue, turns) => (cue.purpose === "goal" ? word(turns) : scripted.speak(cue, turns)),
    hear(reply: AssistantTurn, task) {
      if (task.purpose !== "goal") return scripted.hear(reply, task);
      item = reply.choice ?? item;
      scripted.overhear(reply, task);
    },
    goal() {
      const gaveUp = ended?.outcome === "gave-up";
      const requests = session?.goal?.requests ?? [];
      const complete = ended?.outcome === "satisfied" && item !== null;
      const reached = { filled: complete ? requests : [], missing: complete ? [] : requests };
      return { over, gaveUp, complete, item, ...reached, ...(ended ? { told: ended.told } : {}) };
    },
  };
}

/** The words in which a fact may come out: the person's own, those of its values, and those that scorers look for. */
function wordingsOf(cast: Cast, matches: Matches, fact: LivedFact): string[] {
  const { slot, say } = fact;
  const values = namedValues(fact.condition);
  return [
    ...say,
    ...values.flatMap((value) => [...(cast.slots[slot]?.values[value]?.say ?? []), ...(matches[slot]?.[value] ?? [])]),
  ];
}
