import { fold } from "../../src/core/fold.js";
import type { Cue, Task, User } from "../../src/core/ports.js";
import { playTrial } from "../../src/core/trial.js";
import type { World } from "../../src/core/world.js";
import type { AssistantName, Event } from "../../src/schema/event.js";
import type { Score } from "../../src/schema/score.js";
import { suite } from "../../src/schema/suite.js";
import type { Trial } from "../../src/schema/trial.js";
import { DETERMINISTIC_SCORERS } from "../../src/scorers/registry.js";
import { scoring } from "../../src/scorers/scoring.js";
import { loadWorld } from "../../src/store/world.js";
import { catalog, fact, item, norm, person, probe, scenario, session } from "../core/makers.js";
import { fakeAssistant, fakeCompany, reply, utterance } from "../core/players.js";
import type { ScoredCase } from "./case.js";

const shipped = loadWorld(process.cwd()).world;
const SUITE = suite.parse({
  schema: "dramatis/suite@1",
  id: "cases",
  assistants: [{ technique: "generic" }, { technique: "history" }],
  known: { documents: true },
});

/** The score that one scorer gives to a case, played through the real trial, folded and scored as a run does. */
export async function scoreOf(one: ScoredCase): Promise<Score> {
  const world = worldOf(one);
  const arm = (technique: string): AssistantName => ({
    ...{ id: technique, technique, model: "offline", materials: "own", memory: "given" },
  });
  const choice = one.generic?.choice ?? null;
  const baseline = one.generic ? await trialOf(one, world, arm("generic"), () => reply("Done.", choice)) : null;
  const trial = await trialOf(one, world, arm("history"), ({ purpose }) => {
    const said = purpose === "probe" ? one.reply : purpose === "follow-up" ? one.second : undefined;
    return said ? { ...reply(said.text, said.choice), asked: said.asked } : reply("All right.");
  });
  const scores = scoring(world, DETERMINISTIC_SCORERS)(trial, baseline);
  const found = scores.find(({ scorer }) => scorer === one.scorer);
  if (!found) throw new Error(`no scorer '${one.scorer}'`);
  return found;
}

async function trialOf(
  one: ScoredCase,
  world: World,
  arm: AssistantName,
  answer: (task: Task) => ReturnType<typeof reply>,
): Promise<Trial> {
  const events: Event[] = [];
  const company = fakeCompany({ makeUser: () => teller(one), makeAssistant: () => fakeAssistant(answer) });
  await playTrial({
    planned: { id: `ada.dinner.${arm.id}.0`, persona: "ada", scenario: "dinner", assistant: arm.id, repeat: 0 },
    ...{ arm, suite: SUITE, world, company },
    record: async (event) => void events.push(structuredClone(event)),
    before: [],
    stream: () => {},
    signal: new AbortController().signal,
  });
  return fold(events);
}

/** Tells each fact in the session it is known from: past ones in the first, those of this session in the second. */
function teller({ facts, second }: ScoredCase): User {
  let sitting = "";
  return {
    open: ({ id }) => {
      sitting = id;
    },
    async speak(cue: Cue) {
      if (cue.purpose === "follow-up") return second ? utterance("Hm, no.") : null;
      const source = sitting === "s1" ? "past" : "session";
      const told = cue.purpose === "beat" ? facts.filter(({ known }) => known === source) : [];
      const disclosed = told.map(({ id, slot }) => ({ fact: id, slot, how: "act" as const }));
      return utterance(cue.purpose === "probe" ? "Which?" : "Listen.", { disclosed });
    },
    hear: () => {},
    goal: () => ({ over: true, gaveUp: false, complete: true, item: null, filled: [], missing: [] }),
  };
}

function worldOf(one: ScoredCase): World {
  const facts = one.facts.map(({ known: _, ...parts }) => fact(parts.id, parts));
  const evidence = one.facts.flatMap(({ id, known }) =>
    known === "material" || known === "implied"
      ? [{ fact: id, form: known === "material" ? ("stated" as const) : ("implied" as const) }]
      : [],
  );
  const letter = { id: "d1", kind: "letter", date: "2026-01-01", split: "given" as const, text: "A letter.", evidence };
  const ada = person(facts, { documents: [letter] });
  const beats = [{ turn: 1, script: true as const, say: ["Listen."] }];
  const asked = probe(one.probe.slots, { ...one.probe, id: "p1" });
  const script = scenario([session("s1", { beats }), session("s2", { after: "30d", beats, probes: [asked] })], {
    norms: one.norms.map(({ slot, ...condition }) => norm(slot, condition)),
  });
  const items = one.options.map(({ id, name, attributes }) => item(id, attributes, { name: name ?? id }));
  const menu = catalog(items.length > 0 ? items : [item("nothing", {}, { kind: "other" })]);
  return {
    ...{ slots: shipped.slots, matches: shipped.matches, personas: { ada } },
    ...{ scenarios: { dinner: script }, catalogs: { menu } },
  };
}
