import { z } from "zod";
import { heardAct, userAct } from "./act.js";
import { axes } from "./axes.js";
import { caller, callKey, modelCall } from "./call.js";
import { condition } from "./condition.js";
import { attributes, audience, civil, factReference, id, value } from "./primitives.js";
import { expectation } from "./scenario.js";
import { usage } from "./usage.js";

/** Where the knowledge of a fact comes from. */
export const source = z.enum(["session", "past", "material", "implied"]);
export type Source = z.infer<typeof source>;

/** One fact of the person as it holds in this trial. `from` and `to` are civil dates; `by` says what decides it. */
export const truthFact = z.strictObject({
  fact: factReference,
  slot: id,
  condition,
  from: civil.nullable(),
  to: civil.nullable(),
  by: z.enum(["file", "drift"]),
  told: z.string().nullable().describe("drift only: the session it is told in, by-behaviour or never"),
});
export type TruthFact = z.infer<typeof truthFact>;

/** A fact that came out in a user's turn; `how` says how sure that is. */
export const disclosure = z.strictObject({ fact: factReference, slot: id, how: z.enum(["act", "match", "judge"]) });
export type Disclosure = z.infer<typeof disclosure>;

/** What a technique recalled: a text, where it stands, and the facts it carries. */
export const recalled = z.strictObject({ id: z.string(), source: z.string(), facts: z.array(factReference) });

const said = { index: z.number().int().min(0), text: z.string() };

/** A user's turn. */
export const userTurn = z.strictObject({
  ...said,
  speaker: z.literal("user"),
  acts: z.array(userAct),
  disclosed: z.array(disclosure),
  heard: z.array(heardAct).describe("what the turn before was heard to do; empty where a model listens"),
  misheard: z.boolean().nullable().describe("the turn before parsed to nothing; null where a model listens"),
  patience: z.number().nullable().describe("null where a model decides when to give up"),
  spoken: z.enum(["template", "model", "human"]),
  guards: z.array(z.string()).describe("guards that a model's wording failed before this one stood"),
  beat: z.string().nullable(),
  probe: id.nullable(),
  usage,
});
export type UserTurn = z.infer<typeof userTurn>;

/** An assistant's turn. */
export const assistantTurn = z.strictObject({
  ...said,
  speaker: z.literal("assistant"),
  choice: id.nullable().describe("the item it stands for, if any"),
  asked: z.array(id).describe("slots it asks about"),
  recalled: z.array(recalled),
  used: z
    .array(factReference)
    .describe("recalled facts that it took into its choice or words; empty for model arms, which do not say"),
  choice_by: z
    .enum(["structure", "json", "printed", "text", "none"])
    .describe(
      "how the choice was told: by a call, as JSON in the text, as a call printed in the text, by naming the item, or not",
    ),
  usage,
});
export type AssistantTurn = z.infer<typeof assistantTurn>;

export const turn = z.discriminatedUnion("speaker", [userTurn, assistantTurn]);
export type Turn = z.infer<typeof turn>;

/** An option of a probe with its utility for this person; `null` utility: nothing is relevant, so none is better. */
export const option = z.strictObject({ id, utility: z.number().nullable(), admissible: z.boolean() });
export type Option = z.infer<typeof option>;

/** What came out of a reply to a probe: the choice, what it is like, and what that is worth to this person. */
export const scoredOutcome = z.strictObject({
  chosen: id.nullable(),
  attributes,
  utility: z.number().nullable().describe("null: nothing came out, or nothing relevant has weight"),
  admissible: z.boolean().nullable().describe("null: nothing came out"),
});
export type ScoredOutcome = z.infer<typeof scoredOutcome>;

/** What is right at a probe, and what happened. Computed when it is asked, from the person's facts and what is known by then. */
export const probeRecord = z.strictObject({
  id,
  session: id,
  turn: z.number().int().describe("index of the user's turn that asks"),
  reply: z.number().int().nullable().describe("index of the first reply"),
  slots: z.array(id),
  audience: z.array(audience),
  required: z.array(factReference),
  permitted: z.array(factReference),
  forbidden: z.array(factReference),
  uncertain: z
    .array(factReference)
    .describe("facts whose disclosure is not certain; they leave numerator and denominator"),
  known: z.array(z.strictObject({ fact: factReference, source })),
  expected: z.record(id, expectation),
  options: z.array(option),
  optimum: z.array(id),
  infeasible: z.boolean(),
  applicable: z.record(factReference, z.array(id)).describe("by required fact: the options that satisfy it"),
  ...scoredOutcome.shape,
  repair: scoredOutcome.extend({ reply: z.number().int() }).nullable(),
});
export type ProbeRecord = z.infer<typeof probeRecord>;

/** A neutral question to a copy of the talk, off the record: what the person's model answers, and which traits of their writing it has. */
export const fork = z.strictObject({
  session: id,
  turn: z.number().int().describe("index of the user's turn behind which the copy goes on"),
  said: z.number().int().min(1).describe("how many turns the person had said in this session"),
  question: z.string(),
  answer: z.string(),
  kept: z.array(z.string()).describe("traits of the persona's `assert` that hold of the answer"),
  broken: z.array(z.string()),
});
export type Fork = z.infer<typeof fork>;

/** A tool that an external assistant called for an answer, and what came of it. */
export const toolCall = z.strictObject({
  name: z.string(),
  args: z.string().describe("JSON, cut at 2 kB"),
  result: z.string().nullable().describe("cut at 2 kB; null where the assistant does not tell"),
});
export type ToolCall = z.infer<typeof toolCall>;

/** A tool call in its place in the log. */
export const toolUse = z.strictObject({
  session: id,
  turn: z.number().int().min(0).describe("index of the assistant's turn that it was called for"),
  ...toolCall.shape,
});

/** One thing that a technique holds of the person, put into a statement on a slot. */
export const learnedFact = z.strictObject({
  slot: id,
  condition,
  confidence: z.number().min(0).max(1),
  weight: z
    .number()
    .optional()
    .describe("how much it counts for the person, where that is learned: below 0 against it"),
  evidence: z.array(z.string()).describe("the turns and materials that it was read in"),
  seen: civil.nullable().describe("when it was said last; null where that has no date"),
});
export type LearnedFact = z.infer<typeof learnedFact>;

/** How a session ended, and what came of its goal. */
export const sessionEnd = z.strictObject({
  ended: z.enum(["done", "gave-up", "max-turns"]),
  told: z
    .enum(["structure", "json", "printed"])
    .optional()
    .describe("how the person's model said that it ends the talk; left out where none did"),
  goal: z
    .strictObject({ complete: z.boolean(), item: id.nullable(), filled: z.array(id), missing: z.array(id) })
    .nullable(),
});

export type SessionEnd = z.infer<typeof sessionEnd>;

/** The outcome of a trial: three kinds of trouble stay apart. */
export const outcome = z.enum(["completed", "gave-up", "assistant_error", "simulator_error", "infrastructure_error"]);
export type Outcome = z.infer<typeof outcome>;

/** A classed failure, with what the other side really sent, cut at 2 kB. */
export const failure = z.strictObject({ class: z.string(), message: z.string(), raw: z.string().nullable() });
export type Failure = z.infer<typeof failure>;

/** Who plays: the label that stands on every screen, file and page. */
export const assistantName = z.strictObject({
  id: z.string(),
  technique: z.string(),
  model: z.string(),
  materials: z.enum(["own", "same-segment", "other-segment"]),
  memory: z.enum(["own", "given"]),
  ...axes,
});
export type AssistantName = z.infer<typeof assistantName>;

/** One fact of the person swapped for another value, everything else as it is. */
export const twin = z.strictObject({ fact: id, is: z.string() });
export type Twin = z.infer<typeof twin>;

export const trialHead = {
  persona: id,
  twin: twin.optional().describe("the counterfactual: left out where the person is as the file says"),
  scenario: id,
  assistant: assistantName,
  user: z.string().describe("agenda, hybrid:MODEL or llm:MODEL"),
  label: z.string().describe("what the players are"),
  seed: z.number().int(),
  repeat: z.number().int(),
  knobs: z.record(z.string(), value).describe("behaviour as drawn for this trial"),
  truth: z.array(truthFact),
  given: z
    .array(z.strictObject({ fact: factReference, source }))
    .describe("what the materials of the suite make known before the first word"),
  beside: z
    .strictObject({ persona: id, truth: z.array(truthFact) })
    .optional()
    .describe("the other person who talked with the same assistant; left out where it is this person's alone"),
};

const told = { schema: z.literal("dramatis/event@1"), trial: z.string() };

/** One thing that happened in a run. The journal holds them in order of happening; a trial is their fold. */
export const event = z.discriminatedUnion("type", [
  z.strictObject({ ...told, type: z.literal("trial.started"), ...trialHead }),
  z.strictObject({
    ...told,
    type: z.literal("session.opened"),
    session: id,
    at: civil,
    drifted: z.array(factReference),
  }),
  z.strictObject({ ...told, type: z.literal("turn"), session: id, turn }),
  z.strictObject({
    ...told,
    type: z.literal("call.started"),
    ...callKey,
    caller,
    model: z.string(),
    again: z.boolean().describe("it went out before, and the process died before an answer was recorded"),
  }),
  z.strictObject({ ...told, type: z.literal("call"), call: modelCall }),
  z.strictObject({ ...told, type: z.literal("tool"), tool: toolUse }),
  z.strictObject({ ...told, type: z.literal("probe"), probe: probeRecord }),
  z.strictObject({ ...told, type: z.literal("fork"), fork }),
  z.strictObject({ ...told, type: z.literal("session.closed"), session: id, end: sessionEnd }),
  z.strictObject({ ...told, type: z.literal("learned"), session: id, facts: z.array(learnedFact) }),
  z.strictObject({ ...told, type: z.literal("trial.ended"), outcome, failure: failure.nullable(), usage }),
]);
export type Event = z.infer<typeof event>;
