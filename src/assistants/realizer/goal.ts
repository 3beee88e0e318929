import type { Item } from "../../schema/catalog.js";
import { type Answer, after, joined, plain } from "./answer.js";
import { again, nudge, offer, propose, replace } from "./proposing.js";
import { relevantOf, type Scene } from "./scene.js";
import { type Table, usedBy } from "./table.js";

/** The answer to what the person did about the goal of the session. */
export function toGoal(table: Table, scene: Scene): Answer {
  const { did, turn, band, task } = scene;
  const { voice, item } = table;
  const requests = turn.acts.flatMap(({ request }) => request ?? []);
  if (did("accept")) table.taken = true;
  if (did("give-up")) return plain(voice.frame("sorry", band));
  if (did("correct") || did("alternative")) return replace(table, scene, did("correct") ? "instead" : "another");
  if (did("deny")) return after(voice.frame("mistaken", band), propose(table, scene));
  if (requests.length > 0 && item) return details(table, scene, item, requests);
  if (did("question") && item) return reasons(table, scene, item);
  if (did("accept") && item) return { ...plain(voice.frame("settled", band, { item })), choice: item.id };
  if (did("thank") || did("no-more")) return plain(voice.frame("welcome", band));
  if (did("repeat") || did("restart")) return again(table, scene);
  if (did("prompt") && item) return nudge(table, scene, item);
  if (did("decline") && item) return after(voice.frame("unanswered", band), nudge(table, scene, item));
  if (did("relax"))
    return offer(
      table,
      scene,
      task.options.filter(({ id }) => id !== item?.id),
      "another",
    );
  return propose(table, scene);
}

function details({ voice }: Table, { band }: Scene, about: Item, requests: readonly string[]): Answer {
  const lines = requests.map((request) => voice.detail(about, request, band) ?? voice.frame("no-detail", band));
  return { ...plain(joined(lines)), choice: about.id };
}

function reasons(table: Table, scene: Scene, about: Item): Answer {
  const slots = [...relevantOf(scene).map(({ slot }) => slot), ...Object.keys(about.points)];
  const points = table.voice.points(about, [...new Set(slots)], Math.max(2, scene.detail));
  const text = points || table.voice.frame("stand", scene.band);
  return { ...plain(text), choice: about.id, used: usedBy(table, scene) };
}
