import type { Draws } from "../../core/draws.js";
import type { Encounter, Task } from "../../core/ports.js";
import type { Cast } from "../../core/world.js";
import type { UserAct } from "../../schema/act.js";
import type { Item } from "../../schema/catalog.js";
import type { UserTurn } from "../../schema/event.js";
import type { Technique } from "../technique.js";
import type { Belief } from "./beliefs.js";
import { chooser } from "./choice.js";
import type { Band } from "./phrases.js";
import { voiceOf } from "./voice.js";

/** What the realizer answers: its words, what it stands for, and which beliefs went into it. */
export interface Answer {
  text: string;
  choice: string | null;
  asked: string[];
  used: string[];
}

/** Puts beliefs into choices and words. */
export interface Realizer {
  openSession(): void;
  answer(encounter: Encounter, beliefs: readonly Belief[]): Answer;
}

/** How often a proposal names a reason that lies in the person. */
const TELLS = 0.2;
/** How often it asks before it proposes anything. */
const ASKS_FIRST = 0.5;

/**
 * A rule-based assistant: it understands the task and the user's acts perfectly, so what it gets wrong is what its
 * technique did not bring. What it says about the person comes only from its beliefs. Per turn at most one question.
 */
export function realizerOf(cast: Cast, manner: Technique["manner"], draws: Draws): Realizer {
  const voice = voiceOf(cast.slots, draws);
  const choose = chooser(cast, draws);
  const asked = new Set<string>();
  let item: Item | null = null;
  let rejected = new Set<string>();

  function answer(encounter: Encounter, beliefs: readonly Belief[]): Answer {
    const turn = encounter.turns.findLast((one) => one.speaker === "user") as UserTurn;
    const acts = turn.acts;
    const scene: Scene = { task: encounter.task, beliefs, band: bandOf(beliefs), detail: detailOf(beliefs) };
    if (manner === "silent") return plain(voice.frame("mute", "neutral"));
    if (encounter.task.purpose === "beat") return toBeat(scene);
    if (encounter.task.purpose === "probe") return toProbe(scene);
    if (encounter.task.purpose === "follow-up") return toFollowUp(scene, acts);
    return toGoal(scene, acts);
  }

  function toGoal(scene: Scene, acts: readonly UserAct[]): Answer {
    const has = (intent: UserAct["intent"]) => acts.some((act) => act.intent === intent);
    const requests = acts.flatMap(({ request }) => request ?? []);
    if (has("give-up")) return plain(voice.frame("sorry", scene.band));
    if (has("correct") || has("alternative")) return replace(scene, has("correct") ? "instead" : "another");
    if (requests.length > 0 && item) return details(scene, item, requests);
    if (has("question") && item) return reasons(scene, item);
    if (has("accept")) return { ...plain(voice.frame("settled", scene.band)), choice: item?.id ?? null };
    if (has("thank")) return plain(voice.frame("welcome", scene.band));
    if (has("repeat")) return again(scene);
    if (has("relax"))
      return proposal(
        scene,
        scene.task.options.filter((option) => option.id !== item?.id),
        "another",
      );
    return propose(scene);
  }

  /** A first proposal, or a better one now that more is known. */
  function propose(scene: Scene): Answer {
    const options = available(scene.task);
    const open = item === null ? choose.openSlot(options, unasked(scene.task), relevant(scene)) : null;
    if (open && draws.chance("realizer.ask-first", ASKS_FIRST)) return question(scene, open);
    const best = choose.best(options, chosenBy(scene), scene.task.audience);
    if (best && item && best.id === item.id)
      return { ...plain(joined([voice.frame("noted", scene.band), remark(scene, item)])), choice: item.id };
    return proposal(scene, options, item === null ? "propose" : "instead");
  }

  function proposal(scene: Scene, options: readonly Item[], frame: "propose" | "instead" | "another"): Answer {
    const best = choose.best(options, chosenBy(scene), scene.task.audience);
    if (!best) return plain(voice.frame("nothing", scene.band));
    item = best;
    const reason = frame === "propose" ? tellOf(scene) : null;
    const head = reason
      ? voice.frame("propose-known", scene.band, { item: best, tell: reason.words })
      : voice.frame(frame, scene.band, { item: best });
    const tail = tailQuestion(scene, options);
    const text = joined([recital(scene), head, remark(scene, best), tail?.words ?? ""]);
    return { text, choice: best.id, asked: tail ? [tail.slot] : [], used: usedBy(scene) };
  }

  function replace(scene: Scene, frame: "instead" | "another"): Answer {
    const refused = item;
    const best = choose.best(scene.task.options, chosenBy(scene), scene.task.audience);
    if (frame === "instead" && refused && best?.id === refused.id && manner === "serve")
      return {
        ...plain(joined([voice.frame("closest", scene.band, { item: best }), remark(scene, best)])),
        choice: best.id,
        used: usedBy(scene),
      };
    if (refused) rejected.add(refused.id);
    return proposal(scene, available(scene.task), frame);
  }

  function details(scene: Scene, about: Item, requests: readonly string[]): Answer {
    const lines = requests.map((request) => voice.detail(about, request) ?? voice.frame("no-detail", scene.band));
    return { ...plain(joined(lines)), choice: about.id };
  }

  function reasons(scene: Scene, about: Item): Answer {
    const slots = [...relevant(scene).map(({ slot }) => slot), ...Object.keys(about.points)];
    const text =
      voice.points(about, [...new Set(slots)], Math.max(2, scene.detail)) || voice.frame("stand", scene.band);
    return { ...plain(text), choice: about.id, used: usedBy(scene) };
  }

  function again(scene: Scene): Answer {
    if (!item) return propose(scene);
    return {
      ...plain(joined([voice.frame("plain", scene.band), voice.frame("another", scene.band, { item })])),
      choice: item.id,
    };
  }

  function question(scene: Scene, slot: string): Answer {
    asked.add(slot);
    const words = voice.question(slot);
    if (!words) return proposal(scene, available(scene.task), "propose");
    return {
      text: joined([recital(scene), voice.frame("first-question", scene.band), words]),
      choice: null,
      asked: [slot],
      used: [],
    };
  }

  function toBeat(scene: Scene): Answer {
    const beat = scene.task.beat;
    if (beat?.confides !== undefined) return plain(joined([recital(scene), voice.frame("kept", scene.band)]));
    if (beat?.change !== undefined || beat?.retract !== undefined)
      return plain(joined([recital(scene), voice.frame("changed", scene.band)]));
    if (beat?.challenge) return { ...plain(voice.frame("stand", scene.band)), choice: item?.id ?? null };
    if (beat?.disclose !== undefined) return plain(joined([recital(scene), voice.frame("noted", scene.band)]));
    return plain(joined([voice.frame("aside", scene.band), voice.frame("back", scene.band)]));
  }

  function toProbe(scene: Scene): Answer {
    const { about, options } = scene.task;
    item = null;
    rejected = new Set();
    if (about !== null) return whatIsKnown(scene, about);
    if (options.length === 0) return plain(joined([recital(scene), voice.frame("noted", scene.band)]));
    if (options.some((option) => option.text.length > 0)) return artifact(scene, options, "artifact");
    return proposal(scene, options, "propose");
  }

  function whatIsKnown(scene: Scene, slot: string): Answer {
    const known = scene.beliefs.filter((belief) => belief.slot === slot);
    const told = known.map((belief) => voice.tell(belief)).filter((words) => words !== null);
    if (told.length === 0) return plain(joined([recital(scene), voice.frame("unknown", scene.band)]));
    return {
      ...plain(voice.frame("recall", scene.band, { tell: told.join(", and ") })),
      used: known.filter(({ recalled }) => recalled).map(({ id }) => id),
    };
  }

  function artifact(scene: Scene, options: readonly Item[], frame: "artifact" | "artifact-again"): Answer {
    const best = choose.best(options, chosenBy(scene), scene.task.audience);
    if (!best) return plain(voice.frame("nothing", scene.band));
    item = best;
    const readable = scene.beliefs.filter((belief) => best.reveals.includes(belief.slot));
    const head = voice.frame(frame, scene.band, { item: best });
    const body = [recital(scene), voice.body(best, readable)].filter((part) => part !== "").join(" ");
    const text = `${capitals(head)}\n\`\`\`\n${body}\n\`\`\``;
    return {
      text,
      choice: best.id,
      asked: [],
      used: [...usedBy(scene), ...readable.filter(({ recalled }) => recalled).map(({ id }) => id)],
    };
  }

  function toFollowUp(scene: Scene, acts: readonly UserAct[]): Answer {
    if (acts.some(({ intent }) => intent === "repeat")) return again(scene);
    if (acts.some(({ intent }) => intent === "correct") && item) rejected.add(item.id);
    const options = available(scene.task);
    const best = choose.best(options, chosenBy(scene), scene.task.audience);
    if (best && best.id === item?.id)
      return { ...plain(joined([voice.frame("noted", scene.band), remark(scene, best)])), choice: best.id };
    if (best && best.text.length > 0) return artifact(scene, options, "artifact-again");
    return proposal(scene, options, "instead");
  }

  const available = (task: Task) => task.options.filter(({ id }) => !rejected.has(id));
  const unasked = (task: Task) => task.slots.filter((slot) => !asked.has(slot));
  const relevant = ({ task, beliefs }: Scene) => beliefs.filter(({ slot }) => task.slots.includes(slot));
  /** The echo stub knows much and chooses by none of it. */
  const chosenBy = (scene: Scene) => {
    const unfit = scene.beliefs
      .filter(({ share_with }) => share_with !== null)
      .map((belief) => ({ ...belief, strength: 0, veto: false }));
    return manner === "recite"
      ? []
      : [...relevant(scene), ...unfit.filter((belief) => !scene.task.slots.includes(belief.slot))];
  };
  const usedBy = (scene: Scene) =>
    (manner === "recite" ? scene.beliefs : relevant(scene)).filter(({ recalled }) => recalled).map(({ id }) => id);

  function remark(scene: Scene, about: Item): string {
    const slots = relevant(scene).map(({ slot }) => slot);
    return voice.points(about, slots.length > 0 ? slots : Object.keys(about.points).slice(0, 1), scene.detail);
  }

  function tellOf(scene: Scene): { words: string } | null {
    if (manner !== "serve" || !draws.chance("realizer.tell", TELLS)) return null;
    const [first] = relevant(scene).filter(({ recalled }) => recalled);
    const words = first ? voice.tell(first) : null;
    return words === null ? null : { words };
  }

  function tailQuestion(scene: Scene, options: readonly Item[]): { slot: string; words: string } | null {
    const slot = manner === "serve" ? choose.openSlot(options, unasked(scene.task), relevant(scene)) : null;
    if (slot === null) return null;
    asked.add(slot);
    const words = voice.question(slot);
    return words === null ? null : { slot, words };
  }

  /** All that is recalled, said to whoever reads: what the echo stub is there for. */
  function recital(scene: Scene): string {
    if (manner !== "recite") return "";
    const lines = scene.beliefs.map((belief) => voice.tell(belief)).filter((words) => words !== null);
    return lines.length > 0 ? `${sentenceCase(lines.slice(0, RECITED).join(", "))}.` : "";
  }

  return {
    openSession() {
      item = null;
      rejected = new Set();
    },
    answer,
  };
}

/** What an answer is made from. */
interface Scene {
  task: Task;
  beliefs: readonly Belief[];
  band: Band;
  /** How many points a remark makes. */
  detail: number;
}

const RECITED = 12;

const plain = (text: string): Answer => ({ text, choice: null, asked: [], used: [] });
const joined = (parts: readonly string[]) => capitals(parts.filter((part) => part !== "").join(" "));
/** A capital after each end of a sentence, outside fenced texts. */
const capitals = (text: string) =>
  text.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function bandOf(beliefs: readonly Belief[]): Band {
  const register = beliefs.find(({ slot }) => slot === "register")?.condition.is;
  return register === "casual" || register === "formal" ? register : "neutral";
}

function detailOf(beliefs: readonly Belief[]): number {
  const detail = beliefs.find(({ slot }) => slot === "detail")?.condition.is;
  return detail === "brief" ? 1 : detail === "thorough" ? 3 : 2;
}
