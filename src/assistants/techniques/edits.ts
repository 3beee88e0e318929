import type { PastSession } from "../../core/ports.js";
import type { Turn, UserTurn } from "../../schema/event.js";
import { recollectionsOf } from "../recollections.js";
import { type Recollection, type Technique, withinBudget } from "../technique.js";

/**
 * Preferences inferred from corrections (CIPHER, Gao et al. 2024, arXiv 2404.15269): whenever the person objects to an
 * answer, what that says of them is noted with the matter it was about; what is noted on matters like the present one comes
 * first. Offline a correction says the facts it tells; a model reads the answer beside the objection. Materials that are pairs
 * count as corrections made before.
 */
export const edits: Technique = {
  id: "edits",
  family: "alignment",
  meaning: "what the person's corrections of earlier answers say of them",
  needs: "materials",
  manner: "serve",
  start(stage) {
    const noted: Recollection[] = recollectionsOf(stage).filter(({ source }) => source === "pair");
    const matters = new Map<string, readonly string[]>();
    const note = (session: PastSession) => {
      for (const { piece, matter } of correctionsIn(session)) {
        if (matters.has(piece.id)) continue;
        noted.push(piece);
        matters.set(piece.id, matter);
      }
    };
    return {
      observe: note,
      recall({ session, moment, turns, told, task }) {
        note({ id: session, at: moment.at, turns, told });
        const nearness = ({ id, facts }: Recollection) =>
          [...(matters.get(id) ?? []), ...facts.map(({ slot }) => slot)].filter((slot) => task.slots.includes(slot))
            .length;
        const nearestFirst = noted.toReversed().sort((one, other) => nearness(other) - nearness(one));
        return withinBudget(nearestFirst, stage.recallTokens);
      },
    };
  },
};

interface Correction {
  piece: Recollection;
  /** The slots that the objection spoke of. */
  matter: string[];
}

function correctionsIn({ at, turns, told }: PastSession): Correction[] {
  return turns.flatMap((turn, place) => {
    const answer = turns[place - 1];
    if (turn.speaker !== "user" || answer?.speaker !== "assistant" || !objects(turn)) return [];
    const said = `${at.slice(0, 10)}, to "${beginning(answer)}" the person objected: ${turn.text}`;
    const piece: Recollection = {
      ...{ id: `correction-${turn.index}`, source: "session", text: said, at },
      facts: told.get(turn.index) ?? [],
    };
    return [{ piece, matter: turn.acts.flatMap(({ slot }) => slot ?? []) }];
  });
}

/** Acts tell where rules play the person; a model's turns have none, so words do. */
const objects = ({ acts, text }: UserTurn) =>
  acts.length > 0 ? acts.some(({ intent }) => intent === "correct" || intent === "deny") : OBJECTION.test(text);

const OBJECTION =
  /^(?:no\b|nope|not (?:that|this|quite|for me)|wrong|actually|but\b)|\b(?:i (?:said|told you|asked for)|that's not|isn't (?:what|for)|rather (?:not|than)|instead)\b/i;

const LONGEST = 120;
const beginning = ({ text }: Turn) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
