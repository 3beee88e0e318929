import { readFileSync } from "node:fs";
import { join } from "node:path";
import { companyOf } from "../../src/cli/company.js";
import type { Model } from "../../src/core/model.js";
import { playTrial } from "../../src/core/trial.js";
import { replayed } from "../../src/models/replay.js";
import type { Event } from "../../src/schema/event.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import { agendaUser } from "../../src/users/agenda/user.js";
import { hybridUser } from "../../src/users/hybrid/user.js";
import { llmUser } from "../../src/users/llm/user.js";
import { REPOSITORY } from "../support/paths.js";
import { WORLD } from "../support/shipped.js";

export type Kind = "llm" | "hybrid";

const prompt = (name: string) => readFileSync(join(REPOSITORY, "prompts", `${name}.md`), "utf8");

/** The events of one shipped trial whose person a model plays or words, its calls recorded; the assistant is rule-based. */
export async function eventsWith(
  kind: Kind,
  model: Model,
  { persona = "mara-lindqvist", scenario = "dinner-lisbon", technique = "history", before = [] as Event[] } = {},
): Promise<Event[]> {
  const suite = suiteSchema.parse({ schema: "dramatis/suite@1", id: "s", assistants: [{ technique }] });
  const [arm] = suite.assistants.map(assistantNameOf) as [ReturnType<typeof assistantNameOf>];
  const events: Event[] = [];
  await playTrial({
    planned: { id: `${persona}.${scenario}.${arm.id}.0`, persona, scenario, assistant: arm.id, repeat: 0 },
    ...{ arm, suite, world: WORLD, before, stream: () => {}, signal: AbortSignal.timeout(60_000) },
    company: {
      ...(await companyOf(suite, [arm])),
      makeUser(role) {
        const player = { ...role, model: replayed(model, "user", role.book, null) };
        if (kind === "hybrid") return hybridUser({ ...player, prompt: prompt("hybrid") });
        return llmUser({ ...player, prompt: prompt("user"), scripted: agendaUser(role) });
      },
    },
    record: async (event) => void events.push(event),
  });
  return events;
}
