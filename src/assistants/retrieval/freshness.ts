/** What is left of a weight after a day. */
const A_DAY = 0.995;
const DAY = 86_400_000;

/**
 * How much the age of something leaves of its weight, 0 to 1: 0.995 to the power of its days, so half of it after 138. The
 * factor is that of Park et al. 2023 (arXiv 2304.03442), where it is taken by the hour: their people live for two days,
 * these are met over months. What has no date is as on record now, and does not age.
 */
export function freshness(at: string | null, now: string): number {
  if (at === null) return 1;
  const days = (Date.parse(now.slice(0, 10)) - Date.parse(at.slice(0, 10))) / DAY;
  return A_DAY ** Math.max(0, days);
}
