import { describe, expect, it } from "vitest";
import { type ScoredCase, scoredCases } from "./case.js";
import { scoreOf } from "./played.js";

const cases = scoredCases();
const of = (kind: ScoredCase["kind"]) => cases.filter((one) => one.kind === kind);

describe("within the vocabulary", () => {
  it.each(of("vocabulary"))("$scorer: $name", async (one) => {
    const { value, n, reason, evidence } = await scoreOf(one);
    const found = { value, ...(one.expect.n === undefined ? {} : { n }) };
    expect(found, reason ?? JSON.stringify(evidence)).toEqual(one.expect);
  });
});

describe("what a scorer of words cannot tell: if one of these passes, it is a limit no more", () => {
  it.each(of("limit"))("$scorer: $name", async (one) => {
    expect((await scoreOf(one)).value).not.toEqual(one.expect.value);
  });
});

/** Scorers of misuse that look for words: what they do not see they must not accuse anyone of. */
const ACCUSING = ["misuse.irrelevant", "misuse.stale", "misuse.contradiction", "misuse.invented", "misuse.leak"];

describe("paraphrases outside the vocabulary", () => {
  it.each(of("held-out").filter(({ scorer, expect: { value } }) => ACCUSING.includes(scorer) && value === 0))(
    "raise no false alarm: $scorer: $name",
    async (one) => {
      expect((await scoreOf(one)).value ?? 0).toBe(0);
    },
  );

  it("are seen in part; docs/scorers.md says how often", async () => {
    const seen = new Map<string, [number, number]>();
    for (const one of of("held-out").filter(({ expect: { value } }) => value === 1)) {
      const [hits, all] = seen.get(one.scorer) ?? [0, 0];
      seen.set(one.scorer, [hits + ((await scoreOf(one)).value === 1 ? 1 : 0), all + 1]);
    }
    const rows = [...seen].map(([scorer, [hits, all]]) => `| ${scorer} | ${hits} of ${all} |`);
    expect(`${rows.sort().join("\n")}\n`).toMatchInlineSnapshot(`
      "| memory.abstained | 5 of 7 |
      | memory.recalled | 3 of 8 |
      | misuse.contradiction | 0 of 6 |
      | misuse.invented | 1 of 6 |
      | misuse.irrelevant | 0 of 7 |
      | misuse.leak | 1 of 6 |
      | misuse.stale | 2 of 7 |
      | use.mentioned | 0 of 10 |
      | use.mentioned.implied | 0 of 1 |
      | use.mentioned.material | 0 of 1 |
      | use.mentioned.past | 0 of 1 |
      | use.mentioned.session | 0 of 1 |
      "
    `);
  });
});
