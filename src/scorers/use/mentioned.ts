import type { Source } from "../../schema/event.js";
import { speaksOf } from "../facts.js";
import { type Chance, type Scorer, share } from "../scorer.js";
import type { Subject } from "../subject.js";

/**
 * Mentioned: of the facts required at probes, the share that the first reply puts into words. In [0, 1].
 * A mention is not a service: a stub that recites everything scores high here and nowhere else.
 */
export function mentioned(source?: Source): Scorer {
  return {
    id: source ? `use.mentioned.${source}` : "use.mentioned",
    version: 2,
    tier: "deterministic",
    direction: "neither",
    meaning: `required facts${source ? ` (source: ${source})` : ""} that the first reply puts into words`,
    cannotSee: "paraphrases outside the vocabulary",
    score: (subject) => share(chances(subject, source), "no fact was required"),
  };
}

function chances(subject: Subject, source: Source | undefined): Chance[] {
  return subject.asked.flatMap(({ record, reply }) => {
    const sources = new Map(record.known.map(({ fact, source: from }) => [fact, from]));
    const wanted = record.required.filter((id) => !source || sources.get(id) === source);
    return wanted.map((id): Chance => {
      const fact = subject.facts.get(id);
      const claim = fact && subject.claims(reply).find((one) => speaksOf(one, fact) && !one.past);
      return {
        hit: claim !== undefined,
        evidence: { turn: reply.index, quote: claim?.quote ?? "", fact: id, probe: record.id },
      };
    });
  });
}
