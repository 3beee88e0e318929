import type { Draw, Population } from "../../schema/population.js";
import type { Problem } from "../problem.js";
import type { Path, ReportHere } from "./naming.js";

/** Rows that depend on what is drawn later, or never: they would not be taken by anybody, and nothing would tell. */
export function drawingProblems({ segments, common }: Population, problem: ReportHere): Problem[] {
  const inSegments = segments.map(({ draws }) => draws.flatMap(slotsOf));
  return [
    ...segments.flatMap(({ draws }, index) => inOrder(draws, [], ["segments", index, "draws"], problem)),
    ...inOrder(common, inSegments.flat(), ["common"], problem),
  ];
}

function inOrder(draws: readonly Draw[], before: readonly string[], path: Path, problem: ReportHere): Problem[] {
  const drawn = new Set(before);
  return draws.flatMap((step, index) => {
    const rows = "table" in step && Array.isArray(step.table) ? step.table : [];
    const found = rows.flatMap(({ given }, row) =>
      Object.keys(given)
        .filter((slot) => !drawn.has(slot))
        .flatMap((slot) =>
          problem(
            [...path, index, "table", row, "given", slot],
            `depends on '${slot}', which is not drawn before it`,
            `put a draw of '${slot}' before this one`,
          ),
        ),
    );
    for (const slot of slotsOf(step)) drawn.add(slot);
    return found;
  });
}

const slotsOf = (step: Draw) =>
  "profiles" in step ? [...new Set(step.profiles.flatMap(({ is }) => Object.keys(is)))] : [step.slot];
