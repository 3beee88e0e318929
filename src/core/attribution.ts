import type { TrialResult } from "../schema/trial.js";

/** How well it can be told from one choice whom it was made for; each in [0, 1]. */
export interface Attribution {
  persona: string;
  /** The chance that a guess by this choice names the person. */
  credit: number;
  /** The same where nothing is known of the choice: one in as many persons as were asked. */
  chance: number;
  /** The same for a best choice: under 1 where others have the same. */
  ceiling: number;
}

/**
 * Who a choice was made for, guessed among the persons of the run whom the same probe was put to: one of those for whom it is
 * best, each as likely; of all of them where it is best for nobody. Reads the choice, so no wording can give the person away. A choice
 * that is right for another person earns nothing, other than measures of mere variation.
 * @param heads trials of one arm, no twins among them; probes that one person alone was asked, or without a choice, are left out
 */
export function attributionsOf(heads: readonly TrialResult[]): Attribution[] {
  const asked = heads.flatMap((head) => head.probes.map((probe) => ({ ...head, probe })));
  const together = Map.groupBy(asked, ({ scenario, repeat, probe }) => `${scenario}|${repeat}|${probe.id}`);
  return [...together.values()].flatMap((persons) => {
    if (persons.length < 2) return [];
    const chance = 1 / persons.length;
    const sharing = (option: string) => persons.filter(({ probe }) => probe.optimum.includes(option)).length;
    return persons.flatMap(({ persona, probe: { chosen, optimum } }) => {
      if (chosen === null || optimum.length === 0) return [];
      const lost = sharing(chosen) === 0 ? chance : 0;
      const credit = optimum.includes(chosen) ? 1 / sharing(chosen) : lost;
      const ceiling = optimum.reduce((sum, option) => sum + 1 / sharing(option), 0) / optimum.length;
      return [{ persona, credit, chance, ceiling }];
    });
  });
}

/**
 * A person's share of what could be told from best choices: Σ(credit - chance) / Σ(ceiling - chance); 1 as well as by best
 * choices on average (over it where the more telling of several was taken), 0 no better than guessing, below it worse. Null
 * where best choices tell no more than guessing.
 */
export function attributionShare(own: readonly Attribution[]): number | null {
  const total = (of: (one: Attribution) => number) => own.reduce((sum, one) => sum + of(one), 0);
  const room = total(({ ceiling, chance }) => ceiling - chance);
  return room > 1e-9 ? total(({ credit, chance }) => credit - chance) / room : null;
}
