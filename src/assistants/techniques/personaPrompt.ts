import { recollectionsOf } from "../recollections.js";
import { type Recollection, type Technique, withinBudget } from "../technique.js";

/**
 * Persona-based prompting (arXiv 2411.00027, section 5.2.2; as in Argyle et al. 2023, Out of One, Many): who the person is, in one
 * line from the static attributes, and nothing they said or did. Attributes that the budget has no room for are left out.
 */
export const personaPrompt: Technique = {
  id: "persona-prompt",
  family: "prompting",
  meaning: "who the person is, in a line: the static attributes, and nothing they said or did",
  needs: "materials",
  manner: "serve",
  start(stage) {
    const attributes = recollectionsOf(stage).filter(({ source }) => source === "attribute");
    const fitting = attributes.map((_, at) => described(attributes.slice(0, attributes.length - at)));
    const [longest] = fitting.flatMap((piece) => withinBudget([piece], stage.recallTokens));
    return { observe: () => {}, recall: () => (longest ? [longest] : []) };
  },
};

function described(attributes: readonly Recollection[]): Recollection {
  const text = `Who you talk to: ${attributes.map(({ text }) => text).join("; ")}.`;
  return { id: "persona", source: "attribute", text, at: null, facts: attributes.flatMap(({ facts }) => facts) };
}
