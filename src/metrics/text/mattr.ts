import { meanOf } from "../../core/statistics/mean.js";
import { typeTokenRatio } from "./typeTokenRatio.js";

/**
 * MATTR, the moving-average type-token ratio: the mean of the ratios of all windows of so many successive words, in (0, 1].
 * Null where there are fewer words than a window has. Values for different windows do not compare.
 * Source: Covington and McFall 2010, Journal of Quantitative Linguistics 17, 94–100; as LexicalRichness's `mattr`.
 */
export function mattr(words: readonly string[], window = 100): number | null {
  const starts = Array.from({ length: Math.max(0, words.length - window + 1) }, (_, start) => start);
  return meanOf(starts.map((start) => typeTokenRatio(words.slice(start, start + window)) as number));
}
