import type { Headroom } from "../core/headroom.js";

/** A row for each probe: the share of the most optimal option, utilities by what a choice goes by, and the gain. */
export function headroomText(headroom: readonly Headroom[]): string {
  const rows = headroom.map(({ scenario, probe, optimal, random, bestForAll, bestPerSegment, bestPerPerson }) => {
    const most = Math.max(...Object.values(optimal));
    const numbers = [most, random, bestForAll, bestPerSegment, bestPerPerson, bestPerPerson - bestForAll].map(
      (number) => number.toFixed(2).padStart(8),
    );
    return `  ${`${scenario} ${probe}`.padEnd(44)}${numbers.join("")}`;
  });
  return [`\nheadroom${" ".repeat(38)}    most  random  for all segment  person    gain`, ...rows, ""].join("\n");
}
