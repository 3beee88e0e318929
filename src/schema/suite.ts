import { z } from "zod";
import { axes, axesOf, axisNames } from "./axes.js";
import type { AssistantName } from "./event.js";
import { externalFault } from "./external.js";
import { id, name } from "./primitives.js";
import { roleSettings } from "./settings.js";

const count = z.union([z.boolean(), z.number().int().min(0)]);

/** Which materials an assistant is given before the first word: true for all, or the first n. */
export const known = z.strictObject({
  attributes: count.default(false),
  documents: count.default(false),
  interactions: count.default(false),
  pairs: count.default(false),
});
export type Known = z.infer<typeof known>;

/** One arm of a suite: a technique plus a model, or an external assistant. */
export const assistantSpec = z
  .strictObject({
    id: id.optional().describe("left out: made from the other fields"),
    technique: id,
    model: z
      .string()
      .optional()
      .describe(
        "provider:name or `offline`; for http the address, for module ./file.ts, for langgraph ./file.ts#export or http://server#graph",
      ),
    materials: z.enum(["own", "same-segment", "other-segment"]).default("own"),
    memory: z.enum(["own", "given"]).default("given"),
    ...axes,
  })
  .superRefine(({ technique, model = "", noise }, context) => {
    const message = externalFault(technique, model);
    if (message !== null) context.addIssue({ code: "custom", message });
    if (noise && model !== "" && model !== "offline")
      context.addIssue({
        code: "custom",
        path: ["noise"],
        message: "noise is of the rule-based realizer; leave the model out",
      });
  });
export type AssistantSpec = z.infer<typeof assistantSpec>;

/** How an arm is called in tables and files: its id, or what sets it apart. */
export function assistantNameOf(spec: AssistantSpec): AssistantName {
  const { technique, materials, memory } = spec;
  const model = spec.model ?? "offline";
  const parts = [
    technique,
    model === "offline" ? "" : `@${model.replace(/^\.\//, "").replace(/[^\w.-]+/g, "-")}`,
    materials === "own" ? "" : `+${materials}`,
    ...axisNames(spec).map((part) => `+${part}`),
  ];
  return { id: spec.id ?? parts.join(""), technique, model, materials, memory, ...axesOf(spec) };
}

/** A bound that a number of a run's summary must keep. What is unknown keeps none. */
export const threshold = z
  .strictObject({
    scorer: z.string().describe("a scorer, a number of comparison, or service.completed.pass^k for k repeats"),
    assistant: z.string(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine((bound) => bound.min !== undefined || bound.max !== undefined, "a threshold needs min or max");

/** Who plays the people: rules, rules whose turns a model words, or a model. */
export const userKind = z.enum(["agenda", "hybrid", "llm"]);

/** A folder below the project's: no absolute path, and none that leads out. */
const folderBelow = z
  .string()
  .regex(
    /^(?!\.\.?(?:\/|$))[\w.-]+(?:\/(?!\.\.?(?:\/|$))[\w.-]+)*$/,
    "a folder below the project's, such as personas/town",
  );

/** Who meets what. */
export const suiteTask = z.strictObject({ persona: id, scenario: id });
export type SuiteTask = z.infer<typeof suiteTask>;

/** personas x scenarios x assistants x repeats. What is named twice would be played into one record, and is refused. */
export const suite = z
  .strictObject({
    schema: z.literal("dramatis/suite@1"),
    id,
    title: name.optional(),
    label: z.enum(["exploratory", "named-before-the-run"]).default("exploratory"),
    personas_in: folderBelow.optional().describe("the folder of the people, below the project's; left out: personas"),
    personas: z.union([z.literal("all"), z.array(id).min(1)]).default("all"),
    scenarios: z.union([z.literal("all"), z.array(id).min(1)]).default("all"),
    scenarios_per_persona: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe("deal the scenarios out evenly instead of playing all"),
    tasks: z
      .array(suiteTask)
      .min(1)
      .optional()
      .describe("who meets what, pair by pair, in place of `personas` x `scenarios`"),
    assistants: z.array(assistantSpec).min(1),
    user: userKind.default("agenda"),
    user_model: z.string().optional(),
    judge_model: z.string().optional().describe("who judges the replies after the trials; left out: nobody"),
    judges: z
      .array(id)
      .min(1)
      .optional()
      .describe("rubrics that the judge is asked by; left out: all that have a scorer"),
    judge_repeats: z.number().int().min(1).max(100).optional().describe("votes on each reply; left out: 1"),
    same_judge: z.boolean().optional().describe("true: the judge may be the model that wrote the replies"),
    settings: roleSettings.optional().describe("how the models are asked to answer, by the part they play"),
    known: known.prefault({}),
    recall_tokens: z
      .number()
      .int()
      .min(0)
      .default(400)
      .describe("the budget of every technique's recall, in tokens of four characters"),
    embeddings: z
      .string()
      .default("offline")
      .describe("what techniques get vectors of texts from: `offline` (hashed words) or provider:name"),
    counterfactuals: z
      .number()
      .int()
      .min(0)
      .default(0)
      .describe(
        "of each pair, play so many twins at most: the same person with one fact swapped that a probe asks for",
      ),
    repeats: z.number().int().min(1).max(1000).default(1),
    seed: z.number().int().default(1),
    scorers: z.array(id).optional(),
    thresholds: z.array(threshold).default([]),
  })
  .superRefine((asked, context) => {
    const twice = (words: readonly string[], path: string, message: (word: string) => string) =>
      words.reduce((seen, word, index) => {
        if (seen.has(word)) context.addIssue({ code: "custom", path: [path, index], message: message(word) });
        return seen.add(word);
      }, new Set<string>());
    const places = asked.tasks?.map(({ persona, scenario }) => `${persona} in ${scenario}`) ?? [];
    twice(places, "tasks", (place) => `'${place}' is named twice`);
    if (asked.tasks)
      for (const key of ["personas", "scenarios", "scenarios_per_persona"] as const)
        if (asked[key] !== undefined && asked[key] !== "all")
          context.addIssue({
            code: "custom",
            path: [key],
            message: "stands beside tasks, which say already who meets what; leave one of them out",
          });
    const names = asked.assistants.map((spec) => assistantNameOf(spec).id);
    twice(names, "assistants", (name) => `two assistants are called '${name}'; an id of its own tells one apart`);
    if (asked.personas !== "all") twice(asked.personas, "personas", (word) => `'${word}' is named twice`);
    if (asked.scenarios !== "all") twice(asked.scenarios, "scenarios", (word) => `'${word}' is named twice`);
  });
export type Suite = z.infer<typeof suite>;
