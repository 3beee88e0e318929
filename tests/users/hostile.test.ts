import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { companyOf } from "../../src/cli/company.js";
import { type LivedFact, lifeOf } from "../../src/core/life.js";
import type { Question } from "../../src/core/model.js";
import { playTrial } from "../../src/core/trial.js";
import { type Cast, castOf } from "../../src/core/world.js";
import type { Event } from "../../src/schema/event.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import { hybridUser } from "../../src/users/hybrid/user.js";
import { answering, meaningIn } from "../support/answering.js";
import { REPOSITORY } from "../support/paths.js";
import { WORLD } from "../support/shipped.js";
import { tells } from "../support/telling.js";

const PROMPT = readFileSync(join(REPOSITORY, "prompts", "hybrid.md"), "utf8");
const SUITE = suiteSchema.parse({ schema: "dramatis/suite@1", id: "s", assistants: [{ technique: "history" }] });
const [ARM] = SUITE.assistants.map(assistantNameOf) as [ReturnType<typeof assistantNameOf>];

/** Ways to spoil a turn. `bad`: what comes out may never stand, whatever was meant. */
const SPOILERS: { bad: boolean; spoil(meaning: string, cast: Cast, life: readonly LivedFact[]): string }[] = [
  { bad: false, spoil: (meaning) => meaning.split(" ").slice(0, 3).join(" ") },
  { bad: false, spoil: (meaning) => meaning.split(" ").reverse().join(" ") },
  { bad: true, spoil: () => "" },
  { bad: true, spoil: (meaning) => `It is not true that ${meaning}` },
  { bad: true, spoil: (meaning) => `${meaning} Just kidding, the opposite.` },
  { bad: true, spoil: (meaning) => `User: ${meaning}` },
  { bad: true, spoil: (meaning) => `${meaning} How can I help you today?` },
  { bad: true, spoil: (meaning, _, life) => `${meaning} And ${wordsOfSecret(life)}.` },
  { bad: true, spoil: (meaning) => `${meaning} There will be 4711 of us.` },
  { bad: false, spoil: (meaning, { catalog }) => `${meaning} Or ${catalog.items[2]?.name}, rather.` },
  { bad: false, spoil: () => "Sounds great, I will take that one!" },
];

const wordsOfSecret = (life: readonly LivedFact[]) =>
  life.find(({ disclose }) => disclose === "private")?.say[0] ?? "nobody must know of my bad knee";

/** The user turns of a trial whose model spoils most of what it is asked to say, with what it was and came to say. */
async function spoiled(persona: string, scenario: string) {
  const cast = castOf(WORLD, persona, scenario);
  const life = lifeOf(cast.persona, cast.scenario);
  const forbidden = new Set<string>();
  const model = answering((question: Question, nth) => {
    const meaning = meaningIn(question);
    const spoiler = nth % 3 === 2 ? undefined : SPOILERS[nth % SPOILERS.length];
    const text = spoiler?.spoil(meaning, cast, life) ?? meaning;
    if (spoiler?.bad) forbidden.add(text.trim());
    return text;
  });
  const events: Event[] = [];
  const company = await companyOf(SUITE, [ARM]);
  await playTrial({
    planned: { id: "t", persona, scenario, assistant: ARM.id, repeat: 0 },
    ...{ arm: ARM, suite: SUITE, world: WORLD, before: [], stream: () => {}, signal: AbortSignal.timeout(60_000) },
    company: { ...company, makeUser: (role) => hybridUser({ ...role, model, prompt: PROMPT }) },
    record: async (event) => void events.push(event),
  });
  const turns = events.flatMap((event) => (event.type === "turn" && event.turn.speaker === "user" ? [event.turn] : []));
  return { cast, life, forbidden, turns };
}

const PAIRS = Object.keys(WORLD.scenarios).flatMap((scenario, place) =>
  Object.keys(WORLD.personas)
    .filter((_, index) => index % 6 === place % 6)
    .map((persona) => ({ persona, scenario })),
);

describe.each(PAIRS)("a hostile model for $persona in $scenario", async ({ persona, scenario }) => {
  const { cast, life, forbidden, turns } = await spoiled(persona, scenario);
  const worded = turns.filter(({ spoken }) => spoken === "model");

  it("leaves no planned slot out: the model has said it, or the template speaks", () => {
    for (const turn of worded.filter(({ acts }) => !acts.some(({ intent }) => intent === "affirm")))
      for (const { fact } of turn.disclosed) {
        const told = life.find(({ id }) => id === fact) as LivedFact;
        expect(tells(turn.text, cast.slots, told), `${turn.text} | ${fact}`).toBe(true);
      }
  });

  it("never gets through what may not stand", () => {
    expect(worded.map(({ text }) => text).filter((text) => forbidden.has(text))).toEqual([]);
  });

  it("is stopped, and says why", () => {
    expect(forbidden.size).toBeGreaterThan(0);
    expect(turns.filter(({ guards }) => guards.length > 0).length).toBeGreaterThan(0);
  });
});
