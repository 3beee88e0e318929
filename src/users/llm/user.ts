import { activeFacts, type LivedFact, type Moment } from "../../core/life.js";
import type { Message, Model } from "../../core/model.js";
import { hasPhrase } from "../../core/phrases.js";
import type { Stream, User, Utterance } from "../../core/ports.js";
import type { Cast, Matches } from "../../core/world.js";
import type { AssistantTurn, Disclosure, Turn } from "../../schema/event.js";
import type { Session } from "../../schema/scenario.js";
import type { Usage } from "../../schema/usage.js";
import type { ScriptedUser } from "../agenda/user.js";
import { wordingsOf } from "../givenAway.js";
import { guarding } from "../guards/guarding.js";
import { attemptsWith, type Refused } from "./attempts.js";
import { briefingOf, ENDING, type Ending, spokenIn } from "./briefing.js";

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

/**
 * A model plays the person where there is a goal to talk about; beats, probes and last words are the script's, so that
 * every arm is asked the same. What it told is read by wordings, hence `how: match`.
 */
export function llmUser({ cast, life, model, prompt, scripted, stream, trial, matches, signal }: LlmPlayer): User {
  let session: Session | null = null;
  let moment: Moment;
  let ended: Ending | null = null;
  let item: string | null = null;
  const attempt = attemptsWith({ model, stream, trial, signal });
  const failed = guarding(cast, life, matches);

  const briefing = (turns: readonly Turn[], refused: Refused | null = null) =>
    briefingOf(prompt, cast, tellable(), session as Session, moment, turns, refused);

  async function word(turns: readonly Turn[]): Promise<Utterance | null> {
    const { completion, guards, usage } = await attempt(
      (refused) => ({ messages: briefing(turns, refused), tools: ENDING }),
      (tried) => {
        const { words, end, unclear } = spokenIn(tried);
        ended = end;
        if (unclear) return ["ending"];
        return end !== null && words === "" ? [] : failed(words, turns);
      },
    );
    if (completion) {
      const { words } = spokenIn(completion);
      return words === "" ? null : uttered(words, guards, usage);
    }
    const spoken = await scripted.speak({ purpose: "goal" }, turns);
    return spoken && { ...spoken, guards, usage };
  }

  function uttered(text: string, guards: readonly string[], usage: Usage): Utterance {
    const disclosed = tellable().filter((fact) => hasPhrase(text, wordingsOf(cast.slots, matches, fact)));
    const turn: Utterance = {
      ...{ text, acts: [], heard: [], misheard: null, patience: null, spoken: "model" },
      disclosed: disclosed.map(({ id, slot }): Disclosure => ({ fact: id, slot, how: "match" })),
      ...{ guards: [...guards], usage },
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
    async aside(question, turns) {
      const messages: Message[] = [...briefing(turns), { role: "user", content: question }];
      return (await model.complete({ messages, tools: [] }, { signal })).text.trim();
    },
    goal() {
      const gaveUp = ended?.outcome === "gave-up";
      const requests = session?.goal?.requests ?? [];
      const complete = ended?.outcome === "satisfied" && item !== null;
      const over = session?.goal === undefined || ended !== null;
      const reached = { filled: complete ? requests : [], missing: complete ? [] : requests };
      return { over, gaveUp, complete, item, ...reached, ...(ended ? { told: ended.told } : {}) };
    },
  };
}
