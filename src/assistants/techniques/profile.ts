import type { PastSession } from "../../core/ports.js";
import { wantedValue } from "../../core/satisfies.js";
import { carriedReader } from "../profile/carriedReader.js";
import { type Entry, profileIn } from "../profile/entries.js";
import { modelReader } from "../profile/modelReader.js";
import { recollectionsOf, turnsOf } from "../recollections.js";
import { type Recollection, type Technique, withinBudget } from "../technique.js";

/**
 * Profile-augmented prompting (arXiv 2411.00027, section 5.2.3): what the person said and left behind is distilled into
 * statements with evidence and confidence, revised as talk goes on and lapsing with time; only these are recalled. Read
 * perfectly offline, as all that is found there is, else by one structured question to the model for what is new at each turn.
 */
export const profile: Technique = {
  id: "profile",
  family: "prompting",
  meaning: "statements distilled from past turns and materials, revised as talk goes on",
  needs: "materials",
  manner: "serve",
  start(stage, thinking) {
    const { slots } = stage.cast;
    const read = thinking ? modelReader(slots, thinking) : carriedReader;
    const kept = profileIn(stage.keep, slots);
    const unread: Recollection[] = recollectionsOf(stage);
    const seen = new Set<string>();
    let entries: Entry[] = [];

    async function readOn(session: PastSession): Promise<void> {
      unread.push(...turnsOf(session).filter(({ id }) => !seen.has(id)));
      const pieces = unread.splice(0);
      for (const { id } of pieces) seen.add(id);
      for (const statement of await read(pieces)) await kept.take(statement);
      entries = await kept.at(session.at);
    }

    return {
      observe: readOn,
      async recall({ session, moment, turns, told }) {
        await readOn({ id: session, at: moment.at, turns, told });
        return withinBudget(entries.map(recollectionOf), stage.recallTokens);
      },
      learned: () =>
        entries.map(({ slot, condition, confidence, evidence, seen }) => ({
          ...{ slot, condition, evidence, seen },
          confidence: Number(confidence.toFixed(6)),
        })),
    };
  },
};

function recollectionOf({ slot, condition, evidence, seen, fact }: Entry): Recollection {
  const since = seen === null ? "" : ` (said ${seen})`;
  const id = `profile.${slot}.${evidence.at(-1)}`;
  return { id, source: "profile", text: `${slot}: ${wantedValue(condition)}${since}`, at: seen, facts: [fact] };
}
