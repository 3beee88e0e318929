import type { Item } from "../../schema/catalog.js";
import { type Answer, capitals, joined, plain } from "./answer.js";
import type { Belief } from "./beliefs.js";
import { again, insist, offer, tailQuestion } from "./proposing.js";
import { recital } from "./recital.js";
import type { Scene } from "./scene.js";
import { available, bestOf, clear, remark, type Table, usedBy } from "./table.js";

/** The first answer to a probe. */
export function toProbe(table: Table, scene: Scene): Answer {
  const { about, options, slots } = scene.task;
  clear(table);
  if (about !== null) return whatIsKnown(table, scene, about);
  if (options.length === 0) return nothingToOffer(table, scene);
  if (!options.some(({ text }) => text.length > 0)) return offer(table, scene, options, "propose");
  return slots.length > 0 ? artifact(table, scene, options, "artifact") : plainAnswer(table, scene, options);
}

/** The second answer, after the person objected or answered a question. */
export function toFollowUp(table: Table, scene: Scene): Answer {
  if (scene.did("repeat")) return again(table, scene);
  const best = bestOf(table, scene, scene.task.options);
  if (best && best.id === table.item?.id && table.manner === "serve") {
    if (scene.did("correct")) return insist(table, scene, best);
    const noted = table.voice.frame(scene.did("deny") ? "mistaken" : "noted", scene.band);
    return { ...plain(joined([noted, remark(table, scene, best, 1)])), choice: best.id, used: usedBy(table, scene) };
  }
  if (scene.did("correct") && table.item) table.rejected.add(table.item.id);
  const options = available(table, scene.task);
  if (best && best.text.length > 0) return artifact(table, scene, options, "artifact-again");
  return offer(table, scene, options, "instead");
}

/** Where the catalog has nothing to answer with: a question is not taken for a remark. */
function nothingToOffer(table: Table, scene: Scene): Answer {
  const frame = scene.turn.text.includes("?") ? "aside-question" : "noted";
  return plain(joined([recital(table, scene), table.voice.frame(frame, scene.band)]));
}

function whatIsKnown(table: Table, scene: Scene, slot: string): Answer {
  const { voice } = table;
  const known = scene.beliefs.filter((belief) => belief.slot === slot);
  const told = [
    ...new Set(known.map((belief) => voice.tell(belief) ?? quoted(belief)).filter((words) => words !== null)),
  ];
  if (told.length === 0) return plain(joined([recital(table, scene), voice.frame("unknown", scene.band)]));
  const text = voice.frame("recall", scene.band, { tell: told.join(", and ") });
  return { ...plain(text), used: known.filter(({ recalled }) => recalled).map(({ id }) => id) };
}

/** What stands in no vocabulary can be given back as it was written only. */
const quoted = ({ condition: { is } }: Belief) => (is === undefined ? null : `it was put like this: “${is}”`);

/** A question that has nothing to do with the person is simply answered. */
function plainAnswer(table: Table, scene: Scene, options: readonly Item[]): Answer {
  const best = bestOf(table, scene, options);
  if (!best) return plain(table.voice.frame("nothing", scene.band));
  return { ...plain(joined([recital(table, scene), table.voice.body(best, [])])), choice: best.id };
}

/** A text to keep or send: the variant that fits, between fences. */
function artifact(table: Table, scene: Scene, options: readonly Item[], frame: "artifact" | "artifact-again"): Answer {
  const { voice } = table;
  const best = bestOf(table, scene, options);
  if (!best) return plain(voice.frame("nothing", scene.band));
  table.item = best;
  const readable = scene.beliefs.filter(({ slot }) => best.reveals.includes(slot));
  const question = tailQuestion(table, scene, options);
  const head = voice.frame(frame, scene.band, { item: best, asking: question !== null });
  const body = [recital(table, scene), voice.body(best, readable)].filter((part) => part !== "").join(" ");
  const revealed = readable.filter(({ recalled }) => recalled).map(({ id }) => id);
  const used = [...new Set([...usedBy(table, scene), ...revealed])];
  const text = `${capitals(head)}\n\`\`\`\n${body}\n\`\`\`${question ? `\n${question.words}` : ""}`;
  return { text, choice: best.id, asked: question ? [question.slot] : [], used };
}
