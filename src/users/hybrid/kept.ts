import type { LivedFact } from "../../core/life.js";
import type { Cast, Matches } from "../../core/world.js";
import type { PlannedTurn } from "../agenda/wording.js";
import { contentOf } from "../guards/content.js";
import { makes, turnsAround } from "./moves.js";
import { hasPart, partsOf } from "./planned.js";
import { addedBy } from "./unplanned.js";

/** Names what a wording leaves out of a planned turn or adds to it; nothing where it says just that. */
export type Kept = (text: string, planned: PlannedTurn, heard: string) => string[];

/** Holds the wordings of one person against their plans. */
export function keptBy(cast: Cast, life: readonly LivedFact[], matches: Matches): Kept {
  const adds = addedBy(cast, life, matches);
  return (text, planned, heard) => {
    const { acts, template, session } = planned;
    const missing = partsOf(planned, cast)
      .filter((part) => !hasPart(text, part))
      .map(({ fault }) => fault);
    const opens = acts.some(({ intent }) => intent === "open" || intent === "restart");
    const faults: Record<string, boolean> = {
      "act-missing":
        !acts.every((act) => makes(text, act)) || (opens && !tellsGoal(text, template, session.goal?.open ?? [])),
      "act-turned": turnsAround(text, template, acts),
      "question-missing": questions(template) > 0 && questions(text) === 0,
      "question-added":
        !opens &&
        questions(text) > Math.max(questions(template), acts.some(({ intent }) => intent === "prompt") ? 1 : 0),
      unplanned: adds(text, planned, heard),
    };
    return [...new Set(missing), ...Object.keys(faults).filter((fault) => faults[fault])];
  };
}

const questions = (text: string) => text.match(/\?+/g)?.length ?? 0;

/** First words must speak of what the person came for: two words that the script has for it. */
function tellsGoal(text: string, template: string, openings: readonly string[]): boolean {
  const about = new Set([template, ...openings].flatMap(contentOf));
  const shared = new Set(contentOf(text).filter((word) => about.has(word)));
  return shared.size >= Math.min(2, about.size);
}
