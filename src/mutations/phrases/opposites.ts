import { namedValues } from "../../core/satisfies.js";
import type { Condition } from "../../schema/condition.js";
import type { Voice } from "./phrasebook.js";
import { phraseOf } from "./phrasebook.js";

/** By slot and value: values that nobody can have beside it. Likings of which one may have several are not here. */
const OPPOSITES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  budget: { low: ["high"], medium: ["high"], high: ["low"] },
  risk: { cautious: ["bold"], balanced: ["bold"], bold: ["cautious"] },
  schedule: {
    early: ["evening", "weekend"],
    daytime: ["evening", "weekend"],
    evening: ["early", "weekend"],
    weekend: ["daytime"],
  },
  pace: { slow: ["fast"], steady: ["fast"], fast: ["slow"] },
  mobility: { walking: ["car"], transit: ["car"], car: ["transit"] },
  channel: {
    "in-person": ["email", "app"],
    phone: ["email", "app"],
    email: ["phone", "in-person"],
    app: ["phone", "in-person"],
  },
  company: { alone: ["group", "family"], pair: ["alone", "group"], family: ["alone"], group: ["alone"] },
  noise: { quiet: ["lively"], lively: ["quiet"] },
  diet: {
    omnivore: ["vegan", "vegetarian"],
    pescatarian: ["omnivore"],
    vegetarian: ["omnivore"],
    vegan: ["omnivore"],
  },
  horizon: { short: ["long"], medium: ["long", "short"], long: ["short"] },
  detail: { brief: ["thorough"], balanced: ["thorough", "brief"], thorough: ["brief"] },
  register: { casual: ["formal"], neutral: ["formal", "casual"], formal: ["casual"] },
  format: { steps: ["prose"], prose: ["steps", "table"], table: ["prose"], pictures: ["prose"] },
  terms: { everyday: ["technical"], technical: ["everyday"] },
  tone: { warm: ["direct"], direct: ["warm"] },
  stance: { conciliatory: ["firm"], firm: ["conciliatory"] },
  level: { beginner: ["advanced"], intermediate: ["advanced", "beginner"], advanced: ["beginner"] },
  media: { article: ["video", "podcast"], video: ["article", "podcast"], podcast: ["article", "video"] },
  comments: { sparse: ["full"], normal: ["full", "sparse"], full: ["sparse"] },
  dependencies: { none: ["any"], few: ["any"], any: ["none"] },
  naming: { snake: ["camel"], camel: ["snake"] },
};

/** Who does without alcohol may well tolerate it: the opposite is to drink it. The last two are held out. */
const DRINKING = [
  "you drink alcohol",
  "you enjoy a drink",
  "you like a glass of wine with your meals",
  "you're happy to have alcohol",
];

const NOUNS: Readonly<Record<string, string>> = { antihistamine: "antihistamines", decongestant: "decongestants" };

/** The opposite of a condition on a slot. */
export interface Opposite {
  value: string;
  /** The clause that says it of `you`. */
  you: string;
}

/** Values that cannot be true beside a condition; none where the slot's values go together. */
export function oppositesOf(slot: string, { is, max }: Condition): readonly string[] {
  const value = is ?? max;
  const boundless = max === "high";
  return value === undefined || boundless ? [] : (OPPOSITES[slot]?.[String(value)] ?? []);
}

/** An opposite in words, none of those left out; of what someone must avoid: that it does no harm. Null where there is none. */
export function opposite(
  slot: string,
  condition: Condition,
  voice: Voice,
  leaveOut: readonly string[],
): Opposite | null {
  if (condition.not !== undefined) return harmless(slot, condition, voice);
  const values = oppositesOf(slot, condition).filter((value) => !leaveOut.includes(value));
  if (values.length === 0) return null;
  const value = voice.draws.pick("value", values);
  const you = phraseOf(slot, { is: value }, voice);
  return you === null ? null : { value, you };
}

function harmless(slot: string, condition: Condition, { held, draws }: Voice): Opposite | null {
  if (!["contains", "ingredient"].includes(slot)) return null;
  const [value = ""] = namedValues(condition);
  const noun = NOUNS[value] ?? value;
  const open = [`you have no problem with ${noun}`, `you tolerate ${noun} well`];
  const unseen = [`you're fine with ${noun}`, `you can have ${noun} without any trouble`];
  const all = value === "alcohol" ? DRINKING : [...open, ...unseen];
  return { value, you: draws.pick("phrase", held ? all.slice(2) : all.slice(0, 2)) };
}
