import type { Draws } from "../../core/draws.js";
import { SimulatorError } from "../../core/errors.js";
import type { Knobs } from "../../core/knobs.js";
import { activeFacts, type LivedFact, type Moment } from "../../core/life.js";
import { novelty } from "../../core/novelty.js";
import type { Cue, Task, User, Utterance } from "../../core/ports.js";
import type { Cast } from "../../core/world.js";
import type { HeardAct, UserAct } from "../../schema/act.js";
import type { Item } from "../../schema/catalog.js";
import type { AssistantTurn, Disclosure, Turn } from "../../schema/event.js";
import type { Beat, Session } from "../../schema/scenario.js";
import { type Act, factsIn, logged } from "./acts.js";
import { type Agenda, type Circumstances, drop, missing, newAgenda, nextActs, settle } from "./agenda.js";
import { followUp } from "./followUp.js";
import { hear } from "./hearing.js";
import { mishear, receive } from "./receive.js";
import { type Script, speechOf } from "./speech.js";
import { spokenByTemplate, templateWording, type Wording, type Words } from "./wording.js";

/** What an agenda user is made of. */
export interface Player {
  cast: Cast;
  life: readonly LivedFact[];
  knobs: Knobs;
  draws: Draws;
}

/** A user that can also keep up with a talk which somebody else words, and take over from there. */
export interface ScriptedUser extends User {
  /** What another said for this person: it is neither told again nor the talk opened anew. */
  follow(spoken: Pick<Utterance, "disclosed">): void;
  /** Hears a reply that another will answer; making nothing of it is no fault. */
  overhear(reply: AssistantTurn, task: Task): void;
}

/** After so many replies running that it could make nothing of, the simulated user gives up, and is at fault. */
const MISHEARD = 2;

/** What a person reacts with before turning to something else. */
const REACTIONS = new Set<Act["intent"]>([
  "accept",
  "correct",
  "deny",
  "answer",
  "affirm",
  "thank",
  "no-more",
  "give-up",
]);

/**
 * A user whose acts are decided by rules: goal, stack of acts and patience after Schatzmann et al. (2007), hearing free
 * text. It speaks from composed wordings, but for those turns of the goal's talk that another gives their words. It
 * discloses by its own acts, so what it told is certain.
 */
export function agendaUser({ cast, life, knobs, draws }: Player, wording: Wording = templateWording): ScriptedUser {
  const { slots, catalog } = cast;
  const speech = speechOf(cast, novelty(), draws);
  const told = new Set<string>();
  let session: Session;
  let moment: Moment;
  let agenda: Agenda = newAgenda(null, [], knobs);
  let heard: HeardAct[] = [];
  let requested: string[] = [];
  let questioned = false;
  let misheard = 0;

  const active = () => activeFacts(life, moment);
  const factsOn = (slot: string) =>
    active().filter((fact) => fact.slot === slot && fact.strength > 0 && fact.disclose !== "private");
  const around = (options: readonly Item[]): Circumstances => ({
    ...{ slots, options, factsOn, knobs, draws },
    keeps: (slot) => active().some((fact) => fact.slot === slot && fact.disclose === "private"),
    toldBefore: (fact) => told.has(fact.id),
  });

  function utterance(words: Words, acts: readonly UserAct[], facts: readonly LivedFact[]): Utterance {
    const disclosed = facts.map((fact): Disclosure => ({ fact: fact.id, slot: fact.slot, how: "act" }));
    for (const { id } of facts) told.add(id);
    requested = acts.flatMap(({ request }) => request ?? []);
    questioned = acts.some(({ intent }) => intent === "request" || intent === "question");
    const turn: Utterance = {
      ...{ text: words.text, acts: [...acts], disclosed, heard, misheard: misheard > 0, patience: agenda.patience },
      ...words,
    };
    heard = [];
    return turn;
  }

  function say(acts: readonly Act[]): Utterance {
    const text = speech.say(acts, session);
    settle(agenda);
    return utterance(spokenByTemplate(text), acts.map(logged), acts.flatMap(factsIn));
  }

  async function sayInWords(acts: readonly Act[], turns: readonly Turn[]): Promise<Utterance> {
    const template = speech.say(acts, session);
    settle(agenda);
    const words = await wording({ acts, template, told, session, moment }, turns);
    return utterance(words, acts.map(logged), acts.flatMap(factsIn));
  }

  /** What the last reply calls for is said in passing, before something else. */
  function reactions(doubting = false): Act[] {
    const top = agenda.stack.at(-1);
    if (!top || !REACTIONS.has(top.intent) || (doubting && top.intent === "accept")) return [];
    agenda.stack.pop();
    settle(agenda);
    return [top];
  }

  function scripted(script: Script, act: UserAct): Utterance {
    const { fact } = script;
    const lead = reactions(script.kind === "doubt");
    if (agenda.over) agenda.stack = [];
    const text = speech.line(lead, script, session);
    return utterance(
      spokenByTemplate(text),
      [...lead.map(logged), act],
      [...lead.flatMap(factsIn), ...(fact ? [fact] : [])],
    );
  }

  function speakBeat({ disclose, confides, change, retract, challenge, say: lines }: Beat): Utterance {
    const slot = disclose ?? confides ?? change;
    const fact = active().find((one) => one.slot === slot) ?? null;
    const about = slot ?? retract;
    const kind = challenge ? "doubt" : about === undefined ? "aside" : null;
    return scripted({ lines, fact, kind }, { intent: "beat", ...(about === undefined ? {} : { slot: about }) });
  }

  function speakFollowUp(insisted: readonly string[], options: readonly Item[]): Utterance | null {
    const facts = insisted.flatMap(factsOn);
    const act = misheard > 0 ? ({ intent: "repeat" } as const) : followUp(heard, facts, around(options));
    if (!act) return null;
    if ("reminded" in act && act.reminded) agenda.patience = Math.max(0, agenda.patience - 1);
    return say([act]);
  }

  async function speak(cue: Cue, turns: readonly Turn[]): Promise<Utterance | null> {
    switch (cue.purpose) {
      case "goal":
        return sayInWords(nextActs(agenda, knobs, draws), turns);
      case "beat":
        return speakBeat(cue.beat);
      case "probe":
        return scripted({ lines: cue.probe.ask, fact: null, kind: null }, { intent: "probe" });
      case "follow-up":
        return speakFollowUp(cue.slots, cue.options);
      case "close":
        return say([...reactions(), { intent: "bye" }]);
    }
  }

  function understand({ text, choice }: AssistantTurn, options: readonly Item[]): void {
    heard = hear(text, { slots, catalog, options, item: agenda.item, requested, questioned });
    // A delivered text is what it is, named or not.
    if (text.includes("```") && choice !== null && !heard.some(({ item }) => item === choice))
      heard.push({ intent: "recommend", item: choice });
  }

  function listen(reply: AssistantTurn, { options, purpose, slots: relevant }: Task): void {
    understand(reply, options);
    const matters =
      (purpose === "goal" && !agenda.over) || (purpose === "probe" && options.length > 0 && relevant.length > 0);
    misheard = matters && heard.length === 0 ? misheard + 1 : 0;
    if (misheard >= MISHEARD)
      throw new SimulatorError(
        `gave up after ${misheard} replies it could make nothing of, the last: ${reply.text.slice(0, 200)}`,
      );
  }

  return {
    open(next, now) {
      session = next;
      moment = now;
      agenda = newAgenda(next.goal ?? null, (next.goal?.constraints ?? []).flatMap(factsOn), knobs);
      heard = [];
      requested = [];
      questioned = false;
      misheard = 0;
    },
    speak,
    hear(reply, task) {
      listen(reply, task);
      if (task.purpose === "goal" && misheard > 0) mishear(agenda);
      else if (task.purpose === "goal" || task.purpose === "beat") receive(agenda, heard, around(task.options));
      settle(agenda);
    },
    follow({ disclosed }) {
      for (const { fact } of disclosed) told.add(fact);
      drop(agenda, "open");
      agenda.stack = agenda.stack.filter((act) => !(act.intent === "inform" && told.has(act.fact.id)));
    },
    overhear(reply, { options }) {
      understand(reply, options);
      receive(agenda, heard, around(options));
    },
    goal: () => ({
      over: agenda.over,
      gaveUp: agenda.gaveUp,
      complete: agenda.accepted && missing(agenda).length === 0,
      item: agenda.accepted ? (agenda.item?.id ?? null) : null,
      filled: [...agenda.filled],
      missing: missing(agenda),
    }),
  };
}
