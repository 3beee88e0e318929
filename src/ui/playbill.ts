import { baselineFor } from "../core/plan.js";
import type { World } from "../core/world.js";
import type { PlannedTrial, Run } from "../schema/run.js";
import type { Estimate } from "../schema/score.js";
import { oneLine, widthOf } from "./text.js";

/** A scorer as a column: what it is called and which way is better. */
export interface Scale {
  id: string;
  direction: Estimate["direction"];
}

/** What stands still while a run goes on: the plan and how all in it are called. Texts are safe to draw. */
export interface Playbill {
  suite: string;
  label: string;
  plan: readonly PlannedTrial[];
  /** Assistants in the order of tables. */
  arms: readonly string[];
  /** How an assistant is called where room is short: without the model that all of them have. */
  short: Readonly<Record<string, string>>;
  /** What each arm is compared with; of a baseline, itself. */
  baselines: Readonly<Record<string, string>>;
  scales: readonly Scale[];
  people: Readonly<Record<string, { name: string; first: string }>>;
  /** Columns of the widest name of each kind in the plan. */
  widest: { person: number; scenario: number; assistant: number };
  /** Names of items by scenario and id. */
  items: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The playbill of a run. */
export function playbillOf(
  { suite, players, plan, assistants }: Pick<Run, "suite" | "players" | "plan" | "assistants">,
  world: Pick<World, "personas" | "scenarios" | "catalogs">,
  scales: readonly Scale[],
): Playbill {
  const people = Object.values(world.personas).map(({ id, name }) => {
    const drawn = oneLine(name);
    return [id, { name: drawn, first: drawn.split(" ")[0] ?? drawn }] as const;
  });
  const named = Object.fromEntries(people);
  const items = Object.values(world.scenarios).map(({ id, catalog }) => {
    const named = (world.catalogs[catalog]?.items ?? []).map((item) => [item.id, oneLine(item.name)] as const);
    return [id, Object.fromEntries(named)] as const;
  });
  return {
    suite: oneLine(suite.id),
    label: oneLine(players),
    plan,
    arms: assistants.map(({ id }) => id),
    short: shortNames(assistants.map(({ id }) => id)),
    widest: {
      person: widest(plan.map(({ persona }) => named[persona]?.first ?? persona)),
      scenario: widest(plan.map(({ scenario }) => scenario)),
      assistant: widest(Object.values(shortNames(assistants.map(({ id }) => id)))),
    },
    baselines: Object.fromEntries(
      assistants.flatMap((arm) => {
        const baseline = baselineFor(arm, assistants);
        return baseline ? [[arm.id, baseline.id]] : [];
      }),
    ),
    scales,
    people: named,
    items: Object.fromEntries(items),
  };
}

/** The first name of a person; the id where the files do not know the person. */
export function firstName({ people }: Playbill, persona: string): string {
  return people[persona]?.first ?? persona;
}

function shortNames(arms: readonly string[]): Record<string, string> {
  const models = new Set(arms.map((arm) => /@[^+]*/.exec(arm)?.[0] ?? ""));
  const [model = ""] = models;
  const common = arms.length > 1 && models.size === 1 ? model : "";
  return Object.fromEntries(arms.map((arm) => [arm, oneLine(arm).replace(common, "")]));
}

function widest(texts: readonly string[]): number {
  return Math.max(1, ...new Set(texts.map(widthOf)));
}
