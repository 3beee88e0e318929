import type { Draws } from "../../core/draws.js";
import { wordsOf } from "../../core/words.js";
import type { Style } from "../../schema/persona.js";
import type { Act } from "./acts.js";
import { lowerFirst } from "./joining.js";

const OPENS = 0.35;
const CLOSES = 0.2;
/** The same where the turn is shorter than this person likes. */
const FILLS = 0.8;

/** Acts that a person's own small words can open or close; scripted lines and objections open by themselves. */
const OPENED = new Set<Act["intent"]>(["inform", "answer", "accept", "request", "thank"]);
/** Openers that answer something. */
const ANSWERING = /^(?:yes|yeah|aye|ok|fine|good|granted|indeed|clear|very good|naw|in that case)\b/i;
/** Openers that greet: no one greets again in the middle of a talk, and its first words are scripted. */
const GREETING = /^(?:hi|hiya|hey|hello|(?:good )?(?:day|morning|afternoon|evening))\b/i;
/** Cores that open by themselves. */
const STARTED =
  /^(?:yes|yeah|yep|no|nope|nah|ok|right|good|fine|sure|oh|well|hm|indeed|certainly|correct|exactly|perfect|thanks|thank you|ta|cheers|honestly|to be honest)(?=\s*(?:[,.!:–]|$))/i;
const ANSWERS = new Set<Act["intent"]>(["answer", "accept"]);

/** Closers that ask for something: they belong to questions. */
const ASKING =
  /\b(?:please|pls|if (?:that's |that is )?possible|permission|if you would|trouble you|obliged|grateful|convenient|would help)\b/i;
/** Closers that leave it to the other: behind what asks for a favour, not behind what asks for a fact. */
const LEAVING_IT = /\b(?:possible|convenient)\b/i;
const FAVOUR = /\b(?:can|could|may|might|will|would) (?:you|i|we|one)\b/i;
/** Closers that are a sentence: they stand behind a question, not within it. */
const SENTENCE = /^(?:I|that|it)(?:'d| should| would)\b/i;

/** Puts an opener before and a closer behind a turn now and then, each of this person's own. */
export function framerOf(style: Style, names: ReadonlySet<string>, draws: Draws) {
  const asking = style.closers.filter((closer) => ASKING.test(closer));
  const plain = style.closers.filter((closer) => !ASKING.test(closer));
  const small = style.openers.filter((opener) => !GREETING.test(opener));

  function opened(core: string, answering: boolean, thin: boolean): string {
    const openers = small.filter((opener) => answering || !ANSWERING.test(opener));
    const opens =
      openers.length > 0 &&
      !core.includes("?") &&
      !STARTED.test(core) &&
      draws.chance("speech.opener", thin ? FILLS : OPENS);
    return opens ? withOpener(draws.pick("speech.opener.word", openers), core, names) : core;
  }

  function closed(core: string, acts: readonly Act[], thin: boolean): string {
    const fitting = asking.filter((closer) => FAVOUR.test(core) || !LEAVING_IT.test(closer));
    const closers = core.endsWith("?") ? fitting : plain;
    const closed = acts.some(({ intent }) => intent === "thank" || (intent === "request" && !core.endsWith("?")));
    if (closed || core.endsWith("!") || closers.length === 0) return core;
    if (!draws.chance("speech.closer", thin ? FILLS : CLOSES)) return core;
    const closer = draws.pick("speech.closer.word", closers);
    if (!core.endsWith("?")) return `${core.replace(/[.,]$/, "")}, ${closer}`;
    return SENTENCE.test(closer)
      ? `${core} ${closer[0]?.toUpperCase()}${closer.slice(1)}.`
      : `${core.slice(0, -1)}, ${closer}?`;
  }

  return (core: string, acts: readonly Act[]): string => {
    const whole = acts.some((act) => act.intent === "accept" && act.manner !== "willing");
    if (acts.length === 0 || whole || !acts.every(({ intent }) => OPENED.has(intent))) return core;
    const thin = wordsOf(core).length < style.words_per_turn[0];
    const answering = acts.some(({ intent }) => ANSWERS.has(intent));
    return closed(opened(core, answering, thin), acts, thin);
  };
}

function withOpener(opener: string, core: string, names: ReadonlySet<string>): string {
  if (/[.!?…]$/.test(opener)) return `${opener} ${core}`;
  return `${/[,:–]$/.test(opener) ? opener : `${opener},`} ${lowerFirst(core, names)}`;
}
