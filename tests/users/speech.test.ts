import { describe, expect, it } from "vitest";
import { drawsFor } from "../../src/core/draws.js";
import { lifeOf } from "../../src/core/life.js";
import { novelty } from "../../src/core/novelty.js";
import { sentencesOf, wordsOf } from "../../src/core/words.js";
import { castOf } from "../../src/core/world.js";
import type { Item } from "../../src/schema/catalog.js";
import type { Session } from "../../src/schema/scenario.js";
import type { Act } from "../../src/users/agenda/acts.js";
import { speechOf } from "../../src/users/agenda/speech.js";
import { bandOf } from "../../src/users/agenda/style.js";
import { WORDINGS } from "../../src/users/agenda/wordings.js";
import { WORLD } from "../support/shipped.js";

/** One person of each band. */
const SPEAKERS = { casual: "kofi-mensah", neutral: "hanne-visser", formal: "tomas-okafor" } as const;
const SEEDS = 200;
const ENOUGH = 6;

function speakerOf(persona: string, seed: string) {
  const cast = castOf(WORLD, persona, "dinner-lisbon");
  const said = novelty();
  const speech = speechOf(cast, said, drawsFor(seed));
  const sitting = cast.scenario.sessions[0] as Session;
  const [diet, budget] = ["diet", "budget"].map((slot) =>
    lifeOf(cast.persona, cast.scenario).find((one) => one.slot === slot && one.strength > 0),
  ) as [never, never];
  const item = cast.catalog.items[0] as Item;
  return { cast, speech, sitting, diet, budget, item };
}

type Speaker = ReturnType<typeof speakerOf>;

/** Each thing a person can do with a turn. */
const ACTS: Record<string, (speaker: Speaker) => Act> = {
  open: () => ({ intent: "open" }),
  restart: () => ({ intent: "restart" }),
  inform: ({ diet }) => ({ intent: "inform", fact: diet }),
  answer: ({ diet }) => ({ intent: "answer", slot: "diet", facts: [diet] }),
  "answer with two facts": ({ diet, budget }) => ({ intent: "answer", slot: "diet", facts: [diet, budget] }),
  "answer without a wish": () => ({ intent: "answer", slot: "noise", facts: [] }),
  "answer with nothing of the kind": () => ({ intent: "answer", slot: "contains", facts: [] }),
  affirm: ({ diet }) => ({ intent: "affirm", fact: diet }),
  correct: ({ item, diet }) => ({ intent: "correct", item, fact: diet, reminded: false }),
  remind: ({ item, diet }) => ({ intent: "correct", item, fact: diet, reminded: true }),
  deny: ({ diet }) => ({ intent: "deny", fact: diet, reminded: false }),
  accept: ({ item }) => ({ intent: "accept", item, manner: "willing" }),
  "accept gladly": ({ item }) => ({ intent: "accept", item, manner: "glad" }),
  "accept for want of a better one": ({ item }) => ({ intent: "accept", item, manner: "resigned" }),
  "accept after all": ({ item }) => ({ intent: "accept", item, manner: "returning" }),
  request: ({ item }) => ({ intent: "request", item, request: "address" }),
  question: ({ item }) => ({ intent: "question", item }),
  alternative: ({ item }) => ({ intent: "alternative", item }),
  decline: () => ({ intent: "decline", kept: false }),
  withhold: () => ({ intent: "decline", kept: true }),
  relax: () => ({ intent: "relax" }),
  repeat: () => ({ intent: "repeat" }),
  prompt: () => ({ intent: "prompt" }),
  "no-more": () => ({ intent: "no-more" }),
  thank: () => ({ intent: "thank" }),
  bye: () => ({ intent: "bye" }),
  "give-up": () => ({ intent: "give-up" }),
};

describe.each(Object.entries(SPEAKERS))("a %s person", (band, persona) => {
  it("is one", () => {
    expect(bandOf(castOf(WORLD, persona, "dinner-lisbon").persona.style)).toBe(band);
  });

  it.each(Object.keys(ACTS))("has at least six ways to: %s", (name) => {
    const ways = new Set<string>();
    for (let seed = 0; seed < SEEDS && ways.size < ENOUGH; seed++) {
      const speaker = speakerOf(persona, `${seed}`);
      const text = speaker.speech.say([(ACTS[name] as (typeof ACTS)[string])(speaker)], speaker.sitting);
      ways.add(wordsOf(text).join(" "));
    }
    expect(ways).not.toContain("");
    expect(ways.size).toBe(ENOUGH);
  });

  it.each(Object.keys(ACTS))("says no sentence of four words twice, however often they: %s", (name) => {
    const speaker = speakerOf(persona, "long");
    const act = (ACTS[name] as (typeof ACTS)[string])(speaker);
    const turns = Array.from({ length: 60 }, () => speaker.speech.say([act], speaker.sitting));
    const sentences = turns.flatMap(sentencesOf).map(wordsOf);
    const long = sentences.filter((words) => words.length >= 4).map((words) => words.join(" "));
    expect(long.filter((one, at) => long.indexOf(one) !== at)).toEqual([]);
    expect(turns.filter((turn) => wordsOf(turn).length === 0)).toEqual([]);
  });
});

describe("a turn", () => {
  const { hanne } = { hanne: SPEAKERS.neutral };

  it("says a fact in one of its own wordings, or else of the value it has", () => {
    const own = speakerOf(hanne, "1");
    const fact = { ...(own.diet as ReturnType<typeof lifeOf>[0]) };
    const { say } = fact;
    const text = own.speech.say([{ intent: "inform", fact }], own.sitting).toLowerCase();
    expect(say.some((line) => text.includes(line.toLowerCase().replace(/[.!?]$/, "")))).toBe(true);
    const bare = speakerOf(hanne, "2");
    const shared = WORLD.slots.budget?.values.low?.say ?? [];
    const told = { ...fact, slot: "budget", condition: { max: "low" }, say: [] };
    const said = bare.speech.say([{ intent: "inform", fact: told }], bare.sitting).toLowerCase();
    expect(shared.some((line) => said.includes(line.toLowerCase()))).toBe(true);
  });

  it("objects otherwise where it has to remind", () => {
    const leads = (name: "correct" | "remind") =>
      WORDINGS.neutral[name].map((line) => line.replace("{item}", "Osteria Melro").toLowerCase());
    for (const name of ["correct", "remind"] as const) {
      const speaker = speakerOf(hanne, "4");
      const text = speaker.speech.say([(ACTS[name] as (typeof ACTS)[string])(speaker)], speaker.sitting).toLowerCase();
      expect(leads(name).some((lead) => text.startsWith(lead))).toBe(true);
    }
  });

  it("says a number with its unit", () => {
    const { speech, sitting, diet } = speakerOf(hanne, "1");
    const fact = { ...(diet as ReturnType<typeof lifeOf>[0]), slot: "length", condition: { max: 60 }, say: [] };
    expect(speech.say([{ intent: "inform", fact }], sitting)).toContain("at most 60 words");
  });

  it("tells two facts at most in one answer", () => {
    const { speech, sitting, diet, budget, cast } = speakerOf(hanne, "1");
    const noise = lifeOf(cast.persona, cast.scenario).find(({ slot }) => slot === "register") as never;
    const text = speech.say([{ intent: "answer", slot: "", facts: [diet, budget, noise] }], sitting);
    expect((noise as { say: string[] }).say.some((line) => text.includes(line))).toBe(false);
  });

  it("says a scripted line, then the fact it leads up to, with what is reacted to before", () => {
    const { speech, sitting, diet } = speakerOf(hanne, "3");
    const script = { lines: ["Before you count the plates,"], fact: diet, kind: null };
    expect(speech.line([{ intent: "thank" }], script, sitting)).toMatch(
      /[.!] Before you count the plates, (?:\p{Ll}|I\b)/u,
    );
  });

  it("keeps the name of an item, and puts no name where it was just said", () => {
    const named = Array.from({ length: 40 }, (_, seed) => {
      const { speech, sitting, item } = speakerOf(hanne, `${seed}`);
      return speech.say([{ intent: "request", item, request: "address" }], sitting);
    });
    expect(named.some((text) => text.includes("Osteria Melro"))).toBe(true);
    expect(named.some((text) => /\bit\b/.test(text))).toBe(true);
    expect(named.filter((text) => text.includes("{") || text.includes("osteria"))).toEqual([]);
  });

  it("stays within the person's length as far as there are wordings for it", () => {
    const lengths = (persona: string) =>
      Array.from({ length: 40 }, (_, seed) => {
        const { speech, sitting } = speakerOf(persona, `${seed}`);
        return wordsOf(speech.say([{ intent: "bye" }], sitting)).length;
      });
    expect(Math.max(...lengths("dev-raman"))).toBeLessThanOrEqual(
      castOf(WORLD, "dev-raman", "dinner-lisbon").persona.style.words_per_turn[1],
    );
  });
});

describe("two people with one plan", () => {
  it("are told apart: no wording of one band stands in another", () => {
    const turns = (persona: string) =>
      new Set(
        Array.from({ length: 40 }, (_, seed) => {
          const speaker = speakerOf(persona, `${seed}`);
          return speaker.speech.say([{ intent: "decline", kept: false }], speaker.sitting);
        }),
      );
    const [casual, neutral, formal] = Object.values(SPEAKERS).map(turns) as [Set<string>, Set<string>, Set<string>];
    expect([...casual].filter((turn) => neutral.has(turn) || formal.has(turn))).toEqual([]);
    expect([...neutral].filter((turn) => formal.has(turn))).toEqual([]);
  });
});
