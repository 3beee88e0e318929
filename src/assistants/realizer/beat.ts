import type { Beat } from "../../schema/scenario.js";
import { type Answer, after, joined, plain } from "./answer.js";
import { toGoal } from "./goal.js";
import type { Frame } from "./phrases.js";
import { nudge, propose } from "./proposing.js";
import { recital } from "./recital.js";
import type { Scene } from "./scene.js";
import type { Table } from "./table.js";

/** What people react with in passing before they turn to something else. */
const REACTIONS = ["accept", "answer", "correct", "deny", "give-up"] as const;

/** The answer to a scripted step, and to what the person reacted with before it. */
export function toBeat(table: Table, scene: Scene): Answer {
  const { beat } = scene.task;
  const first = recital(table, scene);
  const reacted = REACTIONS.some((intent) => scene.did(intent));
  // A better offer says by itself that what was told has been heard.
  if (beat?.disclose !== undefined && reacted && !scene.did("accept")) return after(first, toGoal(table, scene));
  const words = table.voice.frame(frameFor(beat, scene), scene.band);
  if (!reacted) return after(joined([first, words]), openMatter(table, scene));
  // After a question nobody would come back to what was changed before it.
  if (beat?.change !== undefined || beat?.retract !== undefined) {
    return after(joined([first, words]), toGoal(table, scene));
  }
  // What was said first is answered first; to an objection and a doubt a new offer answers both.
  const rest = after(first, toGoal(table, scene));
  return beat?.challenge && !scene.did("accept") ? rest : { ...rest, text: joined([rest.text, words]) };
}

function frameFor(beat: Beat | null, { turn }: Scene): Frame {
  if (beat?.confides !== undefined) return "kept";
  if (beat?.change !== undefined || beat?.retract !== undefined) return "changed";
  if (beat?.challenge) return "stand";
  if (beat?.disclose !== undefined) return "noted";
  return turn.text.includes("?") ? "aside-question" : "aside";
}

/** Back to what was offered, where the person has not said what they think of it. */
function openMatter(table: Table, scene: Scene): Answer {
  const { item, taken } = table;
  if (item === null || taken) return plain("");
  const { beat } = scene.task;
  const aside = beat?.digress !== undefined || beat?.script !== undefined;
  if (aside) return nudge(table, scene, item);
  return beat?.disclose !== undefined ? betterNow(table, scene) : plain("");
}

/** With what was just told, something else may suit better; if not, nothing more is said. */
function betterNow(table: Table, scene: Scene): Answer {
  const before = table.item?.id;
  const answer = propose(table, scene);
  return answer.choice === before ? plain("") : answer;
}
