import type { Draws } from "../../core/draws.js";
import type { LivedFact } from "../../core/life.js";
import type { Novelty } from "../../core/novelty.js";
import { satisfyingValues } from "../../core/satisfies.js";
import type { Cast } from "../../core/world.js";
import type { Session } from "../../schema/scenario.js";
import type { Act } from "./agenda.js";
import { bandOf, inStyle, roomFor } from "./style.js";
import { type Move, WORDINGS } from "./wordings.js";

/** Gives a person's acts their words. */
export interface Speech {
  say(acts: readonly Act[], session: Session): string;
  /** A scripted line, with the fact it leads up to, if any. */
  line(lines: readonly string[], fact: LivedFact | null, lead: string | null): string;
  /** A short reaction that opens a turn about something else. */
  reaction(acts: readonly Act[]): string | null;
}

/** Speech of one person for one trial. Nothing longer than three words is said twice. */
export function speechOf({ persona, slots, catalog }: Cast, novelty: Novelty, draws: Draws): Speech {
  const { style } = persona;
  const band = bandOf(style);
  const usedWordings = new Set<string>();

  /** Wordings not used before, as far as there are any. */
  function pick(stream: string, list: readonly string[]): string {
    const unused = list.filter((line) => !usedWordings.has(line));
    const line =
      novelty.choose(draws, stream, unused) ?? novelty.choose(draws, stream, list) ?? draws.pick(stream, list);
    usedWordings.add(line);
    return line;
  }

  function move(name: Move, item?: string): string {
    return pick(`speech.${name}`, WORDINGS[name][band]).replaceAll("{item}", item ?? "it");
  }

  /** How this person puts a fact: own wordings first, then those of the slot's values that fit. */
  function tell(fact: LivedFact): string {
    const own = fact.say.filter((line) => !usedWordings.has(line) && novelty.fresh(line));
    if (own.length > 0) return pick("speech.fact", own);
    const slot = slots[fact.slot];
    const values = slot ? satisfyingValues(slot, fact.condition) : [];
    const exact = values.filter(
      (value) => value === fact.condition.is || value === fact.condition.max || value === fact.condition.min,
    );
    const shared = (exact.length > 0 ? exact : values).flatMap((value) => slot?.values[value]?.say ?? []);
    const said = fact.condition.not === undefined ? shared.filter((line) => novelty.fresh(line)) : [];
    return said.length > 0 ? pick("speech.fact", said) : pick("speech.fact", fact.say.length > 0 ? fact.say : shared);
  }

  function request(item: string, name: string): string {
    return pick("speech.request", catalog.requests[name]?.ask ?? [`and ${name}?`]).replaceAll("{item}", item);
  }

  function opening(session: Session): string {
    const goal = session.goal;
    if (!goal) return move("waiting");
    const first = pick("speech.open", goal.open);
    const roomy = roomFor([first], style) > 4 || draws.chance("speech.context", 0.5);
    return roomy ? joined([first, pick("speech.context.line", goal.context)]) : first;
  }

  function words(act: Act, session: Session): string {
    switch (act.intent) {
      case "open":
        return opening(session);
      case "inform":
        return tell(act.fact);
      case "answer":
        return act.facts.length > 0 ? act.facts.slice(0, 2).map(tell).join(", and ") : move("no-preference");
      case "correct":
        return act.reminded
          ? `${move("remind")}, ${tell(act.fact)}`
          : `${move("correct", act.item.name)}, ${tell(act.fact)}`;
      case "accept":
        return move(act.glad ? "accept-glad" : "accept", act.item.name);
      case "request":
        return request(act.item.name, act.request);
      case "question":
      case "alternative":
        return move(act.intent, act.item.name);
      default:
        return move(act.intent);
    }
  }

  /** An opener or closer of this person's own, often none. A question or an objection opens by itself. */
  function framed(core: string, opens: boolean): string {
    const opener =
      opens && style.openers.length > 0 && !core.includes("?") && draws.chance("speech.opener", 0.35)
        ? draws.pick("speech.opener", style.openers)
        : null;
    const closer =
      style.closers.length > 0 && !/[?!]$/.test(core) && draws.chance("speech.closer", 0.2)
        ? draws.pick("speech.closer", style.closers)
        : null;
    const opened =
      opener === null
        ? core
        : /[.!?…:]$/.test(opener)
          ? `${opener} ${opener.endsWith(":") ? lowerFirst(core) : core}`
          : `${opener.replace(/,$/, "")}, ${lowerFirst(core)}`;
    return closer === null ? opened : `${opened.replace(/[.,]$/, "")}, ${closer}`;
  }

  function finished(core: string, opens: boolean): string {
    const line =
      [framed(core, opens), core].map((text) => inStyle(text, style, draws)).find((text) => novelty.fresh(text)) ??
      inStyle(core, style, draws);
    novelty.use(line);
    return line;
  }

  return {
    say: (acts, session) =>
      finished(
        joined(acts.map((act) => words(act, session))),
        acts.length > 0 && acts.every(({ intent }) => OPENED.has(intent)),
      ),
    line(lines, fact, lead) {
      const scripted = lines.length > 0 ? pick("speech.line", lines) : null;
      const told = fact ? tell(fact) : null;
      return finished(joined([lead, scripted, told].filter((part) => part !== null)), false);
    },
    reaction(acts) {
      const act = acts.findLast(({ intent }) => intent === "accept" || intent === "thank" || intent === "give-up");
      if (!act) return null;
      return act.intent === "accept"
        ? move(act.glad ? "accept-glad" : "accept", act.item.name)
        : move(act.intent as Move);
    },
  };
}

/** The acts that a person's own small words can open. */
const OPENED = new Set<Act["intent"]>(["inform", "answer", "accept", "request"]);

/** Joins clauses into sentences: a full stop after what has no end of its own; a colon or comma runs on. */
function joined(parts: readonly string[]): string {
  return parts.reduce((line, part) => {
    if (line === "") return part;
    if (/[:,;–-]$/.test(line)) return `${line} ${lowerFirst(part)}`;
    return `${/[.!?…]$/.test(line) ? line : `${line}.`} ${part}`;
  }, "");
}

/** Lower case after an opener, but not for "I" and names. */
function lowerFirst(text: string): string {
  return /^(I\b|I'|[A-Z][a-z]+ (?!I\b)[A-Z])/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
