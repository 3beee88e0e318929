import { drawsFor } from "../../src/core/draws.js";
import type { Knobs } from "../../src/core/knobs.js";
import { lifeOf } from "../../src/core/life.js";
import type { Cue, Task, Utterance } from "../../src/core/ports.js";
import { noUsage } from "../../src/core/usage.js";
import { castOf, type Vocabulary } from "../../src/core/world.js";
import type { AssistantTurn } from "../../src/schema/event.js";
import type { Fact, Style } from "../../src/schema/persona.js";
import type { Beat, Session } from "../../src/schema/scenario.js";
import { agendaUser } from "../../src/users/agenda/user.js";
import {
  catalog,
  fact,
  goal,
  item,
  MOMENT,
  person,
  scenario,
  session,
  slot,
  vocabulary,
  world,
} from "../core/makers.js";
import { KNOBS } from "./setting.js";

const spoken = (...values: string[]) =>
  Object.fromEntries(
    values.map((value) => [
      value,
      { say: [`${value} for me`, `make it ${value}`], write: ["-"], match: ["-"], tell: [`you like it ${value}`] },
    ]),
  );

/** A vocabulary that speaks. */
export const SPOKEN: Vocabulary = vocabulary(
  slot("diet", "enum", [], {
    values: spoken("vegan", "vegetarian", "omnivore"),
    ask: ["What do you eat?"],
    cues: ["eat"],
  }),
  slot("budget", "ordinal", [], { values: spoken("low", "medium", "high"), cues: ["spend"] }),
  slot("condition", "enum", [], { values: spoken("migraine", "asthma"), cues: ["health"], sensitive: true }),
);

/** A menu whose dishes have names of their own. */
export const DISHES = [
  item(
    "green",
    { diet: "vegan", budget: "low" },
    { name: "the Green Bowl", details: { price: ["It comes to seven euros."] } },
  ),
  item("pie", { diet: "vegetarian", budget: "medium" }, { name: "the Field Pie" }),
  item("grill", { diet: "omnivore", budget: "high" }, { name: "the Mixed Grill" }),
];

export const VEGAN = fact("diet", { is: "vegan", veto: true, disclose: "if-asked", say: ["no animals on my plate"] });
export const SECRET = fact("condition", { is: "migraine", disclose: "private", say: ["half my head is a storm"] });

/** Who speaks, and when. */
export interface Speaking {
  facts?: readonly Fact[];
  style?: Partial<Style>;
  knobs?: Partial<Knobs>;
  beats?: readonly Partial<Beat>[];
  session?: Partial<Session>;
  requests?: readonly string[];
  seed?: string;
}

/** A rule-based user in the first session of a dinner, and the ways to let it speak and hear. */
export function speaking(parts: Speaking = {}) {
  const { facts = [VEGAN], knobs, style = {}, requests = [], seed = "seed" } = parts;
  const wanted = { ...goal(["diet"]), open: OPENINGS, context: CONTEXTS, requests: [...requests] };
  const first = session("s1", { goal: wanted, ...parts.session } as Partial<Session>);
  const ada = person(facts, { style: { words_per_turn: [2, 30], formality: 0.5, ...style } });
  const made = world([ada], scenario([first]), DISHES, SPOKEN);
  const menu = catalog(DISHES);
  menu.requests.price = { ask: ["What does {item} cost?", "And the price of {item}?"], cues: ["euros"] };
  const cast = { ...castOf(made, "ada", "dinner"), catalog: menu };
  const user = agendaUser({
    cast,
    life: lifeOf(ada, cast.scenario),
    knobs: { ...KNOBS, ...knobs },
    draws: drawsFor(seed),
  });
  user.open(first, MOMENT);
  const speak = async (cue: Cue = { purpose: "goal" }) => (await user.speak(cue, [])) as Utterance;
  return {
    user,
    speak,
    hear: (text: string, task: Partial<Task> = {}, choice: string | null = null) =>
      user.hear(assistantTurn(text, choice), { ...TASK, ...task }),
    beat: (beat: Partial<Beat>) => speak({ purpose: "beat", beat: { turn: 1, say: [], ...beat } as Beat }),
  };
}

export const OPENINGS = ["I want dinner.", "Where do I eat?", "Find me a meal.", "I am hungry, so."];
const CONTEXTS = ["it is late", "the day was long", "my bag is heavy", "the tram is gone"];

export const TASK: Task = {
  ...{ purpose: "goal", options: DISHES, slots: ["diet"], audience: ["self"], about: null, beat: null },
};

function assistantTurn(text: string, choice: string | null): AssistantTurn {
  const nothing = { asked: [], recalled: [], used: [], usage: noUsage() };
  return { index: 1, speaker: "assistant", text, choice, choice_by: choice ? "structure" : "none", ...nothing };
}
