import type { Draws } from "../../core/draws.js";
import type { LivedFact } from "../../core/life.js";
import type { Novelty } from "../../core/novelty.js";
import { sentencesOf, wordsOf } from "../../core/words.js";
import type { Cast } from "../../core/world.js";
import type { Session } from "../../schema/scenario.js";
import { type Act, FACTS_IN_ANSWER } from "./acts.js";
import { framerOf } from "./framing.js";
import { joined, properNames } from "./joining.js";
import { inLocale } from "./locale.js";
import { bandOf, inStyle } from "./style.js";
import { wordingsFor } from "./telling.js";
import { TRIMMINGS, type Trimmed } from "./trimmings.js";
import { type Move, WORDINGS } from "./wordings.js";

/** Gives a person's acts their words. */
export interface Speech {
  say(acts: readonly Act[], session: Session): string;
  /** What is left to react to, then a scripted line, then the fact it leads up to, if any. */
  line(lead: readonly Act[], script: Script, session: Session): string;
}

/** A scripted line: its wordings, what it leads up to, and what kind of remark it is. */
export interface Script {
  lines: readonly string[];
  fact: LivedFact | null;
  kind: "aside" | "doubt" | null;
}

/** Speech of one person for one trial. Nothing longer than three words is said twice. */
export function speechOf(cast: Cast, novelty: Novelty, draws: Draws): Speech {
  const { persona, slots, catalog } = cast;
  const { style } = persona;
  const band = bandOf(style);
  const wordings = WORDINGS[band];
  const names = properNames(cast);
  const framed = framerOf(style, names, draws);
  const written = (text: string, serious = false) => inStyle(inLocale(text, persona.locale), style, draws, serious);
  const used = new Set<string>();
  let room = style.words_per_turn[1];

  /** A wording not used before, short enough for what is left of the turn, as far as there are any. */
  function pick(stream: string, list: readonly string[]): string {
    const unused = list.filter((line) => !used.has(line));
    const fitting = unused.filter((line) => wordsOf(line).length <= room);
    const line =
      novelty.choose(draws, stream, fitting) ??
      novelty.choose(draws, stream, unused) ??
      novelty.choose(draws, stream, list) ??
      draws.pick(stream, list);
    used.add(line);
    room = Math.max(0, room - wordsOf(line).length);
    return line;
  }

  /** A core with something before it, something behind it, or both, as far as the turn has room. */
  function trimmed(core: string, kind: Trimmed): string[] {
    const { before, behind } = TRIMMINGS[band][kind];
    const leads = room > 2 && draws.chance(`speech.before.${kind}`, LEADS);
    const first = leads ? [pick(`speech.before.${kind}.words`, before)] : [];
    const trails = room > 2 && draws.chance(`speech.behind.${kind}`, leads ? TRAILS / 2 : TRAILS);
    return [...first, core, ...(trails ? [pick(`speech.behind.${kind}.words`, behind)] : [])];
  }

  const move = (name: Move, item = "it") => pick(`speech.${name}`, wordings[name]).replaceAll("{item}", item);

  /** How this person puts a fact: own wordings first, then those of the slot's values that fit. */
  function tell(fact: LivedFact): string {
    const own = fact.say.filter((line) => !used.has(line) && novelty.fresh(line));
    if (own.length > 0) return pick("speech.fact", own);
    const { shared, plain } = wordingsFor(slots, fact);
    const fresh = shared.filter((line) => novelty.fresh(line));
    const known = [fresh, fact.say, shared].find((lines) => lines.length > 0);
    return pick("speech.fact", known ?? [plain]);
  }

  /** A question about an item that was just spoken of mostly says "it". */
  function request(item: string, name: string): string {
    const asked = pick("speech.request", catalog.requests[name]?.ask ?? [`and ${name}?`]);
    if (draws.chance("speech.name", NAMES_AGAIN)) return asked.replaceAll("{item}", item);
    return asked.replaceAll(/\b(?:at|to) \{item\}/g, "there").replaceAll("{item}", "it");
  }

  function opening({ goal }: Session): string[] {
    if (!goal) return [move("prompt")];
    const first = pick("speech.open", goal.open);
    return room > 4 || draws.chance("speech.context", 0.5)
      ? [first, pick("speech.context.line", goal.context)]
      : [first];
  }

  /** Nothing to tell on a slot: no wish where things differ on it, else nothing of that kind. */
  function indifferent(slot: string): string[] {
    const { type = "enum", sensitive = false } = slots[slot] ?? {};
    const wish = slot === "" || catalog.items.some(({ attributes }) => slot in attributes);
    return wish && type !== "set" && !sensitive
      ? trimmed(move("no-preference"), "no-preference")
      : [move("nothing-there")];
  }

  function words(act: Act, session: Session): string[] {
    switch (act.intent) {
      case "open":
        return opening(session);
      case "restart":
        return [move("restart"), ...opening(session)];
      case "inform":
        return [tell(act.fact)];
      case "answer":
        return act.facts.length > 0 ? act.facts.slice(0, FACTS_IN_ANSWER).map(tell) : indifferent(act.slot);
      case "correct":
        return [move(act.reminded ? "remind" : "correct", act.item.name), tell(act.fact)];
      case "deny":
        return [move(act.reminded ? "remind" : "deny"), tell(act.fact)];
      case "accept":
        return [move(ACCEPTS[act.manner], act.item.name)];
      case "request":
        return trimmed(request(act.item.name, act.request), "request");
      case "question":
      case "alternative":
        return [move(act.intent, act.item.name)];
      case "decline":
        return act.kept ? [move("withhold")] : trimmed(move("decline"), "decline");
      case "bye":
      case "repeat":
      case "prompt":
        return trimmed(move(act.intent), act.intent);
      default:
        return [move(act.intent)];
    }
  }

  function finished(core: string, acts: readonly Act[], serious = false): string {
    const candidates = [framed(core, acts), core].map((text) => written(text, serious));
    const line =
      candidates.find((text) => novelty.fresh(text)) ?? (acts.length > 0 ? again(core) : (candidates[1] as string));
    // What was meant counts as said, however it was written.
    for (const text of [core, line]) novelty.use(text);
    room = style.words_per_turn[1];
    return line;
  }

  /** What is left of a turn without the sentences said before; where nothing is, that it was said. */
  function again(core: string): string {
    const unsaid = sentencesOf(core).filter((sentence) => novelty.fresh(sentence));
    return written(unsaid.length > 0 ? unsaid.join(" ") : SAID[band]);
  }

  return {
    say: (acts, session) =>
      finished(
        joined(
          acts.flatMap((act) => words(act, session)),
          names,
        ),
        acts,
      ),
    line(lead, { lines, fact, kind }, session) {
      const reaction = lead.flatMap((act) => words(act, session));
      const core = lines.length > 0 ? pick("speech.line", lines) : null;
      const scripted = core === null ? [] : kind ? trimmed(core, kind) : [core];
      const told = fact ? [tell(fact)] : [];
      return finished(joined([...reaction, ...scripted, ...told], names), [], kind === null);
    },
  };
}

/** How each manner of taking something is worded. */
export const ACCEPTS = {
  willing: "accept",
  glad: "accept-glad",
  resigned: "accept-resigned",
  returning: "accept-returning",
} as const;

/** Too short to count as repetition. */
const SAID = { casual: "like I said", neutral: "as I said", formal: "as I mentioned" } as const;
/** How often something stands before a core, and behind one. */
const LEADS = 0.6;
const TRAILS = 0.5;
/** How often a question names the item although it was just named. */
const NAMES_AGAIN = 0.25;
