import { z } from "zod";
import { judgeName } from "./judgement.js";

const share = z.number().min(0).max(1).nullable();
/** Agreement beyond chance, in [-1, 1]: 0 where chance would do as well. Sums of floats pass the ends by a little. */
const beyondChance = z.number().min(-1.001).max(1.001).nullable();
const count = z.number().int().min(0);

/** A share with its 95 % Wilson interval; `of` is how many it is a share of. */
export const rate = z.strictObject({ value: share, low: share, high: share, of: count });
export type Rate = z.infer<typeof rate>;

/** How far a judge can be trusted, as measured on labelled replies. Shares in [0, 1]; null where there is nothing to tell from. */
export const calibration = z.strictObject({
  labelled: count,
  missing: count.describe(
    "replies without a verdict: no quote, no agreement among votes, no answer; in no other number",
  ),
  agreement: share,
  kappa: beyondChance.describe("Cohen's; with quadratic weights on an ordinal scale"),
  alpha: beyondChance.describe("Krippendorff's, of the judge and the labels"),
  ac1: beyondChance,
  prevalence: share.describe(
    "the share of replies that people counted positive: those whose value is in the larger half of the scale",
  ),
  sensitivity: rate,
  specificity: rate,
  own: share.describe("how far the judge's own votes agree"),
  people: beyondChance.describe(
    "kappa of the first two labellings, where there are two: what a judge cannot be asked to pass; by one person it is stability",
  ),
  kinds: z
    .array(z.strictObject({ kind: z.string(), right: count, of: count }))
    .describe("right of all, by kind of reply"),
  confusion: z.record(z.string(), z.record(z.string(), count)).describe("what the judge said, by what people said"),
});
export type Calibration = z.infer<typeof calibration>;

/** What `calibrate --save` writes: the numbers of one judge, by one rubric. */
export const calibrationFile = z.strictObject({
  schema: z.literal("dramatis/calibration@1"),
  ...judgeName.omit({ model: true }).shape,
  judge: judgeName.shape.model.describe("the model"),
  repeats: z.number().int().min(1),
  calibration,
});
export type CalibrationFile = z.infer<typeof calibrationFile>;
