import type { Score, Summary } from "../schema/score.js";

/** What scoring a run again did to one scorer. */
export interface ScoreChange {
  scorer: string;
  /** Versions before and after; null where the scorer was not there, or is no more. */
  versions: [before: number | null, after: number | null];
  /** How many trials it scored, and of how many the value is another now. */
  trials: number;
  moved: number;
  /** Values of arms that are another now. */
  arms: { assistant: string; before: number | null; after: number | null }[];
}

/** Counts what becomes of scores, trial by trial. */
export interface ChangeCount {
  add(before: readonly Score[], after: readonly Score[]): void;
  /** The scorers that changed, in order of appearance. */
  changes(before: Summary | null, after: Summary): ScoreChange[];
}

/** Begins to count. */
export function changeCount(): ChangeCount {
  const found = new Map<string, ScoreChange>();
  const changeOf = (scorer: string) => {
    const change = found.get(scorer) ?? { scorer, versions: [null, null], trials: 0, moved: 0, arms: [] };
    found.set(scorer, change);
    return change;
  };
  return {
    add(before, after) {
      const old = new Map(before.map((score) => [score.scorer, score]));
      for (const { scorer, version } of before) changeOf(scorer).versions[0] = version;
      for (const { scorer, version, value, n } of after) {
        const change = changeOf(scorer);
        const was = old.get(scorer);
        change.versions[1] = version;
        change.trials += 1;
        if (was && (was.value !== value || was.n !== n)) change.moved += 1;
      }
    },
    changes(before, after) {
      const all = [...found.values()].map((change) => ({ ...change, arms: movedArms(change.scorer, before, after) }));
      return all.filter(({ versions: [one, other], moved, arms }) => one !== other || moved > 0 || arms.length > 0);
    },
  };
}

function movedArms(scorer: string, before: Summary | null, after: Summary): ScoreChange["arms"] {
  return after.estimates.flatMap((now) => {
    const was = before?.estimates.find((one) => one.scorer === scorer && one.assistant === now.assistant);
    if (now.scorer !== scorer || !was || was.value === now.value) return [];
    return [{ assistant: now.assistant, before: was.value, after: now.value }];
  });
}
