import { normalised, wordsOf } from "../../core/words.js";
import { isCourtesyAlone } from "./courtesy.js";
import { FLIPS, PRAISES, WELCOMES } from "./flips.js";
import { isForeign } from "./language.js";
import { LEAKS } from "./leaks.js";
import { speaksOfNobodyElse } from "./lonePronoun.js";
import { LABELS, MARKUP, STAGE } from "./marks.js";
import { answersItself } from "./ownAnswer.js";
import { isRepetition } from "./repeating.js";
import { tellsSecret } from "./secrets.js";
import { THIRD_PERSON } from "./thirdPerson.js";

/** What a model's wording is held against. */
export interface Guarded {
  text: string;
  /** What the person said before, and what the assistant said. */
  before: readonly string[];
  heard: readonly string[];
  /** Wordings of facts that only a beat may bring out. */
  secrets: readonly string[];
  /** What the person is called. */
  names: readonly string[];
  /** In words. */
  longest: number;
}

/** The names of the guards that a wording for the user fails; none where it may stand. Sources: docs/users.md. */
export function failedGuards({ text, before, heard, secrets, names, longest }: Guarded): string[] {
  const plain = normalised(text);
  const called = names.map((name) => normalised(name).replace(/[^\p{L}\p{N}\s]/gu, ".")).join("|") || "nobody";
  const shows = (flaws: readonly string[]) =>
    flaws.some((flaw) => new RegExp(flaw.replaceAll("{name}", `(?:${called})`), "mu").test(plain));
  const last = normalised(heard.at(-1) ?? "");
  const words = wordsOf(text.replace(ADDRESS, "address").replace(INVISIBLE, "")).length;
  if (words === 0) return ["empty"];
  if (words > ENDLESS * longest || text.length > ENDLESS * longest * LETTERS) return ["length"];
  const failures: Record<string, boolean> = {
    "role-flip": shows(FLIPS) || (!THANKED.test(last) && shows(WELCOMES)) || (!last.includes("?") && shows(PRAISES)),
    markup: shows(MARKUP),
    label: shows(LABELS),
    stage: shows(STAGE),
    leak: shows(LEAKS),
    "third-person": shows(THIRD_PERSON) || speaksOfNobodyElse(text, before, heard, names),
    private: tellsSecret(text, secrets),
    repetition: isRepetition(text, before, heard),
    "own-answer": answersItself(text),
    courtesy: isCourtesyAlone(text, before),
    language: isForeign(text),
    length: words > longest,
  };
  return Object.keys(failures).filter((name) => failures[name]);
}

/** A turn so many times too long is no turn, whatever else it is: looking closer would take seconds. */
const ENDLESS = 20;
/** So many letters and blanks go to a word, with room. */
const LETTERS = 10;
const THANKED = /\bthank(?:s| you)\b/;
/** However long, one word. */
const ADDRESS = /https?:\S+/g;
/** Letters that show nothing. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
