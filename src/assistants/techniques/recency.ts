import { recollectionsOf, turnsOf } from "../recollections.js";
import { freshness } from "../retrieval/freshness.js";
import { importanceBy } from "../retrieval/importance.js";
import { queryOf } from "../retrieval/query.js";
import { vectorIndex } from "../retrieval/vectorIndex.js";
import { type Recollection, type Technique, withinBudget } from "../technique.js";

/** A piece as it is remembered: since when it rests, and how much it matters, 1 to 10. */
interface Trace {
  piece: Recollection;
  touched: string | null;
  importance: number;
}

/**
 * The memory of generative agents (Park et al. 2023, arXiv 2304.03442, section 4.1): recency + importance + relevance, each
 * drawn out to [0, 1] over all pieces, equal weights. Recency decays with the time since a piece was written or last recalled,
 * so that what is used stays, where `history` takes the newest whatever is asked. Relevance is the cosine with the last
 * two user turns. Importance is the model's word; offline nobody judges it, and two terms are left. Reflection is not in it.
 */
export const recency: Technique = {
  id: "recency",
  family: "retrieval",
  meaning:
    "what was written or recalled lately, matters and is near to the last user turns, weighed as generative agents do",
  needs: "materials",
  manner: "serve",
  embeds: true,
  start(stage, thinking) {
    const rate = importanceBy(thinking);
    const index = vectorIndex(stage.embeddings);
    const unread: Recollection[] = [];
    const traces = new Map<string, Trace>();
    const add = (pieces: readonly Recollection[]) => {
      index.add(pieces);
      unread.push(...pieces);
    };

    async function readOn(): Promise<void> {
      const pieces = unread.splice(0);
      const ratings = await rate(pieces);
      pieces.forEach((piece, at) => {
        traces.set(piece.id, { piece, touched: piece.at, importance: ratings[at] ?? 1 });
      });
    }

    add(recollectionsOf(stage));
    return {
      observe: (session) => add(turnsOf(session)),
      async recall(encounter) {
        await readOn();
        const now = encounter.moment.at;
        const near = await index.nearest(queryOf(encounter));
        const found = near.map(({ piece, similarity }) => ({ ...(traces.get(piece.id) as Trace), similarity }));
        const scores = summed([
          found.map(({ touched }) => freshness(touched, now)),
          found.map(({ importance }) => importance),
          found.map(({ similarity }) => similarity),
        ]);
        const order = found.map(({ piece }, at) => ({ piece, score: scores[at] ?? 0 }));
        order.sort((one, other) => other.score - one.score);
        const recalled = withinBudget(
          order.map(({ piece }) => piece),
          stage.recallTokens,
        );
        for (const { id } of recalled) (traces.get(id) as Trace).touched &&= now;
        return recalled;
      },
    };
  },
};

/** The sums of several measures of the same things, each drawn out to [0, 1]; one that tells nothing apart counts 0. */
function summed(measures: readonly (readonly number[])[]): number[] {
  const scaled = measures.map((values) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return values.map((value) => (most > least ? (value - least) / (most - least) : 0));
  });
  return (measures[0] ?? []).map((_, at) => scaled.reduce((sum, values) => sum + (values[at] ?? 0), 0));
}
