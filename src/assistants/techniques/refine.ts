import type { Stage } from "../../core/ports.js";
import { wantedValue } from "../../core/satisfies.js";
import { recollectionsOf } from "../recollections.js";
import { type Example, examplesIn, examplesOf } from "../refine/examples.js";
import { instructing } from "../refine/instructed.js";
import { meanOn, refined, type Scored, type Ways } from "../refine/refined.js";
import { type Stated, stating } from "../refine/stated.js";
import { type Memory, type Recollection, type Technique, withinBudget } from "../technique.js";

/**
 * Prompt refinement from failed replies (arXiv 2411.00027, section 5.2.4; Fermi, Kim et al. 2024, arXiv 2406.18678): instructions of
 * the person's own, scored by how far an assistant that follows them would choose what the person chose, took or rated, new
 * ones written from where it would not, the best four kept. At a turn the one is brought that does best on examples of
 * the same kind, as the paper retrieves prompts. Simplified: it begins with no instruction rather than with the person's
 * attributes, the same model writes and chooses, one round a session with two new instructions (the paper: several, and a stronger
 * model writes). Offline an instruction is a set of stated preferences, and one is mended by what the person said as they objected,
 * or by one attribute of what they took instead.
 */
export const refine: Technique = {
  id: "refine",
  family: "prompting",
  meaning: "the instruction that best explains what the person took and set aside before, rewritten from its failures",
  needs: "materials",
  manner: "serve",
  start: (stage, thinking) =>
    thinking
      ? refining(stage, instructing(thinking), MOST_ASKED, inWords)
      : refining(stage, stating(stage.cast.slots), MOST_LOOKED_AT, asFacts),
};

/** The most recent examples count: a model reads all of them for each instruction that it tries. */
const MOST_ASKED = 8;
const MOST_LOOKED_AT = 40;

function refining<Instruction>(
  stage: Stage,
  ways: Ways<Instruction>,
  most: number,
  brought: (instruction: Instruction) => Recollection[],
): Memory {
  let examples: Example[] = examplesIn(stage, recollectionsOf(stage)).slice(-most);
  let kept: Scored<Instruction>[] = [];
  let settled = examples.length === 0;
  return {
    observe(session) {
      const more = examplesOf(session, stage.cast.catalog.items);
      if (more.length === 0) return;
      examples = [...examples, ...more].slice(-most);
      settled = false;
    },
    async recall({ task }) {
      if (!settled)
        kept = await refined(
          kept.map(({ instruction }) => instruction),
          examples,
          ways,
        );
      settled = true;
      const kind = task.options[0]?.kind;
      const near = (at: number) => examples[at]?.kind === kind;
      const [best] = kept.toSorted((one, other) => meanOn(other, near) - meanOn(one, near));
      return best ? withinBudget(brought(best.instruction), stage.recallTokens) : [];
    },
  };
}

function inWords(instruction: string): Recollection[] {
  if (instruction === "") return [];
  return [{ id: "instruction", source: "instruction", text: instruction, at: null, facts: [] }];
}

function asFacts(stated: Stated): Recollection[] {
  return stated.map((fact) => {
    const text = `prefers ${fact.slot}: ${wantedValue(fact.condition)}`;
    return { id: `instruction.${fact.slot}`, source: "instruction", text, at: null, facts: [fact] };
  });
}
