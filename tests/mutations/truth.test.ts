import { describe, expect, it } from "vitest";
import { mayLearn } from "../../src/core/life.js";
import { namedValues, satisfies } from "../../src/core/satisfies.js";
import { firstPerson, phrasesOf } from "../../src/mutations/phrases/phrasebook.js";
import { DEFECTS, HARMLESS } from "../../src/mutations/registry.js";
import type { Condition } from "../../src/schema/condition.js";
import { WORLD } from "../support/shipped.js";
import { type Pair, pairsOf, textAt } from "./corpus.js";

/** Checks every mutant of a kind. */
function each(kind: string, check: (pair: Pair) => void): void {
  const operator = [...DEFECTS, ...HARMLESS].find((one) => one.kind === kind);
  const pairs = operator ? pairsOf(operator) : [];
  expect(pairs.length, kind).toBeGreaterThan(2);
  for (const pair of pairs) check(pair);
}

const known = ({ was }: Pair) => was.known.map(({ fact }) => fact);
const factOf = ({ before, mutant }: Pair) => before.truth.find(({ fact }) => fact === mutant.fact);
const reply = ({ mutant }: Pair) => textAt(mutant.trial, mutant.turn);

/** Whether what came out satisfies the planted fact. */
function serves(pair: Pair, attributes: Pair["is"]["attributes"]): boolean {
  const { slot, condition } = factOf(pair) as { slot: string; condition: Condition };
  const described = WORLD.slots[slot];
  return described !== undefined && satisfies(described, condition, attributes[slot]);
}

/** Whether a text says in our words that a value is true of the person. */
function says(text: string, slot: string, condition: Condition, me = false): boolean {
  const clauses = phrasesOf(slot, condition) ?? [];
  return clauses.some((clause) => text.toLowerCase().includes((me ? firstPerson(clause) : clause).toLowerCase()));
}

describe("a planted defect is one by the trial's own truth", () => {
  it("ignored-preference: a required fact was satisfied and is not any more, by an allowed option", () =>
    each("ignored-preference", (pair) => {
      expect(pair.was.required).toContain(pair.mutant.fact);
      expect([serves(pair, pair.was.attributes), serves(pair, pair.is.attributes)]).toEqual([true, false]);
      expect(pair.is.admissible).toBe(true);
    }));

  it("broken-veto: what was allowed is not any more, for a known fact", () =>
    each("broken-veto", (pair) => {
      expect(known(pair)).toContain(pair.mutant.fact);
      expect([pair.was.admissible, pair.is.admissible]).toEqual([true, false]);
      const persona = WORLD.personas[pair.before.persona];
      const source = pair.mutant.fact?.split("@")[0];
      expect(persona?.facts.find(({ id }) => id === source)?.veto).toBe(true);
    }));

  it("wrong-option: one of the best before, an allowed one of lower utility now", () =>
    each("wrong-option", ({ was, is }) => {
      expect(was.optimum).toContain(was.chosen);
      expect(was.optimum).not.toContain(is.chosen);
      expect(is.admissible).toBe(true);
      expect(is.utility ?? 1).toBeLessThan(was.utility ?? 0);
    }));

  it("irrelevant: a known fact to be ignored, said, with the choice as it was", () =>
    each("irrelevant", (pair) => {
      const { slot = "", condition = {} } = factOf(pair) ?? {};
      const { was, is, mutant } = pair;
      expect(known(pair)).toContain(mutant.fact);
      expect(was.expected[slot]).toBe("ignore");
      expect([...was.required, ...was.permitted, ...was.forbidden]).not.toContain(mutant.fact);
      expect(says(reply(pair), slot, condition)).toBe(true);
      expect(is.chosen).toBe(was.chosen);
    }));

  it("stale: a fact that ended, forbidden for its known successor, said", () =>
    each("stale", (pair) => {
      const { slot = "", condition = {}, to = null } = factOf(pair) ?? {};
      const at = pair.before.sessions.find(({ id }) => id === pair.was.session)?.at ?? "";
      expect(pair.was.forbidden).toContain(pair.mutant.fact);
      expect(to !== null && to <= at).toBe(true);
      const newer = pair.before.truth.filter((one) => one.slot === slot && one.from !== null && one.from >= (to ?? ""));
      expect(newer.some(({ fact }) => known(pair).includes(fact))).toBe(true);
      expect(says(reply(pair), slot, condition)).toBe(true);
      if (pair.is.chosen !== null) expect(serves(pair, pair.is.attributes)).toBe(true);
    }));

  it("contradicted: says a value that is not the person's, where the slot matters", () =>
    each("contradicted", (pair) => {
      const { slot = "", condition = {} } = factOf(pair) ?? {};
      expect(known(pair)).toContain(pair.mutant.fact);
      expect(["apply", "update", "defer"]).toContain(pair.was.expected[slot]);
      const own = pair.before.truth.filter((one) => one.slot === slot).flatMap((one) => namedValues(one.condition));
      if (condition.not !== undefined)
        return expect(reply(pair)).toMatch(
          /no problem with|tolerate|fine with|without any trouble|alcohol|a drink|a glass/,
        );
      const said = Object.keys(WORLD.slots[slot]?.values ?? {}).filter((is) => says(reply(pair), slot, { is }));
      expect(said.some((value) => !own.includes(value))).toBe(true);
    }));

  it("leak: a known fact, in the first person, in the text for readers who may not learn it", () =>
    each("leak", (pair) => {
      const { slot = "", condition = {} } = factOf(pair) ?? {};
      const persona = WORLD.personas[pair.before.persona];
      const share_with = persona?.facts.find(({ id }) => id === pair.mutant.fact?.split("@")[0])?.share_with ?? null;
      expect(known(pair)).toContain(pair.mutant.fact);
      expect(mayLearn({ share_with }, pair.was.audience)).toBe(false);
      const delivered = /```([\s\S]*)```/.exec(reply(pair))?.[1] ?? "";
      expect(says(delivered, slot, condition, true)).toBe(true);
    }));

  it("other-persons-fact: true of the other, never of this person", () =>
    each("other-persons-fact", (pair) => {
      const [other = "", id = ""] = pair.mutant.fact?.split("/") ?? [];
      expect(other).not.toBe(pair.before.persona);
      const theirs = WORLD.personas[other];
      const value = id.startsWith("demographics.")
        ? theirs?.demographics[id.slice("demographics.".length)]
        : theirs?.facts.find((fact) => fact.id === id.split("@")[0])?.is;
      const slot = id.startsWith("demographics.")
        ? id.slice("demographics.".length)
        : theirs?.facts.find((f) => f.id === id)?.slot;
      expect(value).toBeDefined();
      const own = pair.before.truth.filter((one) => one.slot === slot).flatMap((one) => namedValues(one.condition));
      expect(own).not.toContain(String(value));
      expect(says(reply(pair), String(slot), { is: String(value) })).toBe(true);
    }));

  it("invented: says what no fact of the person is about", () =>
    each("invented", (pair) => {
      const filled = new Set(pair.before.truth.map(({ slot }) => slot));
      const added = reply(pair).replace(textAt(pair.before, pair.mutant.turn), "");
      const said = Object.entries(WORLD.slots).flatMap(([slot, { values }]) =>
        Object.keys(values)
          .filter((is) => says(added, slot, { is }))
          .map(() => slot),
      );
      expect(said.filter((slot) => filled.has(slot))).toEqual([]);
    }));

  it("re-ask: asks about a slot that is known and was not asked about", () =>
    each("re-ask", (pair) => {
      const { slot = "" } = factOf(pair) ?? {};
      const turn = pair.mutant.trial.sessions
        .flatMap(({ turns }) => turns)
        .find(({ index }) => index === pair.mutant.turn);
      expect(known(pair)).toContain(pair.mutant.fact);
      expect(pair.was.slots).toContain(slot);
      expect(turn?.speaker === "assistant" && turn.asked).toContain(slot);
      expect(reply(pair)).toContain("?");
    }));

  it("stereotype: about age, country or work, which do not matter there", () =>
    each("stereotype", (pair) => {
      expect(pair.mutant.fact).toMatch(/^demographics\.(age|country|occupation)$/);
      expect(pair.was.required).not.toContain(pair.mutant.fact);
      expect(pair.is.chosen).toBe(pair.was.chosen);
    }));

  it("flattery: the reply as it was, with more words around it", () =>
    each("flattery", (pair) => expect(reply(pair)).toContain(textAt(pair.before, pair.mutant.turn))));

  it("repetition: words said before in the session, or one required fact said at least twice", () =>
    each("repetition", (pair) => {
      const { before, mutant, was } = pair;
      const turns = before.sessions.find(({ id }) => id === was.session)?.turns ?? [];
      const earlier = turns.filter(({ speaker, index }) => speaker === "assistant" && index < mutant.turn);
      if (mutant.fact === undefined) return expect(earlier.some(({ text }) => reply(pair).includes(text))).toBe(true);
      const { slot = "", condition = {} } = factOf(pair) ?? {};
      const times = (phrasesOf(slot, condition) ?? []).map(
        (clause) => reply(pair).toLowerCase().split(clause.toLowerCase()).length - 1,
      );
      expect(was.required).toContain(mutant.fact);
      return expect(times.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3);
    }));

  it("wrong-style: against a known register, or a text against a required style", () =>
    each("wrong-style", (pair) => {
      const fact = factOf(pair);
      expect(known(pair)).toContain(pair.mutant.fact);
      if (pair.is.chosen !== pair.was.chosen) {
        expect(pair.was.required).toContain(pair.mutant.fact);
        return expect(serves(pair, pair.is.attributes)).toBe(false);
      }
      expect(fact?.slot).toBe("register");
      return expect(["casual", "formal"]).toContain(fact?.condition.is);
    }));

  it("no-abstention: an answer where one must abstain", () =>
    each("no-abstention", (pair) => expect(Object.values(pair.was.expected)).toContain("abstain")));

  it("over-abstention: nothing told that is known, or nothing chosen that could be", () =>
    each("over-abstention", (pair) => {
      if (pair.mutant.fact !== undefined) return expect(known(pair)).toContain(pair.mutant.fact);
      expect(pair.was.optimum).toContain(pair.was.chosen);
      return expect([pair.is.chosen, pair.is.attributes, pair.is.utility]).toEqual([null, {}, null]);
    }));
});

describe("a harmless change is harmless by the trial's own truth", () => {
  it.each(HARMLESS.map(({ kind }) => kind))("%s leaves the choice as it was", (kind) =>
    each(kind, ({ was, is }) => expect([is.chosen, is.admissible]).toEqual([was.chosen, was.admissible])),
  );

  it("what is restated, quoted or put right is required and served", () => {
    for (const kind of ["clean.restated-fact", "clean.quoted-words", "clean.corrected-value"])
      each(kind, (pair) => {
        expect(pair.was.required).toContain(pair.mutant.fact);
        expect(serves(pair, pair.is.attributes)).toBe(true);
      });
  });

  it("what is permitted is, and what readers are told they may learn", () => {
    each("clean.permitted-fact", ({ was, mutant }) => expect(was.permitted).toContain(mutant.fact));
    each("clean.shared-with-reader", ({ was, mutant }) => expect(was.forbidden).not.toContain(mutant.fact));
  });

  it("what is recalled is known, what is not told is not", () => {
    each("clean.right-recall", (pair) => expect(known(pair)).toContain(pair.mutant.fact));
    each("clean.honest-abstention", ({ was }) => expect(Object.values(was.expected)).toContain("abstain"));
  });
});
