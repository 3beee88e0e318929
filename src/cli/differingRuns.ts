import type { Run } from "../schema/run.js";

/** What is not the same in two runs beside their arms, a line each: differences of scores may come from there. */
export function differingRuns(one: Run, other: Run): string[] {
  const changed = Object.keys(one.files).filter(
    (file) => other.files[file] !== undefined && other.files[file] !== one.files[file],
  );
  return [
    one.suite.seed === other.suite.seed
      ? []
      : [`seed ${one.suite.seed} and ${other.suite.seed}: people do not meet on the same day`],
    one.suite.user === other.suite.user ? [] : [`users ${one.suite.user} and ${other.suite.user}`],
    JSON.stringify(one.suite.known) === JSON.stringify(other.suite.known)
      ? []
      : ["what is known before the first word"],
    one.versions.dramatis === other.versions.dramatis
      ? []
      : [`Dramatis ${one.versions.dramatis} and ${other.versions.dramatis}`],
    changed.map((file) => `${file} has changed between them`),
  ].flat();
}
