import { wordsOf } from "../../core/words.js";
import type { Act } from "../agenda/acts.js";
import { ACCEPTS } from "../agenda/speech.js";
import { type Move, WORDINGS } from "../agenda/wordings.js";
import { contentOf } from "../guards/content.js";
import { readable, wordingsIn } from "./reading.js";

/** The moves that say an act which has no fact, item or question of its own; none where what it names is enough. */
function movesOf(act: Act): readonly Move[] {
  switch (act.intent) {
    case "accept":
      return [ACCEPTS[act.manner], "accept"];
    case "answer":
      return act.facts.length > 0 ? [] : ["no-preference", "nothing-there"];
    case "decline":
      return [act.kept ? "withhold" : "decline"];
    case "open":
    case "restart":
    case "inform":
    case "correct":
    case "deny":
    case "request":
      return [];
    default:
      return [act.intent];
  }
}

/** What takes a thing, and what turns it down. */
const TAKES =
  /\b(?:i will|i would|i shall|let us|let's) (?:gladly )?(?:take|have|book|go (?:with|for))\b|\b(?:sounds|looks) (?:good|great|perfect|right)\b|\bsold\b|\byes please\b/;
const TURNS_DOWN =
  /\b(?:do|does|did|will|would|could|can) not (?:\w+ )?(?:want|take|like|work|suit|have|go|choose|do)\b|\bno thanks?\b|\b(?:something|anything|somewhere) else\b|\banother\b|\bforget (?:it|that)\b/;
/** What says no to what was asked or said. */
const DENIES = /^\W*(?:no|nope|nah)\b|\bnot (?:quite )?(?:right|correct|so|true|me|it)\b|\bwrong\b/;
/** What takes back whatever stands beside it. */
const TAKES_BACK =
  /\b(?:not true|untrue|false|a lie|lying|joking|kidding|never mind|scratch that|the opposite|no longer|ignore (?:that|this|what)|made (?:that|it) up|the other way round)\b/;

const AGREEMENTS = new Set<Act["intent"]>(["accept", "affirm", "relax"]);
const REFUSALS = new Set<Act["intent"]>(["correct", "deny", "decline", "alternative", "give-up", "no-more"]);

/** Whether a text does what an act does, as far as words of that move show it. */
export function makes(text: string, act: Act): boolean {
  const lines = movesOf(act).flatMap((move) =>
    Object.values(WORDINGS)
      .flatMap((wordings) => wordings[move].flatMap((line) => line.split("{item}")))
      .filter((part) => wordsOf(part).length > 0),
  );
  if (lines.length === 0) return true;
  const content = new Set(lines.flatMap(contentOf));
  return wordingsIn(text, lines.map(readable)).length > 0 || contentOf(text).some((word) => content.has(word));
}

/** Whether a text goes against its acts where the template does not: takes what is refused, refuses what is taken, or takes all back. */
export function turnsAround(text: string, template: string, acts: readonly Act[]): boolean {
  const against = [
    TAKES_BACK,
    ...(acts.some(({ intent }) => AGREEMENTS.has(intent)) ? [TURNS_DOWN, DENIES] : []),
    ...(acts.some(({ intent }) => REFUSALS.has(intent)) ? [TAKES] : []),
  ];
  const times = (line: string, turn: RegExp) => [...readable(line).matchAll(new RegExp(turn, "g"))].length;
  return against.some((turn) => times(text, turn) > times(template, turn));
}
