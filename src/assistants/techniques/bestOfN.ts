import type { Item } from "../../schema/catalog.js";
import type { Pair } from "../../schema/persona.js";
import { everything } from "../memories.js";
import { dot, rewardWeights } from "../reward/bradleyTerry.js";
import { featuresOf } from "../reward/features.js";
import type { Technique } from "../technique.js";

/** Drafts of each answer: a small number, for a reward is only right near what it was learned from. */
const DRAFTS = 4;

/**
 * Best of n by a reward of the person's own (arXiv 2411.00027, section 5.4): a model drafts n answers to what `history`
 * recalls, and the one of highest Bradley-Terry reward is sent; the reward is learned from the person's pairs around that of
 * the segment. Offline the drafts are what is equally good to offer, by their texts.
 */
export const bestOfN: Technique = {
  id: "best-of-n",
  family: "alignment",
  meaning: "everything that came before; of four drafts the one that a reward learned from the person's pairs prefers",
  needs: "materials",
  manner: "serve",
  start(stage) {
    const none = featuresOf("").map(() => 0);
    const segment = rewardWeights(preferred(stage.peers.flatMap(({ pairs }) => pairs)), none);
    const weights = rewardWeights(preferred(stage.materials.pairs), segment);
    const reward = (text: string) => dot(weights, featuresOf(text));
    return {
      ...everything(stage),
      taste: (option) => reward(textOf(option)),
      best: {
        drafts: DRAFTS,
        of: (texts) => texts.reduce((best, text, at) => (reward(text) > reward(texts[best] as string) ? at : best), 0),
      },
    };
  },
};

const preferred = (pairs: readonly Pair[]) =>
  pairs.map(({ chosen, rejected }) => ({ chosen: featuresOf(chosen), rejected: featuresOf(rejected) }));

function textOf({ text, pitch, points }: Item): string {
  if (text.length > 0) return text.join(" ");
  return [pitch[0], ...Object.values(points).map(([first]) => first)].join(". ");
}
