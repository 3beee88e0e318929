import { drawsFor } from "../../src/core/draws.js";
import { believedFacts } from "../../src/core/expected.js";
import { knownAt, type Told } from "../../src/core/knowledge.js";
import { type LivedFact, lifeOf } from "../../src/core/life.js";
import { evidenceIn, materialsOf } from "../../src/core/materials.js";
import type { Encounter, PastSession, Stage, Task } from "../../src/core/ports.js";
import { castOf } from "../../src/core/world.js";
import { memoryKeep } from "../../src/graph/keep.js";
import { offlineEmbeddings } from "../../src/models/embedder.js";
import type { UserTurn } from "../../src/schema/event.js";
import type { Fact, Persona } from "../../src/schema/persona.js";
import type { Known } from "../../src/schema/suite.js";
import { userTurn } from "../core/events.js";
import { fact, item, MOMENT, person, scenario, session, slot, vocabulary, world } from "../core/makers.js";
import { bookOf } from "../support/books.js";

const words = (tells: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(tells).map(([value, tell]) => [
      value,
      { say: [`${value}, I say`], write: ["-"], match: ["-"], tell },
    ]),
  );

/** A vocabulary in which an assistant can speak of a person. */
export const SLOTS = vocabulary(
  slot("diet", "enum", [], {
    values: words({ vegan: ["you live on plants"], omnivore: ["you eat everything there is"] }),
    ask: ["What do you eat and what not?"],
  }),
  slot("budget", "ordinal", [], {
    values: words({ low: ["you watch every euro"], high: ["you do not look at the bill"] }),
    ask: ["How much would you like to spend?"],
  }),
  slot("register", "enum", [], { values: words({ casual: ["you like it relaxed"], formal: ["you value good form"] }) }),
  slot("condition", "enum", [], { values: words({ migraine: ["you lie in the dark some days"] }), sensitive: true }),
);

/** What can be chosen: dishes, and letters of which one gives something away. */
export const DISHES = [
  item(
    "green",
    { diet: "vegan", budget: "low" },
    {
      ...{ name: "the Green Bowl", pitch: ["a bowl of leaves", "greens from the yard"] },
      points: { diet: ["has nothing of animals in it"], budget: ["costs four euros"] },
      details: { price: ["It comes to four euros sixty.", "Four sixty, bread included."] },
    },
  ),
  item(
    "truffle",
    { diet: "vegan", budget: "high" },
    {
      ...{ name: "the Truffle Plate", pitch: ["mushrooms under a glass bell"] },
      points: { diet: ["is all roots and spores"], budget: ["costs forty euros"] },
    },
  ),
  item(
    "grill",
    { diet: "omnivore", budget: "low" },
    {
      ...{ name: "the Mixed Grill", pitch: ["five kinds of meat on one board"] },
      points: { diet: ["is nothing but meat"], budget: ["costs six euros"] },
    },
  ),
];
export const LETTERS = [
  item(
    "frank",
    { register: "casual" },
    {
      ...{ kind: "letter", name: "the frank letter", pitch: ["a letter with its reason"], reveals: ["condition"] },
      text: ["Dear sir, I cannot come, for {condition}."],
    },
  ),
  item(
    "reserved",
    { register: "casual" },
    {
      ...{ kind: "letter", name: "the reserved letter", pitch: ["a letter without a reason"] },
      text: ["Dear sir, I cannot come that day."],
    },
  ),
];

export const ADA = person(
  [
    fact("diet", { is: "vegan", veto: true, say: ["no animals for me"] }),
    fact("budget", { is: "low", say: ["my purse is thin"] }),
    fact("register", { is: "formal" }),
    fact("condition", {
      is: "migraine",
      disclose: "private",
      share_with: ["doctor"],
      say: ["half my head is a storm"],
    }),
  ],
  {
    documents: [
      document("d1", "2026-01-01", "A week of beans and lentils.", "diet"),
      document("d2", "2026-02-01", "Counted the coins in the tin twice.", "budget"),
      { ...document("d3", "2026-03-01", "A stranger's lunch was meat.", "diet"), split: "held-out" },
    ],
    interactions: [
      { item: "green", action: "rated", rating: 5, at: "2026-03-02", evidence: [{ fact: "diet", form: "implied" }] },
    ],
    pairs: [
      {
        prompt: "How do you do?",
        chosen: "Very well, thank you.",
        rejected: "yo",
        at: "2026-04-01",
        evidence: [{ fact: "register", form: "implied" }],
      },
    ],
  },
);

function document(id: string, date: string, text: string, about: string) {
  return {
    id,
    kind: "note",
    date,
    split: "given" as const,
    text,
    evidence: [{ fact: about, form: "stated" as const }],
  };
}

/** What a stage differs in. */
export interface Staged {
  persona?: Persona;
  peers?: readonly Persona[];
  known?: Known;
  tokens?: number;
  /** What the person told so far, as the trial knows it. */
  told?: readonly Told[];
  seed?: string;
}

export const ALL: Known = { attributes: true, documents: true, interactions: true, pairs: true };
export const NOTHING: Known = { attributes: false, documents: false, interactions: false, pairs: false };

export function stage({
  persona = ADA,
  peers = [],
  known = ALL,
  tokens = 400,
  told = [],
  seed = "s",
}: Staged = {}): Stage {
  const script = scenario([session("s1"), session("s2", { after: "30d" })]);
  const made = world([persona, ...peers], script, [...DISHES, ...LETTERS], SLOTS);
  const cast = castOf(made, persona.id, "dinner");
  const life = lifeOf(persona, script);
  const materials = materialsOf(persona, known);
  return {
    ...{ book: bookOf(), keep: memoryKeep(), embeddings: offlineEmbeddings, signal: new AbortController().signal },
    ...{ trial: "t", cast, materials, recallTokens: tokens, draws: drawsFor(seed), peers, others: peers },
    evidenceFacts: new Map(life.map((one) => [one.id, one])),
    truth: {
      life,
      believed: (moment) => believedFacts({ life, moment, knowledge: knownAt(evidenceIn(materials), told, "s2") }),
    },
  };
}

export const TASK: Task = {
  ...{
    purpose: "goal",
    options: DISHES,
    slots: ["diet", "budget"],
    audience: ["self"],
    about: null,
    beat: null,
  },
};

/** What is seen beside a turn; `told`: by whatever turn. */
export type Seen = Partial<Omit<Encounter, "told">> & { told?: readonly LivedFact[] };

/** What an assistant sees where the person just took a turn. */
export function encounter(
  task: Partial<Task> = {},
  turn: Partial<UserTurn> = {},
  { told = [], ...more }: Seen = {},
): Encounter {
  const full = { ...TASK, ...task };
  return {
    session: "s2",
    moment: { ...MOMENT, audience: full.audience },
    task: full,
    turns: [userTurn(0, turn)],
    told: new Map([[0, told]]),
    ...more,
  };
}

/** A session that is over, in which the person said some things, each telling a fact or none. */
export function past(id: string, at: string, ...said: [text: string, fact?: Fact][]): PastSession {
  const facts = lifeOf(person(said.flatMap(([, one]) => one ?? [])), scenario());
  return {
    ...{ id, at },
    turns: said.map(([text], index) => userTurn(index, { text })),
    told: new Map(said.map(([, one], index) => [index, facts.filter((lived) => lived.id === one?.id)])),
  };
}
