import { lifeOf } from "../../src/core/life.js";
import { fact, item, MOMENT, person, scenario, session } from "./makers.js";

/** A vegan with some money before three dishes. */
export const MENU = [
  item("salad", { diet: "vegan", budget: "low", tone: "warm" }),
  item("omelette", { diet: "vegetarian", budget: "medium", tone: "direct" }),
  item("steak", { diet: "omnivore", budget: "high", tone: "direct" }),
];
export const VEGAN = fact("diet", { is: "vegan", strength: 0.9 });
export const RICH = fact("budget", { min: "medium", strength: 0.4 });

/** A diet that changes at the second session, looked at after it; `names` are known. */
export const drifted = (...names: string[]) => ({
  life: lifeOf(
    person([fact("diet", { is: "omnivore", later: [{ at: "s2", is: "vegan" }] })]),
    scenario([session("s1"), session("s2", { after: "30d", drift: [{ slot: "diet", told: "never" }] })]),
  ),
  moment: { ...MOMENT, at: "2026-07-12T18:00" },
  options: MENU,
  known: names,
});
