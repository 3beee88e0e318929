import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { conditionFields } from "../../src/schema/condition.js";

const attributes = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));
const said = z.strictObject({
  text: z.string(),
  choice: z.string().nullable().default(null),
  asked: z.array(z.string()).default([]),
});

/** One fact of the person, and from where it can be known before the probe. */
const fact = z.strictObject({
  id: z.string(),
  slot: z.string(),
  ...conditionFields,
  strength: z.number().default(0.8),
  veto: z.boolean().default(false),
  share_with: z.array(z.string()).optional(),
  since: z.string().optional(),
  until: z.string().optional(),
  known: z.enum(["session", "past", "material", "implied", "never"]).default("past"),
});

/** A situation with one probe, what an assistant answered, and what a scorer must make of it. */
const scoredCase = z.strictObject({
  name: z.string(),
  scorer: z.string(),
  kind: z
    .enum(["vocabulary", "held-out", "limit"])
    .describe("within the wordings of the slots; paraphrases outside them; what a scorer of words cannot tell"),
  facts: z.array(fact).default([]),
  probe: z
    .strictObject({
      slots: z.array(z.string()).default([]),
      about: z.string().optional(),
      audience: z.array(z.string()).default(["self"]),
      must: z.array(z.strictObject({ id: z.string(), match: z.array(z.string()) })).default([]),
    })
    .prefault({}),
  options: z.array(z.strictObject({ id: z.string(), name: z.string().optional(), attributes })).default([]),
  norms: z.array(z.strictObject({ slot: z.string(), ...conditionFields })).default([]),
  reply: said,
  second: said.optional(),
  generic: z.strictObject({ choice: z.string().nullable() }).optional(),
  expect: z.strictObject({ value: z.number().nullable(), n: z.number().optional() }),
});
export type ScoredCase = z.infer<typeof scoredCase>;

const FOLDER = new URL("./cases/", import.meta.url);

/** Every case of the files beside this one, with the file it stands in. */
export function scoredCases(): (ScoredCase & { file: string })[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
  return files.sort().flatMap((file) => {
    const entries: unknown[] = parse(readFileSync(new URL(file, FOLDER), "utf8"));
    return entries.map((entry) => {
      const read = scoredCase.safeParse(entry);
      if (!read.success)
        throw new Error(`${file}, ${JSON.stringify((entry as { name?: string }).name)}: ${read.error}`);
      return { ...read.data, file };
    });
  });
}
