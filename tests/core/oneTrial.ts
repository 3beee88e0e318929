import { fold } from "../../src/core/fold.js";
import { type Company, playTrial, type TrialRequest } from "../../src/core/trial.js";
import type { Event } from "../../src/schema/event.js";
import { assistantNameOf, assistantSpec, suite as suiteSchema } from "../../src/schema/suite.js";
import type { Trial } from "../../src/schema/trial.js";
import { fact, goal, item, person, probe, scenario, session, world } from "./makers.js";
import { fakeCompany } from "./players.js";

/** What the trial is about: a vegan, and a probe on diet. */
export const DISHES = [
  item("salad", { diet: "vegan" }),
  item("steak", { diet: "omnivore" }),
  item("wine", {}, { kind: "drink" }),
];
const VEGAN = person([fact("diet", { is: "vegan" })]);
export const SCRIPT = scenario([session("s1", { goal: goal(), probes: [probe(["diet"])] })]);
const NEVER = new AbortController().signal;

export interface Parts extends Partial<Omit<TrialRequest, "company">> {
  company?: Company;
  /** The materials that the suite gives. */
  known?: object;
}

/** The events of one trial with fakes, in their order. */
export async function eventsOf({ company = fakeCompany(), known = {}, ...parts }: Parts = {}): Promise<Event[]> {
  const events: Event[] = [];
  const arm = assistantNameOf(assistantSpec.parse({ technique: "generic" }));
  await playTrial({
    planned: { id: "ada.dinner.generic.0", persona: "ada", scenario: "dinner", assistant: "generic", repeat: 0 },
    arm,
    suite: suiteSchema.parse({ schema: "dramatis/suite@1", id: "t", assistants: [{ technique: "generic" }], known }),
    world: world([VEGAN], SCRIPT, DISHES),
    record: async (event) => {
      events.push(event);
    },
    before: [],
    stream: () => {},
    signal: NEVER,
    ...parts,
    company,
  });
  return events;
}

export const trialOf = async (parts: Parts = {}): Promise<Trial> => fold(await eventsOf(parts));
