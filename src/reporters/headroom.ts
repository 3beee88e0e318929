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
  return [LEGEND, `${" ".repeat(46)}    most  random  for all segment  person    gain`, ...rows, ""].join("\n");
}

const LEGEND = `
headroom: the share of people for whom the option that is best most often is best; the mean utility of a random choice,
of the one option best for all, of the best for each segment, of the best for each person; and what knowing the person gains
`;
