import { z } from "zod";
import { conditionFields, oneStatement } from "./condition.js";
import { audience, civil, id, name, prose, rangeWithin, share, value } from "./primitives.js";

/** A number, or [low, high] drawn once per trial. */
const knob = (least: number, most: number) => z.union([z.number().min(least).max(most), rangeWithin(least, most)]);
const chance = knob(0, 1);

const change = z
  .strictObject({
    at: id.describe("the session from which it holds"),
    ...conditionFields,
    say: z.array(prose).default([]),
  })
  .refine(...oneStatement());

/** One thing true of a person: a condition on a slot, with an id. */
export const fact = z
  .strictObject({
    id,
    slot: id,
    ...conditionFields,
    strength: share.default(0.5).describe("weight in utility; 0 is a fact without preference"),
    veto: z.boolean().default(false).describe("an option that breaks it is inadmissible"),
    disclose: z.enum(["open", "if-asked", "private"]).default("open"),
    share_with: z.array(audience).optional().describe("who may learn it; left out: anyone"),
    when: z
      .strictObject({ audience: audience.optional(), domain: id.optional(), place: z.string().optional() })
      .optional()
      .describe("the most specific true `when` wins"),
    since: civil.optional(),
    until: civil.optional().describe("superseded from this date on"),
    later: z
      .array(change)
      .default([])
      .describe("drift: what holds from a later session, where the scenario lets it happen"),
    say: z.array(prose).default([]).describe("how this person puts it; else the slot's `say`"),
  })
  .refine(...oneStatement());
export type Fact = z.infer<typeof fact>;

/** Ties a text to a fact. Only `stated` and `implied` make the fact known. */
export const evidence = z.strictObject({
  fact: id,
  form: z.enum(["stated", "implied", "negated", "third-party"]),
  quote: prose.optional().describe("the words of the text that carry it"),
});
export type Evidence = z.infer<typeof evidence>;

/** A text of the person's own writing. */
export const document = z.strictObject({
  id,
  kind: prose,
  date: civil,
  split: z.enum(["given", "held-out"]),
  text: prose,
  evidence: z.array(evidence).default([]),
});
export type Document = z.infer<typeof document>;

/** Something the person did with an item of a catalog. */
export const interaction = z.strictObject({
  item: id,
  action: z.enum(["rated", "chose", "bought", "skipped", "returned", "viewed"]),
  rating: z.number().min(1).max(5).optional(),
  at: civil,
  evidence: z.array(evidence).default([]),
});
export type Interaction = z.infer<typeof interaction>;

/** A prompt with the answer the person preferred and the one they did not. */
export const pair = z.strictObject({
  prompt: prose,
  chosen: prose,
  rejected: prose,
  at: civil,
  evidence: z.array(evidence).default([]),
});
export type Pair = z.infer<typeof pair>;

/** How the person writes turns. */
export const style = z.strictObject({
  words_per_turn: rangeWithin(1, 500),
  formality: share,
  emoji: share.default(0),
  punctuation: z.enum(["tidy", "loose", "none"]).default("tidy"),
  casing: z.enum(["sentence", "lower"]).default("sentence"),
  typos: z.number().min(0).max(0.2).default(0),
  openers: z.array(prose).default([]).describe("small words this person starts turns with"),
  closers: z.array(prose).default([]).describe("small words this person ends turns with"),
  examples: z.array(prose).default([]),
});
export type Style = z.infer<typeof style>;

/** How the person behaves in a talk. Sources of each knob: docs/users.md. */
export const behaviour = z.strictObject({
  patience: knob(1, 100).default(5).describe("how many wasted turns before giving up"),
  disclosure: chance.default(0.5).describe("chance to add a relevant fact unasked"),
  initiative: knob(1, 10).default([1, 2]).describe("how many acts go into one turn"),
  cooperativeness: chance.default(0.8).describe("chance to answer a question rather than press on"),
  corrects: chance.default(0.9).describe("chance to object when a known fact is violated"),
  skepticism: chance.default(0.15).describe("chance to question a proposal before taking it"),
  change_mind: chance.default(0.1).describe("chance to ask for an alternative to an acceptable proposal"),
  gratitude: chance.default(0.5).describe("chance to thank at a good find"),
});
export type Behaviour = z.infer<typeof behaviour>;

const checks = z.strictObject({
  signature: z
    .array(
      z.strictObject({
        max_words: z.number().int().min(1).optional(),
        min_words: z.number().int().min(1).optional(),
        starts_lower: z.boolean().optional(),
        no_final_stop: z.boolean().optional(),
      }),
    )
    .default([]),
  never: z.array(prose).default([]).describe("what this person would never say"),
});

const provenance = z.strictObject({
  source: prose,
  license: prose,
  synthetic: z.boolean(),
  note: prose.optional(),
  seed: z.number().int().optional().describe("of a populated person: the seed it was drawn with"),
  population: prose.optional().describe("of a populated person: SHA-256 of the population file"),
});

/** The parts of a persona that a fragment may give. */
export const personaParts = {
  locale: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, "a locale such as en-GB")
    .optional(),
  segment: id.optional(),
  demographics: z.record(id, value).default({}),
  traits: z.record(id, value).default({}),
  facts: z.array(fact).default([]),
  documents: z.array(document).default([]),
  interactions: z.array(interaction).default([]),
  pairs: z.array(pair).default([]),
  style: style.partial().optional(),
  behaviour: behaviour.partial().optional(),
  assert: checks.optional(),
};

/** A reusable part of personas, merged in by `extends`. */
export const fragment = z.strictObject({ schema: z.literal("dramatis/fragment@1"), id, ...personaParts });

/** One simulated person: the ground truth of every trial played with it. */
export const persona = z.strictObject({
  schema: z.literal("dramatis/persona@1"),
  id,
  name,
  extends: z.array(id).default([]),
  override: z.array(z.string()).default([]).describe("paths whose value here wins over a fragment's"),
  ...personaParts,
  locale: personaParts.locale.default("en-GB"),
  segment: id,
  style,
  behaviour: behaviour.prefault({}),
  provenance,
});
export type Persona = z.infer<typeof persona>;
