import type { HeardAct, HeardIntent } from "../../schema/act.js";
import type { Item } from "../../schema/catalog.js";
import { type Agenda, type Circumstances, giveUp, push, wanting, weight, wornOut } from "./agenda.js";
import { mostLikely, propose, reconsider, relax } from "./proposals.js";
import { contradicted, replyTo } from "./questions.js";

/** Chances that are the same for everyone, after PyDial's defaults. */
const TAKES_FAREWELL = 0.85;
const NO_AFTER_MORE = 0.7;

/**
 * Takes in what was heard (Schatzmann et al. 2007; order of cases as in PyDial's UMHdcSim): endings and repetitions,
 * refusals, proposals, answers, claims about the person, questions. The facts are never redrawn: they are the truth.
 */
export function receive(agenda: Agenda, acts: readonly HeardAct[], around: Circumstances): void {
  if (agenda.over || agenda.gaveUp) return;
  if (stuck(agenda, acts)) agenda.patience -= 1;
  if (agenda.patience < 1) giveUp(agenda);
  else if (!agenda.accepted && acts.some(({ intent }) => intent === "repeat")) push(agenda, { intent: "restart" });
  else takeIn(agenda, acts, around);
}

function takeIn(agenda: Agenda, acts: readonly HeardAct[], around: Circumstances): void {
  const all = (intent: HeardIntent) => acts.filter((act) => act.intent === intent);
  offered(agenda, acts, around);
  if (agenda.gaveUp) return;
  for (const { request } of all("inform")) if (request) fill(agenda, request);
  noteVain(agenda);
  for (const claim of all("confirm")) confirm(agenda, claim, around);
  for (const asked of [...all("request"), ...all("select")]) {
    if (asked.slot) question(agenda, { ...asked, slot: asked.slot }, around);
    else elicited(agenda, around);
  }
  if (agenda.gaveUp) return;
  if (agenda.accepted) pursue(agenda, all("more").length > 0, around);
  else if (all("bye").length > 0 && around.draws.chance("agenda.farewell", TAKES_FAREWELL)) giveUp(agenda);
  else if (acts.every(({ intent }) => IDLE.has(intent)) && agenda.stack.length === 0)
    push(agenda, { intent: "prompt" });
}

/** What is offered or refused comes before everything else. */
function offered(agenda: Agenda, acts: readonly HeardAct[], around: Circumstances): void {
  const named = acts.filter(({ intent }) => intent === "recommend");
  const proposed = named.flatMap((act) => around.options.find(({ id }) => id === act.item) ?? []);
  const others = proposed.filter(({ id }) => id !== agenda.item?.id);
  const fresh = mostLikely(others, agenda, around);
  const refused = !agenda.accepted && acts.some(({ intent }) => intent === "no-offer");
  if (refused) relax(agenda, proposed[0] ?? null, around);
  else if (fresh) propose(agenda, fresh, around);
  else if (agenda.item && !agenda.accepted && acts.some(({ intent }) => ANSWERS.has(intent)))
    reconsider(agenda, agenda.item, around);
}

const ANSWERS = new Set<HeardIntent>(["inform", "recommend", "ack"]);
const IDLE = new Set<HeardIntent>(["greet", "more", "ack", "bye"]);

/** A turn that parsed to nothing: the person asks again, patience unchanged. */
export function mishear(agenda: Agenda): void {
  push(agenda, { intent: "repeat" });
}

/** Whether the assistant did nothing but what it did before, and that was no proposal or answer. */
function stuck(agenda: Agenda, acts: readonly HeardAct[]): boolean {
  const same = acts.length > 0 && JSON.stringify(acts) === JSON.stringify(agenda.before);
  agenda.before = acts;
  return same && acts.every(({ intent }) => FRUITLESS.has(intent));
}

const FRUITLESS = new Set<HeardIntent>(["greet", "more", "repeat", "request", "select"]);

function fill(agenda: Agenda, request: string): void {
  if (agenda.goal?.requests.includes(request)) agenda.filled.add(request);
  agenda.stack = agenda.stack.filter((act) => !(act.intent === "request" && act.request === request));
}

/** What was asked in the last turn and is not answered. */
function noteVain(agenda: Agenda): void {
  for (const request of agenda.requested)
    if (!agenda.filled.has(request)) agenda.vain.set(request, (agenda.vain.get(request) ?? 0) + 1);
  agenda.requested = [];
}

/** The assistant says or asks whether something is true of the person: denied where it is wrong. */
function confirm(agenda: Agenda, claim: HeardAct, around: Circumstances): void {
  const { draws, knobs, slots, factsOn } = around;
  const fact = contradicted(claim, factsOn(claim.slot ?? ""), slots);
  if (!fact) return;
  if (agenda.stack.some((act) => "fact" in act && act.fact.id === fact.id && act.intent !== "inform")) return;
  if (!draws.chance("agenda.corrects", knobs.corrects * weight(fact))) return;
  const reminded = around.toldBefore(fact);
  if (reminded) agenda.patience -= 1;
  if (agenda.patience < 1 || (reminded && wornOut(agenda, around))) giveUp(agenda);
  else push(agenda, { intent: "deny", fact, reminded });
}

/** A question on a slot is answered; who does not care to passes over it where there is an offer to react to. */
function question(agenda: Agenda, asked: HeardAct & { slot: string }, around: Circumstances): void {
  const { factsOn, knobs, draws } = around;
  const { slot } = asked;
  if (agenda.stack.some((act) => act.intent === "answer" && act.slot === slot)) return;
  const facts = factsOn(slot).filter(
    (fact) => !agenda.stack.some((act) => (act.intent === "correct" || act.intent === "deny") && act.fact === fact),
  );
  if (facts.length === 0 && factsOn(slot).length > 0) return;
  agenda.stack = agenda.stack.filter((act) => !(act.intent === "inform" && act.fact.slot === slot));
  const helps = draws.chance("agenda.cooperativeness", knobs.cooperativeness);
  if (helps) push(agenda, replyTo(asked, facts, around));
  else if (!agenda.accepted && !(agenda.item && agenda.stack.length > 0))
    push(agenda, { intent: "decline", kept: false });
}

/** An open question: the person tells what matters most of what they did not tell yet. */
function elicited(agenda: Agenda, { toldBefore }: Circumstances): void {
  if (agenda.accepted || agenda.stack.some(({ intent }) => intent === "open")) return;
  const [next] = agenda.constraints
    .filter((fact) => !toldBefore(fact))
    .sort((one, other) => weight(other) - weight(one));
  agenda.stack = agenda.stack.filter((act) => !(act.intent === "inform" && act.fact === next));
  push(agenda, { intent: "answer", slot: next?.slot ?? "", facts: next ? [next] : [] });
}

/** What is still open about the found item; with nothing open the goal is reached. */
function pursue(agenda: Agenda, offersMore: boolean, { knobs, draws }: Circumstances): void {
  const item = agenda.item as Item;
  const open = wanting(agenda);
  for (const request of open) {
    if (!agenda.stack.some((act) => act.intent === "request" && act.request === request))
      agenda.stack.unshift({ intent: "request", item, request });
  }
  if (open.length > 0 || agenda.stack.some(({ intent }) => intent !== "inform")) return;
  agenda.stack = [];
  if (offersMore && draws.chance("agenda.no-more", NO_AFTER_MORE)) push(agenda, { intent: "no-more" });
  else if (draws.chance("agenda.gratitude", knobs.gratitude)) push(agenda, { intent: "thank" });
  agenda.over = true;
}
