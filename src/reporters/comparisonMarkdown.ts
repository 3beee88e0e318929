import type { Comparison } from "../schema/comparison.js";
import { COLUMNS, captionOf, cellsOf, nameOf } from "./comparisonWords.js";
import { markdownTable, plainText } from "./markdown.js";

/** Comparisons as Markdown, as pull requests and step summaries show it: every scorer, unknown ones with their reason. */
export function comparisonMarkdown(comparisons: readonly Comparison[]): string {
  return comparisons.map(sectionOf).join("\n");
}

function sectionOf(comparison: Comparison): string {
  const tables = (["primary", "exploratory"] as const).flatMap((endpoint) => {
    const some = comparison.scorers.filter((one) => one.endpoint === endpoint);
    return some.length > 0 ? [markdownTable([endpoint, ...COLUMNS.slice(1)], some.map(cellsOf)), ""] : [];
  });
  const title = `### ${plainText(`${nameOf(comparison.before)} → ${nameOf(comparison.after)}`)}`;
  return [title, "", ...tables, captionOf(comparison).map(plainText).join("  \n"), ""].join("\n");
}
