import type { MatrixCell } from "../core/matrix.js";

/** What the words in the matrix mean (docs/truth.md). */
export const MATRIX_LEGEND = `What is right at each probe: on how many slots to
  apply what is known, update what has changed, ask what the best choice turns on, use a default where nothing is true,
  abstain where nobody told, defer to a norm, or excused where a change was never told. Slots to ignore are left out.`;

/** A row for each person, a column for each probe: how many slots are expected to be treated how. */
export function matrixText(cells: readonly MatrixCell[]): string {
  const probes = [...new Set(cells.map(({ probe }) => probe))];
  const people = [...new Set(cells.map(({ persona }) => persona))];
  const wide = Math.max(...people.map((id) => id.length));
  const text = (persona: string, probe: string) => {
    const cell = cells.find((one) => one.persona === persona && one.probe === probe);
    const counts = Map.groupBy(Object.values(cell?.expected ?? {}), (expected) => expected);
    const shown = [...counts]
      .filter(([expected]) => expected !== "ignore")
      .map(([expected, list]) => `${expected} ${list.length}`);
    return `${shown.join(" ") || "nothing"}${cell?.infeasible ? " infeasible" : ""}`;
  };
  const rows = people.map(
    (persona) => `  ${persona.padEnd(wide)}  ${probes.map((probe) => text(persona, probe)).join(" | ")}`,
  );
  return [`\n${cells[0]?.scenario}: expected at ${probes.join(" | ")}`, ...rows].join("\n");
}
