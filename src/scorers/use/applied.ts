import type { Source } from "../../schema/event.js";
import { cameOut } from "../choices.js";
import { satisfied } from "../facts.js";
import { type Chance, type Scorer, share } from "../scorer.js";
import type { Subject } from "../subject.js";

/**
 * Applied: of the facts required at probes, the share that the first reply's outcome satisfies where the outcome of
 * `generic`, same pair and seed, does not. Both satisfy: undetermined. In [0, 1]; null without a generic trial.
 * Source: docs/truth.md; the counterfactual reading follows PersonaLens and CIMemories in asking what knowing changed.
 */
export function applied(source?: Source): Scorer {
  return {
    id: source ? `use.applied.${source}` : "use.applied",
    version: 1,
    tier: "deterministic",
    direction: "higher",
    meaning: `required facts${source ? ` known from ${NAMES[source]}` : ""} that the outcome satisfies and generic's does not`,
    cannotSee: "facts that generic's outcome satisfies by chance",
    score: (subject) => {
      if (!subject.baseline)
        return { value: null, n: 0, reason: "no finished generic trial of this pair", evidence: [] };
      return share(
        chances(subject, source),
        source ? `no fact known from ${NAMES[source]} was required` : "no fact was required",
      );
    },
  };
}

const NAMES: Record<Source, string> = {
  session: "this session",
  past: "an earlier session",
  material: "materials",
  implied: "what materials imply",
};

function chances({ asked, baseline, facts, cast }: Subject, source: Source | undefined): Chance[] {
  return asked.flatMap(({ record, reply }) => {
    const without = baseline?.probes.find(({ id, session }) => id === record.id && session === record.session);
    const wanted = record.required.filter((id) => !source || sourceOf(record, id) === source);
    return wanted.map((id): Chance => {
      const fact = facts.get(id);
      if (!fact || !without) return { hit: null };
      const here = cameOut(record) && satisfied(cast.slots, record.attributes, fact);
      const there = cameOut(without) && satisfied(cast.slots, without.attributes, fact);
      return {
        hit: here && there ? null : here,
        evidence: { turn: reply.index, quote: record.chosen ?? "", fact: id, probe: record.id },
      };
    });
  });
}

function sourceOf({ known }: { known: readonly { fact: string; source: Source }[] }, id: string): Source | undefined {
  return known.find(({ fact }) => fact === id)?.source;
}
