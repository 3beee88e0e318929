import { z } from "zod";
import { conditionFields, oneStatement } from "./condition.js";
import { audience, civil, id, name, prose } from "./primitives.js";

/** The domains of the survey (arXiv 2411.00027, section 7). */
export const domain = z.enum([
  "education",
  "healthcare",
  "finance",
  "legal",
  "coding",
  "recommendation",
  "search",
  "writing",
]);

/** What outranks a person: safety, law, the project's rules. */
export const norm = z
  .strictObject({
    slot: id,
    ...conditionFields,
    outranks: z.enum(["preference", "veto"]).default("preference"),
    because: prose,
  })
  .refine(...oneStatement());
export type Norm = z.infer<typeof norm>;

/** A scripted step of a session. Exactly one of the step kinds is given. */
export const beat = z
  .strictObject({
    turn: z.number().int().min(1).describe("the user turn at which it happens"),
    say: z.array(prose).default([]).describe("what the person says; needed by say, digress and challenge"),
    script: z.literal(true).optional().describe("just says `say`"),
    disclose: id.optional().describe("tells a fact on this slot, if there is one"),
    confides: id.optional().describe("tells a private fact on this slot, if there is one"),
    change: id.optional().describe("tells that the fact on this slot has changed"),
    retract: id.optional().describe("asks the assistant to disregard what was said on this slot"),
    challenge: z.literal(true).optional().describe("doubts what the assistant just said"),
    digress: prose.optional().describe("leaves the subject"),
  })
  .refine(
    (step) =>
      [step.script, step.disclose, step.confides, step.change, step.retract, step.challenge, step.digress].filter(
        (part) => part !== undefined,
      ).length === 1,
    "a beat is one of: script, disclose, confides, change, retract, challenge, digress",
  );
export type Beat = z.infer<typeof beat>;

/** What the person wants of a session: a find among the items of one kind. */
export const goal = z.strictObject({
  intent: z.literal("find"),
  kind: id,
  open: z.array(prose).min(4).describe("first words of the session, by whom it may concern: no fact is told in them"),
  context: z.array(prose).min(4).describe("second clauses that set the scene, combined with `open`"),
  constraints: z.array(id).default([]).describe("slots the person will insist on, as far as their facts go"),
  requests: z.array(id).default([]).describe("what the person asks of the item found"),
});
export type Goal = z.infer<typeof goal>;

/** What happens to a right expectation: see docs/truth.md. */
export const expectation = z.enum(["default", "ask", "apply", "update", "excused", "abstain", "defer", "ignore"]);
export type Expectation = z.infer<typeof expectation>;

/** A demand on an artifact that holds whoever asks. */
export const demand = z.strictObject({
  id,
  match: z.array(prose).min(1).describe("any of these in the text meets it"),
});

/** A moment whose right behaviour is computed. */
export const probe = z.strictObject({
  id,
  type: z
    .enum(["apply", "recall", "update", "conflict", "abstain", "nothing", "third-party"])
    .describe("what the probe is after, for tables; never used to compute truth"),
  ask: z.array(prose).min(1).describe("four or more, so that not everybody asks in the same words"),
  kind: id.optional().describe("the options: items of this kind; left out: nothing is to be chosen"),
  slots: z.array(id).default([]).describe("what is relevant here; empty: nothing personal is"),
  about: id.optional().describe("the person asks what the assistant knows of them on this slot"),
  audience: z.array(audience).default(["self"]).describe("who reads the outcome"),
  must: z.array(demand).default([]),
  expect: z
    .partialRecord(id, expectation)
    .optional()
    .describe("a check on what is computed, by slot; fails in validate where it occurs for nobody"),
});
export type Probe = z.infer<typeof probe>;

/** What changes about the person by this session, and whether they say so. */
export const drift = z.strictObject({
  slot: id,
  told: z.union([z.enum(["by-behaviour", "never"]), id]).describe("a session id: told there"),
});

/** The longest time between two sessions, in days: ten years. */
const LONGEST_PAUSE = 3650;

function isWithinTenYears(after: string): boolean {
  return Number.parseInt(after, 10) <= LONGEST_PAUSE * (after.endsWith("d") ? 1 : 24);
}

/** A sitting. */
export const session = z.strictObject({
  id,
  after: z
    .string()
    .regex(/^\d+[hd]$/, "time since the last session, such as 30d or 4h")
    .refine(isWithinTenYears, `must be at most ${LONGEST_PAUSE}d, which is ten years`)
    .optional(),
  goal: goal.optional(),
  drift: z.array(drift).default([]),
  beats: z.array(beat).default([]),
  probes: z.array(probe).default([]),
  farewell: z.boolean().default(true).describe("whether the person says a last word"),
});
export type Session = z.infer<typeof session>;

/** The script of a trial. */
export const scenario = z.strictObject({
  schema: z.literal("dramatis/scenario@1"),
  id,
  title: name,
  domain,
  situation: z.strictObject({ place: name, at: civil }),
  catalog: id,
  role: prose.describe("what the assistant is, in one clause: `a helper for tenants`"),
  norms: z.array(norm).default([]),
  sessions: z.array(session).min(1).max(500),
  stop: z.strictObject({ max_turns: z.number().int().min(2).max(400).describe("user turns per session") }),
});
export type Scenario = z.infer<typeof scenario>;
