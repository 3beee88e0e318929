import type { Item } from "../../schema/catalog.js";
import { type Answer, after, joined, plain } from "./answer.js";
import { recital } from "./recital.js";
import { relevantOf, type Scene } from "./scene.js";
import { available, bestOf, remark, type Table, usedBy } from "./table.js";

/** How often a proposal names a reason that lies in the person. */
const TELLS = 0.2;
/** How often it asks before it proposes anything. */
const ASKS_FIRST = 0.5;

/** A first proposal, or a better one now that more is known; or a question that would decide it. */
export function propose(table: Table, scene: Scene): Answer {
  const options = available(table, scene.task);
  const mayAsk = table.item === null && !scene.did("decline");
  const { question } = scene.leanings;
  const slot = mayAsk ? (question === undefined ? openSlot(table, scene, options) : question) : null;
  if (slot && (question !== undefined || table.draws.chance("realizer.ask-first", ASKS_FIRST))) {
    const words = ask(table, slot);
    const first = table.voice.frame("first-question", scene.band);
    if (words) return { ...plain(joined([recital(table, scene), first, words])), asked: [slot] };
  }
  const best = bestOf(table, scene, options);
  if (!best || best.id !== table.item?.id) return offer(table, scene, options, table.item ? "instead" : "propose");
  const noted = table.voice.frame("noted", scene.band);
  return { ...plain(joined([noted, remark(table, scene, best, 1)])), choice: best.id };
}

/** Offers the best of some options. */
export function offer(
  table: Table,
  scene: Scene,
  options: readonly Item[],
  frame: "propose" | "instead" | "another",
): Answer {
  const best = bestOf(table, scene, options);
  if (!best) return plain(table.voice.frame("nothing", scene.band));
  table.item = best;
  table.taken = false;
  const reason = frame === "propose" ? reasonInPerson(table, scene) : null;
  const question = tailQuestion(table, scene, options);
  const filling = { item: best, asking: question !== null };
  const head = reason
    ? table.voice.frame("propose-known", scene.band, { ...filling, tell: reason })
    : table.voice.frame(frame, scene.band, filling);
  const points = remark(table, scene, best, scene.detail);
  const text = joined([recital(table, scene), head, points, question?.words ?? ""]);
  return { text, choice: best.id, asked: question ? [question.slot] : [], used: usedBy(table, scene) };
}

/** Something else in the place of what was refused; where that is still the best there is, this is said. */
export function replace(table: Table, scene: Scene, frame: "instead" | "another"): Answer {
  const refused = table.item;
  const best = bestOf(table, scene, scene.task.options);
  if (frame === "instead" && refused && best?.id === refused.id && table.manner === "serve")
    return insist(table, scene, best);
  if (refused) table.rejected.add(refused.id);
  return offer(table, scene, available(table, scene.task), frame);
}

/** Nothing fits all of it, and this comes closest. */
export function insist(table: Table, scene: Scene, best: Item): Answer {
  const text = joined([table.voice.frame("closest", scene.band, { item: best }), remark(table, scene, best, 1)]);
  return { ...plain(text), choice: best.id, used: usedBy(table, scene) };
}

/** The same again in other words. */
export function again(table: Table, scene: Scene): Answer {
  const { item, voice } = table;
  if (!item) return propose(table, scene);
  return {
    ...after(voice.frame("plain", scene.band), plain(voice.frame("propose", scene.band, { item }))),
    choice: item.id,
  };
}

/** Asks what the person thinks of what is on the table. */
export function nudge(table: Table, scene: Scene, item: Item): Answer {
  return { ...plain(table.voice.frame("nudge", scene.band, { item })), choice: item.id };
}

/** A slot of the task that nothing is believed on, not asked yet, and on which the best options differ. */
function openSlot({ choose, asked }: Table, scene: Scene, options: readonly Item[]): string | null {
  const unasked = scene.task.slots.filter((slot) => !asked.has(slot));
  return choose.openSlot(options, unasked, relevantOf(scene));
}

/** A question behind a proposal or a text, where something unknown could still change which is best. */
export function tailQuestion(
  table: Table,
  scene: Scene,
  options: readonly Item[],
): { slot: string; words: string } | null {
  const leaves = table.manner === "serve" && scene.leanings.question === undefined;
  const slot = leaves ? openSlot(table, scene, options) : null;
  const words = slot ? ask(table, slot) : null;
  return slot && words ? { slot, words } : null;
}

function ask({ asked, voice }: Table, slot: string): string | null {
  asked.add(slot);
  return voice.question(slot);
}

function reasonInPerson({ manner, draws, voice }: Table, scene: Scene): string | null {
  if (manner !== "serve" || !draws.chance("realizer.tell", TELLS)) return null;
  const [first] = relevantOf(scene).filter(({ recalled }) => recalled);
  return first ? voice.tell(first) : null;
}
