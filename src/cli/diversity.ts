import { computedScale } from "../core/estimates/computed.js";
import type { PooledMeasure } from "../core/estimates/pooled.js";
import { distinctN } from "../metrics/text/distinct.js";
import { lexicalWords } from "../metrics/text/lexicalWords.js";
import { mtld } from "../metrics/text/mtld.js";

/** Words of a person that are looked at for distinct-2, which falls with the amount of text: the first ones, of everybody as many. */
const SAMPLE = 200;
/** MTLD is unreliable under so many words. */
const FEWEST = 100;

/** How varied the words of simulated people are. A person has one voice, so more is not better: read it beside that of real people. */
const DIVERSITY: readonly PooledMeasure[] = [
  {
    ...computedScale("simulator.diversity.distinct-2"),
    cannotSee: "whether what varies is right; anything but a person's first 200 words",
    none: `nobody said ${SAMPLE} words`,
    of: (turns) => {
      const sample = firstWords(turns.map(lexicalWords), SAMPLE);
      return sample === null ? null : distinctN(sample, 2);
    },
  },
  {
    ...computedScale("simulator.diversity.mtld"),
    cannotSee: "whether what varies is right",
    none: `nobody said ${FEWEST} words`,
    of: (turns) => {
      const words = turns.flatMap(lexicalWords);
      return words.length < FEWEST ? null : mtld(words);
    },
  },
];

/** What is measured of all that a person says: where anything of the simulated user is scored. */
export function diversityFor(scorers: readonly { id: string }[]): readonly PooledMeasure[] {
  return scorers.some(({ id }) => id.startsWith("simulator.")) ? DIVERSITY : [];
}

/** The first so many words of turns, turn by turn; null of fewer. */
function firstWords(turns: readonly string[][], count: number): string[][] | null {
  let left = count;
  const taken = turns.map((words) => {
    const some = words.slice(0, left);
    left -= some.length;
    return some;
  });
  return left > 0 ? null : taken;
}
