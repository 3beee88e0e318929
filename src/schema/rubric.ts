import { z } from "zod";
import { id, name, prose } from "./primitives.js";

/** What a verdict counts as; null: the question does not arise. Sums of numbers that are far larger would be none. */
export const verdictValue = z.number().min(-1e6).max(1e6).nullable();

const verdict = z.strictObject({
  verdict: id,
  means: prose.describe("when a judge has to choose it: an anchor, not an adjective"),
  value: verdictValue.describe("null: the question does not arise, and nothing is counted"),
});

/** A question to a judge, with the answers it may give. Verdicts of an ordinal scale stand from least to most. */
export const rubric = z
  .strictObject({
    schema: z.literal("dramatis/rubric@1"),
    id,
    version: z.number().int().min(1),
    title: name,
    of: z.enum(["reply", "pair"]).describe("one reply by itself, or which of two is better"),
    question: prose,
    scale: z.enum(["nominal", "ordinal"]).default("nominal"),
    direction: z.enum(["higher", "lower", "neither"]),
    shows: z
      .enum(["known", "talk", "truth"])
      .default("known")
      .describe(
        "what the judge is told of the person: the facts that could be known; these and what the person said before; or all that is true, known or not",
      ),
    verdicts: z.array(verdict).min(2),
    examples: z
      .array(
        z.strictObject({
          ...{ known: z.string().default(""), asked: prose, reply: prose },
          other: prose.optional().describe("of a pair only: the second reply"),
          ...{ verdict: id, quote: prose },
        }),
      )
      .default([]),
    cannot_see: prose.describe("what a verdict says nothing of"),
  })
  .superRefine(({ of, verdicts, examples }, context) => {
    const known = verdicts.map((one) => one.verdict);
    known.forEach((word, at) => {
      if (known.indexOf(word) < at)
        context.addIssue({ code: "custom", path: ["verdicts", at], message: `'${word}' stands twice` });
    });
    if (of === "pair" && ["first", "second", "tie"].some((word) => !known.includes(word)))
      context.addIssue({
        code: "custom",
        path: ["verdicts"],
        message: "a pair has the verdicts first, second and tie",
      });
    examples.forEach((example, at) => {
      if (!known.includes(example.verdict))
        context.addIssue({
          code: "custom",
          path: ["examples", at, "verdict"],
          message: `no verdict '${example.verdict}'`,
        });
      if ((example.other !== undefined) !== (of === "pair"))
        context.addIssue({
          code: "custom",
          path: ["examples", at],
          message: "an example of a pair has another reply, one of a reply has none",
        });
      if (![example.reply, example.other].some((text) => text?.includes(example.quote)))
        context.addIssue({
          code: "custom",
          path: ["examples", at, "quote"],
          message: "the quote does not stand in the reply",
        });
    });
  });
export type Rubric = z.infer<typeof rubric>;

/** A reply that people labelled, so that a judge can be measured on it: a line of a file of labels. */
export const labelled = z.strictObject({
  id,
  known: z.string().default("").describe("what may be known of the person, in words"),
  asked: prose.describe("what the person said last"),
  reply: prose,
  label: id.describe("the verdict that people gave"),
  labels: z.array(id).optional().describe("where it was labelled more than once: the verdict of each time"),
  kind: id.optional().describe("what kind of right or wrong it is, for a table"),
  why: prose.optional().describe("why it was labelled so, in a few words; no judge is shown it"),
});
export type Labelled = z.infer<typeof labelled>;
