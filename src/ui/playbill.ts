import { isBaseline } from "../core/plan.js";
import type { World } from "../core/world.js";
import type { PlannedTrial, Run } from "../schema/run.js";
import type { Estimate } from "../schema/score.js";
import { oneLine } from "./text.js";

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
  baseline: string | null;
  scales: readonly Scale[];
  people: Readonly<Record<string, { name: string; first: string }>>;
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
  const items = Object.values(world.scenarios).map(({ id, catalog }) => {
    const named = (world.catalogs[catalog]?.items ?? []).map((item) => [item.id, oneLine(item.name)] as const);
    return [id, Object.fromEntries(named)] as const;
  });
  return {
    suite: oneLine(suite.id),
    label: oneLine(players),
    plan,
    arms: assistants.map(({ id }) => id),
    baseline: assistants.find(isBaseline)?.id ?? null,
    scales,
    people: Object.fromEntries(people),
    items: Object.fromEntries(items),
  };
}

/** The first name of a person; the id where the files do not know the person. */
export function firstName({ people }: Playbill, persona: string): string {
  return people[persona]?.first ?? persona;
}
