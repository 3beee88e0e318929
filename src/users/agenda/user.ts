import type { Draws } from "../../core/draws.js";
import { SimulatorError } from "../../core/errors.js";
import { activeFacts, type LivedFact, type Moment } from "../../core/life.js";
import { novelty } from "../../core/novelty.js";
import type { Cue, User, Utterance } from "../../core/ports.js";
import { meets } from "../../core/utility.js";
import type { Cast } from "../../core/world.js";
import type { HeardAct, UserAct } from "../../schema/act.js";
import type { Item } from "../../schema/catalog.js";
import type { AssistantTurn, Disclosure } from "../../schema/event.js";
import type { Beat, Session } from "../../schema/scenario.js";
import {
  type Act,
  type AgendaState,
  type Hearing,
  type Knobs,
  mishear,
  missing,
  newAgenda,
  nextActs,
  receive,
  settle,
} from "./agenda.js";
import { hear } from "./hearing.js";
import { speechOf } from "./speech.js";

/** What an agenda user is made of. */
export interface Player {
  cast: Cast;
  life: readonly LivedFact[];
  knobs: Knobs;
  draws: Draws;
}

/**
 * A user without a model: goal, stack of acts and patience after Schatzmann et al. (2007), hearing free text
 * and speaking from composed wordings. It discloses by its own acts, so what it told is certain.
 */
export function agendaUser({ cast, life, knobs, draws }: Player): User {
  const { slots, catalog } = cast;
  const speech = speechOf(cast, novelty(), draws);
  const told = new Set<string>();
  let session: Session;
  let moment: Moment;
  let state: AgendaState = newAgenda(null, [], knobs);
  let heard: HeardAct[] = [];
  let misheard = 0;
  let silent = false;

  const active = () => activeFacts(life, moment);
  const factsOn = (slot: string) => active().filter((fact) => fact.slot === slot && fact.strength > 0);

  function listen(reply: AssistantTurn, options: readonly Item[]): HeardAct[] {
    return hear(reply.text, { slots, catalog, options, item: state.item });
  }

  function utterance(text: string, acts: UserAct[], facts: readonly LivedFact[]): Utterance {
    const disclosed: Disclosure[] = facts.map((fact) => ({ fact: fact.id, slot: fact.slot, how: "act" }));
    for (const fact of facts) told.add(fact.id);
    const turn: Utterance = {
      text,
      acts,
      disclosed,
      heard,
      misheard: silent,
      patience: state.patience,
      spoken: "template",
      guards: [],
    };
    heard = [];
    silent = false;
    return turn;
  }

  function speakGoal(): Utterance {
    const acts = nextActs(state, knobs, draws);
    const text = speech.say(acts, session);
    settle(state);
    return utterance(text, acts.map(logged), acts.flatMap(factsIn));
  }

  /** What is left of the goal's talk is said in passing, before something else. */
  function leadIn(): string | null {
    const rest = state.stack;
    if (!state.over) return null;
    state.stack = [];
    return speech.reaction(rest);
  }

  function speakBeat(beat: Beat): Utterance {
    const slot = beat.disclose ?? beat.confides ?? beat.change;
    const fact = active().find((one) => one.slot === slot) ?? null;
    const acts: UserAct[] = [{ intent: "beat", ...(slot === undefined ? {} : { slot }) }];
    return utterance(speech.line(beat.say, fact, leadIn()), acts, fact ? [fact] : []);
  }

  /** After the first reply to a probe: an answer to its question, or an objection. */
  function followUp(relevant: readonly string[], options: readonly Item[]): Utterance | null {
    const asked = heard.find(
      (act) => act.intent === "request" && act.slot !== undefined && relevant.includes(act.slot),
    );
    const item = options.find((option) => heard.some((act) => act.item === option.id));
    const facts = active().filter(
      (fact) => relevant.includes(fact.slot) && fact.strength > 0 && fact.disclose !== "private",
    );
    const broken = item && facts.find((fact) => !meets(slots, fact.slot, fact.condition, item.attributes));
    if (asked?.slot !== undefined && draws.chance("agenda.cooperativeness", knobs.cooperativeness)) {
      const act: Act = {
        intent: "answer",
        slot: asked.slot,
        facts: factsOn(asked.slot).filter((fact) => fact.disclose !== "private"),
      };
      return utterance(speech.say([act], session), [logged(act)], factsIn(act));
    }
    if (!item || !broken || !draws.chance("agenda.corrects", knobs.corrects)) return null;
    const reminded = told.has(broken.id);
    if (reminded) state.patience = Math.max(0, state.patience - 1);
    const act: Act = { intent: "correct", item, fact: broken, reminded };
    return utterance(speech.say([act], session), [logged(act)], [broken]);
  }

  function speakRepeat(): Utterance {
    return utterance(speech.say([{ intent: "repeat" }], session), [{ intent: "repeat" }], []);
  }

  function speak(cue: Cue): Utterance | null {
    switch (cue.purpose) {
      case "goal":
        return speakGoal();
      case "beat":
        return speakBeat(cue.beat);
      case "probe":
        return utterance(speech.line(cue.probe.ask, null, leadIn()), [{ intent: "probe" }], []);
      case "follow-up":
        return silent ? speakRepeat() : followUp(cue.probe.slots, cue.options);
      case "close":
        return utterance(speech.say([{ intent: "bye" }], session), [{ intent: "bye" }], []);
    }
  }

  return {
    open(next, now) {
      session = next;
      moment = now;
      const constraints = (next.goal?.constraints ?? []).flatMap((slot) =>
        factsOn(slot).filter((fact) => fact.disclose !== "private"),
      );
      state = newAgenda(next.goal ?? null, constraints, knobs);
      heard = [];
      misheard = 0;
    },
    speak: async (cue) => speak(cue),
    hear(reply, task) {
      heard = listen(reply, task.options);
      silent = heard.length === 0 && task.purpose === "goal";
      misheard = silent ? misheard + 1 : 0;
      if (misheard > 2)
        throw new SimulatorError(
          `could not make anything of three replies running, the last: ${reply.text.slice(0, 200)}`,
        );
      const hearing: Hearing = {
        slots,
        options: task.options,
        factsOn,
        knobs,
        draws,
        toldBefore: (fact) => told.has(fact.id),
      };
      if (silent) mishear(state);
      else if (task.purpose === "goal") receive(state, heard, hearing);
      settle(state);
    },
    goal: () => ({
      over: state.over,
      gaveUp: state.gaveUp,
      complete: state.accepted && missing(state).length === 0,
      item: state.accepted ? (state.item?.id ?? null) : null,
      filled: [...state.filled],
      missing: missing(state),
    }),
  };
}

function factsIn(act: Act): readonly LivedFact[] {
  if (act.intent === "inform" || act.intent === "correct") return [act.fact];
  return act.intent === "answer" ? act.facts.slice(0, 2) : [];
}

/** An act as it is written into the log. */
function logged(act: Act): UserAct {
  const intent = act.intent === "press-on" || act.intent === "waiting" ? "negate" : act.intent;
  const facts = factsIn(act);
  return {
    intent,
    ...("item" in act ? { item: act.item.id } : {}),
    ...("request" in act ? { request: act.request } : {}),
    ...(act.intent === "answer" ? { slot: act.slot } : facts[0] ? { slot: facts[0].slot } : {}),
    ...(facts[0] ? { condition: facts[0].condition } : {}),
  };
}
