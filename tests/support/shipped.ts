import type { z } from "zod";
import { companyOf } from "../../src/cli/company.js";
import { fold } from "../../src/core/fold.js";
import { type Company, playTrial } from "../../src/core/trial.js";
import type { World } from "../../src/core/world.js";
import type { Event } from "../../src/schema/event.js";
import { assistantNameOf, assistantSpec, suite as suiteSchema } from "../../src/schema/suite.js";
import type { Trial } from "../../src/schema/trial.js";
import { loadWorld } from "../../src/store/world.js";
import { REPOSITORY } from "./paths.js";

/** The world as it is shipped. */
export const WORLD: World = loadWorld(REPOSITORY).world;
export const PERSONAS = Object.keys(WORLD.personas).sort();
export const SCENARIOS = Object.keys(WORLD.scenarios).sort();

/** One trial of the shipped world with rule-based players; every material is given unless said otherwise. */
export interface Played {
  persona: string;
  scenario: string;
  technique: string;
  seed?: number;
  materials?: "own" | "same-segment" | "other-segment";
  known?: object;
  recall_tokens?: number;
  axes?: Partial<z.input<typeof assistantSpec>>;
  world?: World;
}

export const ALL = { attributes: true, documents: true, interactions: true, pairs: true };

const offline = await companyOf(suiteOf({}), []);

/** The rule-based players; moved by a plain loop, for a graph is not what is tested. */
export const COMPANY: Company = {
  ...offline,
  async perform(play, steps, signal) {
    for (let step = 1; (await play.userMove()) !== "end"; step += 2) {
      if (step > steps) throw new Error(`more than ${steps} steps`);
      await play.assistantMove(signal);
    }
  },
};

export async function played(
  { persona, scenario, technique, seed = 1, materials = "own", axes = {}, world = WORLD, ...suite }: Played,
  company: Company = COMPANY,
): Promise<Trial> {
  const events: Event[] = [];
  const arm = assistantNameOf(assistantSpec.parse({ technique, materials, ...axes }));
  await playTrial({
    planned: { id: `${persona}.${scenario}.${arm.id}.0`, persona, scenario, assistant: arm.id, repeat: 0 },
    ...{ arm, world, company, suite: suiteOf({ seed, ...suite }) },
    record: async (event) => void events.push(event),
    before: [],
    stream: () => {},
    signal: new AbortController().signal,
  });
  return fold(events);
}

function suiteOf(parts: object) {
  return suiteSchema.parse({
    ...{ schema: "dramatis/suite@1", id: "shipped", assistants: [{ technique: "generic" }], known: ALL },
    ...parts,
  });
}
