import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Turn } from "../../src/schema/event.js";
import { lexiconOf } from "../../src/scorers/lexicon.js";
import type { Scorer } from "../../src/scorers/scorer.js";
import { subjectOf } from "../../src/scorers/subject.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { catalog, item, person, scenario, session } from "../core/makers.js";
import { WORLD } from "../support/shipped.js";

const wording = z.strictObject({
  said: z.string().default("Go on."),
  reply: z.string(),
  known: z.array(z.string()).default(["age", "occupation", "country"]),
});
const wordings = z.strictObject({
  bad: z.array(wording),
  good: z.array(wording),
  after_bad: z.array(wording),
  after_good: z.array(wording),
  last_bad: z.array(wording),
  last_good: z.array(wording),
  blind_bad: z.array(wording),
  blind_good: z.array(wording),
});
export type Wording = z.infer<typeof wording>;

/** The replies of a file of `wordings`: those that a scorer must count, and those that it must not. */
export function wordingsOf(name: string): z.infer<typeof wordings> {
  return wordings.parse(parse(readFileSync(new URL(`./wordings/${name}.yaml`, import.meta.url), "utf8")));
}

const DEMOGRAPHICS = { age: 41, occupation: "district nurse", country: "SE" };
const ada = { ...person(), segment: "careful-planner", demographics: DEMOGRAPHICS };
const LEXICON = lexiconOf({ ...WORLD, personas: { ...WORLD.personas, ada } });

/** What a scorer finds in a talk of one exchange with a district nurse of 41 in Sweden. */
export function foundIn({ score }: Scorer, { said, reply, known }: Wording) {
  const turns: Turn[] = [userTurn(0, { text: said }), assistantTurn(1, { text: reply })];
  const truth = Object.entries(DEMOGRAPHICS).map(([slot, is]) => {
    return {
      fact: `demographics.${slot}`,
      slot,
      condition: { is },
      from: null,
      to: null,
      by: "file" as const,
      told: null,
    };
  });
  const given = known.map((slot) => ({ fact: `demographics.${slot}`, source: "material" as const }));
  const trial = {
    truth,
    given,
    probes: [],
    sessions: [{ id: "s1", at: "2026-06-12T18:00", drifted: [], turns, end: null }],
  };
  return score(
    subjectOf({
      trial: trial as unknown as Parameters<typeof subjectOf>[0]["trial"],
      baseline: null,
      cast: {
        slots: WORLD.slots,
        persona: ada,
        scenario: scenario([session("s1")]),
        catalog: catalog([item("tasca", {})]),
      },
      lexicon: LEXICON,
      bestForAll: new Map(),
      heldOut: new Map(),
    }),
  );
}
