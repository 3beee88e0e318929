import type { Turn } from "../../schema/event.js";
import type { Persona } from "../../schema/persona.js";
import { type Feedback, feedbackIn, feedbackOf } from "../preferences/feedback.js";
import { likingOf, shrunk, type Weights } from "../preferences/weights.js";
import { type Recollection, type Technique, withinBudget } from "../technique.js";

/** A weight nearer to 0 than this is not worth a word. */
const TELLING = 0.15;

/**
 * Representation by a vector of weights, one for each attribute value (arXiv 2411.00027, section 5.3.3, in the manner of
 * HYDRA, arXiv 2406.02888: shared plus individual): everybody's, shrunk into the segment's, shrunk into the person's, by how
 * much evidence there is. Learned from what people did with items, and from how the person takes what is offered. It ranks
 * what is otherwise equal; a model is told its largest weights in words.
 */
export const preferenceVector: Technique = {
  id: "preference-vector",
  family: "representation",
  meaning: "weights learned from interactions and feedback: everybody's, the segment's, the person's, by the evidence",
  needs: "materials",
  manner: "serve",
  start(stage) {
    const items = new Map(stage.cast.catalog.items.map((item) => [item.id, item]));
    const done = (people: readonly Persona[]) => people.flatMap(({ interactions }) => interactions.map(feedbackOf));
    const everybody = shrunk(done(stage.others), items, new Map());
    const segment = shrunk(done(stage.peers), items, everybody);
    const own: Feedback[] = stage.materials.interactions.map(feedbackOf);
    let weights = shrunk(own, items, segment);
    const learnFrom = (turns: readonly Turn[]) => shrunk([...own, ...feedbackIn(turns)], items, segment);
    return {
      observe({ turns }) {
        own.push(...feedbackIn(turns));
        weights = shrunk(own, items, segment);
      },
      recall({ turns }) {
        weights = learnFrom(turns);
        return withinBudget(inWords(weights), stage.recallTokens);
      },
      taste: (option) => likingOf(option, weights),
      learned: () =>
        strongest(weights).map(([feature, weight]) => ({
          ...statementOf(feature, weight),
          confidence: Number((1 / (1 + Math.exp(-4 * Math.abs(weight)))).toFixed(6)),
          evidence: [],
          seen: null,
          weight: Number(weight.toFixed(6)),
        })),
    };
  },
};

function strongest(weights: Weights): [string, number][] {
  return [...weights]
    .filter(([, weight]) => Math.abs(weight) >= TELLING)
    .sort(([one, a], [other, b]) => Math.abs(b) - Math.abs(a) || (one < other ? -1 : 1));
}

function inWords(weights: Weights): Recollection[] {
  return strongest(weights).map(([feature, weight]) => {
    const [slot, value] = partsOf(feature);
    const text = `seems to ${weight > 0 ? "like" : "avoid"} ${slot}: ${value} (${weight.toFixed(1)})`;
    return { id: `weight.${feature}`, source: "weight", text, at: null, facts: [] };
  });
}

function statementOf(feature: string, weight: number) {
  const [slot, value] = partsOf(feature);
  return { slot, condition: weight > 0 ? { is: value } : { not: value } };
}

function partsOf(feature: string): [string, string] {
  const at = feature.indexOf("=");
  return [feature.slice(0, at), feature.slice(at + 1)];
}
