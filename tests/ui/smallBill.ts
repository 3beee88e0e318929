import type { PlannedTrial } from "../../src/schema/run.js";
import type { Playbill } from "../../src/ui/playbill.js";

/** A playbill of so many people in one scenario, each with the same assistants. */
export function smallBill(
  people: readonly string[] = ["ada"],
  arms: readonly string[] = ["generic", "history"],
): Playbill {
  const plan = people.flatMap((persona) =>
    arms.map(
      (assistant): PlannedTrial => ({
        id: `${persona}.dinner.${assistant}.0`,
        ...{ persona, scenario: "dinner", assistant, repeat: 0 },
      }),
    ),
  );
  return {
    ...{ suite: "small", label: "user: rule-based; assistants: rule-based", plan, arms },
    short: Object.fromEntries(arms.map((arm) => [arm, arm])),
    widest: { person: 8, scenario: 6, assistant: 10 },
    baselines: Object.fromEntries(arms.map((arm) => [arm, "generic"])),
    scales: [
      { id: "use.applied", direction: "higher" },
      { id: "use.adherence", direction: "higher" },
      { id: "misuse.stale", direction: "lower" },
    ],
    people: Object.fromEntries(people.map((persona) => [persona, { name: persona, first: persona }])),
    items: { dinner: {} },
  };
}
