import { describe, expect, it } from "vitest";
import { DEFECTS, HARMLESS } from "../../src/mutations/registry.js";
import { trial as trialSchema } from "../../src/schema/trial.js";
import { contextOf, pairsOf, TRIALS, textAt } from "./corpus.js";

const TURN = ["text", "choice", "choice_by", "asked", "used"];
const PROBE = ["chosen", "attributes", "utility", "admissible"];

/** Where two values differ: the paths down to the first thing that is no record or list. */
function differences(one: unknown, other: unknown, at = ""): string[] {
  if (Object.is(one, other)) return [];
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return [at];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${at}/${key}`),
  );
}

describe.each([...DEFECTS, ...HARMLESS].map((operator) => [operator.kind, operator] as const))(
  "%s",
  (kind, operator) => {
    const before = JSON.stringify(TRIALS);
    const pairs = pairsOf(operator);

    it("can be planted, and says what it did", () => {
      expect(pairs.length).toBeGreaterThan(2);
      for (const { mutant } of pairs) {
        const wording = operator.wordings.find(({ id }) => id === mutant.wording);
        expect(mutant.kind).toBe(kind);
        expect(mutant.held).toBe(wording?.held);
      }
      const wordings = new Set(pairs.map(({ mutant }) => mutant.wording));
      expect(wordings.size).toBeGreaterThan(1);
    });

    it("leaves a trial that the schema accepts", () => {
      for (const { mutant } of pairs) expect(trialSchema.parse(mutant.trial)).toEqual(mutant.trial);
    });

    it("changes the reply, what the person heard of it and what came out, and nothing else", () => {
      expect(JSON.stringify(TRIALS)).toBe(before);
      for (const { before: trial, mutant, was } of pairs) {
        const session = trial.sessions.findIndex(({ id }) => id === was.session);
        const turns = trial.sessions[session]?.turns ?? [];
        const place = turns.findIndex(({ index }) => index === mutant.turn);
        const next = turns.findIndex(({ index, speaker }) => index > mutant.turn && speaker === "user");
        const allowed = [
          ...TURN.map((field) => `/sessions/${session}/turns/${place}/${field}`),
          ...(next < 0 ? [] : [`/sessions/${session}/turns/${next}/heard`]),
          ...PROBE.map((field) => `/probes/${trial.probes.indexOf(was)}/${field}`),
        ];
        const strays = differences(trial, mutant.trial).filter(
          (path) => !allowed.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
        );
        expect(strays).toEqual([]);
        expect(textAt(mutant.trial, mutant.turn)).not.toBe(textAt(trial, mutant.turn));
      }
    });

    it("leaves no gap in its words", () => {
      const texts = pairs.map(({ mutant }) => textAt(mutant.trial, mutant.turn).replace(/```[\s\S]*```/, ""));
      expect(texts.filter((text) => /[{}]|undefined|null|\s[,;:]|\.\.(?!\.)/.test(text))).toEqual([]);
    });

    it("does the same by the same seed, and something else by another", () => {
      expect(pairsOf(operator)).toEqual(pairs);
      const texts = (seed: number) => pairsOf(operator, seed).map(({ mutant }) => textAt(mutant.trial, mutant.turn));
      expect(texts(2)).not.toEqual(texts(1));
    });

    it("gives null where nothing was asked, and where the trial broke off", () => {
      const [trial] = TRIALS;
      if (!trial) throw new Error("the corpus is empty");
      expect(operator.plant({ ...trial, probes: [] }, contextOf(trial, kind))).toBeNull();
      expect(operator.plant({ ...trial, outcome: "infrastructure_error" }, contextOf(trial, kind))).toBeNull();
    });
  },
);
