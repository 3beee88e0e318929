import { z } from "zod";
import { behaviour, evidence, style } from "./persona.js";
import { audience, civil, id, name, prose, rangeWithin, share, value } from "./primitives.js";

/** Values with their weights, which need not add up to anything. */
const weights = z
  .record(z.string(), z.number().min(0))
  .refine((given) => Object.values(given).some((weight) => weight > 0), "one of the weights is above 0");
export type Weights = z.infer<typeof weights>;

/** A row of a conditional table: it is taken where the person has one of the values named on every slot named. */
const row = z.strictObject({
  given: z.record(id, z.union([value, z.array(value).min(1)])).default({}),
  weights,
});

/** Weights, or the rows of a conditional table, of which the first that holds is taken. */
const table = z.union([weights, z.array(row).min(1)]);
export type Table = z.infer<typeof table>;

/** Values on several slots that are drawn together. */
const profile = z.strictObject({ id, weight: z.number().min(0).default(1), is: z.record(id, value) });
export type Profile = z.infer<typeof profile>;

/** One draw: of a named profile, or of a value on one slot, which may depend on what was drawn before. */
const draw = z.union([
  z.strictObject({ profiles: z.array(profile).min(1) }),
  z.strictObject({ slot: id, table, chance: share.default(1).describe("share of people who have a fact here at all") }),
]);
export type Draw = z.infer<typeof draw>;

/** Something of a person that no scenario asks for: a whole number within a range, or a value by weight. */
const attributeDraw = z.union([rangeWithin(0, 1_000_000), table]);
export type AttributeDraw = z.infer<typeof attributeDraw>;

/** What takes the place of a value: weights by the value that was. */
const changes = z.record(z.string(), weights);

/** How the values drawn on a slot become facts. */
export const factForm = z.strictObject({
  as: z.enum(["is", "not", "min", "max"]).default("is"),
  bounds: z
    .record(z.string(), z.enum(["is", "not", "min", "max"]))
    .default({})
    .describe("by value, where it is not `as`"),
  strength: rangeWithin(0, 1).default([0.4, 0.9]),
  veto: share.default(0).describe("share of people for whom it is a veto"),
  disclose: z
    .union([z.literal("private"), share])
    .default(0.6)
    .describe("`private`, or the share of people who volunteer it"),
  share_with: z.array(audience).optional(),
  later: z
    .strictObject({ at: id, chance: share, to: changes, say: z.record(z.string(), z.array(prose)).default({}) })
    .optional()
    .describe("drift: for a share of people another value holds from a session on"),
  when: z
    .array(z.strictObject({ audience, chance: share, to: changes }))
    .default([])
    .describe("for a share of people another value holds before an audience"),
  say: z.record(z.string(), z.array(prose)).default({}).describe("by value, where the vocabulary has no words"),
});
export type FactForm = z.infer<typeof factForm>;

const segment = z.strictObject({
  id,
  about: name,
  weight: z.number().gt(0).default(1),
  deviation: share.optional().describe("left out: the population's"),
  draws: z.array(draw).min(1),
  demographics: z.record(id, attributeDraw).default({}),
  traits: z.record(id, attributeDraw).default({}),
  behaviour: z
    .partialRecord(behaviour.keyof(), rangeWithin(0, 100))
    .default({})
    .describe("knobs, drawn once per person"),
});
export type PopulationSegment = z.infer<typeof segment>;

/** How people of one value on the slot of `manners` write. */
const manner = z.strictObject({
  ...{
    formality: rangeWithin(0, 1),
    typos: rangeWithin(0, 0.2).default([0, 0]),
    emoji: rangeWithin(0, 1).default([0, 0]),
  },
  words_per_turn: z.tuple([rangeWithin(1, 500), rangeWithin(1, 500)]).describe("ranges of the least and of the most"),
  casing: z.partialRecord(style.shape.casing.unwrap(), z.number().min(0)),
  punctuation: z.partialRecord(style.shape.punctuation.unwrap(), z.number().min(0)),
  openers: z.array(prose).default([]),
  closers: z.array(prose).default([]),
  examples: z.array(prose).min(2),
  greetings: z.array(prose).min(1).describe("how mails begin; {friend} is filled"),
  farewells: z.array(prose).min(1).describe("how mails end; {name} is filled"),
});
export type Manner = z.infer<typeof manner>;

/** The kinds of documents that are written. */
export const documentKind = z.enum(["note", "review", "mail", "message"]);
export type DocumentKind = z.infer<typeof documentKind>;

const byKind = z.partialRecord(documentKind, z.array(prose).min(1));

const evidenceForm = evidence.shape.form;

/** What documents are about: facts that go together, and sentences around them that say nothing of anybody. */
const topic = z.strictObject({
  id,
  slots: z.array(id).min(1).describe("in the order in which they are come to"),
  forms: z
    .partialRecord(documentKind, z.array(evidenceForm).min(1))
    .default({})
    .describe("by kind: the only forms that go into it, such as no tales of the past where something is planned"),
  open: byKind.describe("first sentences; a topic is written about in the kinds named here"),
  close: byKind,
  filler: z.array(prose).min(2),
});
export type Topic = z.infer<typeof topic>;

/** Sentences for one value. In each, {word} is filled from `fill`, {3..9} with a whole number. */
const sentences = z.strictObject({
  stated: z.array(prose).default([]).describe("says it of oneself"),
  implied: z.array(prose).default([]).describe("lets it be understood; the vocabulary's `write` is added"),
  negated: z.array(prose).default([]).describe("denies the value, written by people who hold another"),
  other: z.array(prose).default([]).describe("says it of somebody else"),
});
export type Sentences = z.infer<typeof sentences>;

/** What people come from: segments, what is drawn in each, and how what they leave behind is written. */
export const population = z.strictObject({
  schema: z.literal("dramatis/population@1"),
  id,
  title: name,
  license: prose,
  count: z.number().int().min(1).max(10_000),
  seed: z.number().int().default(1),
  locale: z
    .string()
    .regex(/^en(-[A-Z]{2})?$/, "an English locale such as en-GB")
    .default("en-GB"),
  deviation: share.default(0.1).describe("chance that a fact of a person departs from what the segment gave it"),
  period: z.tuple([civil, civil]).describe("first and last day of what people leave behind"),
  names: z.strictObject({ first: z.array(name).min(2), last: z.array(name).min(2) }),
  segments: z.array(segment).min(1),
  common: z.array(draw).default([]).describe("drawn for everybody, after the segment's; never deviated from"),
  facts: z.record(id, factForm).default({}),
  manners: z.strictObject({ slot: id, values: z.record(z.string(), manner) }),
  documents: z.strictObject({
    number: rangeWithin(1, 30),
    held_out: z.number().int().min(0).max(10).default(1),
    facts: rangeWithin(1, 8).default([2, 4]).describe("how many facts go into one"),
    filler: share.default(0.5).describe("chance of a sentence that says nothing of anybody, after each fact"),
    forms: z.record(evidenceForm, share).describe("how likely each is, where there is a sentence for it"),
    lead: share.default(0.35).describe("chance that words of `leads` stand before what is said outright"),
  }),
  topics: z.array(topic).min(1),
  writing: z.record(id, z.record(z.string(), sentences)),
  leads: z
    .record(id, z.array(prose).min(1))
    .default({})
    .describe("by slot: words that come to the subject, as `Getting there:`"),
  fill: z.record(id, z.array(prose).min(1)).default({}),
  interactions: z.strictObject({ kinds: rangeWithin(0, 50), noise: z.number().min(0).max(2) }),
  pairs: z.strictObject({
    number: rangeWithin(0, 20),
    noise: z.number().min(0).max(2),
    prompts: z.record(id, z.array(prose).min(1)).describe("by kind of item: what was asked"),
  }),
});
export type Population = z.infer<typeof population>;
