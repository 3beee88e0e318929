import { describe, expect, it } from "vitest";
import { egises } from "../../src/metrics/diagnostics/egises.js";
import { perseval } from "../../src/metrics/diagnostics/perseval.js";
import { corpusBleu, sentenceBleu } from "../../src/metrics/text/bleu.js";
import { tokenize13a } from "../../src/metrics/text/bleuTokens.js";
import { sentenceChrf } from "../../src/metrics/text/chrf.js";
import { vendiScore } from "../../src/metrics/text/vendi.js";

describe("BLEU", () => {
  it("of a corpus is not the mean of its sentences", () => {
    const segments = [
      { prediction: "a b c d e", references: ["a b c d e"] },
      { prediction: "a b x y z", references: ["a b c d e"] },
    ];
    const mean = segments.map((one) => sentenceBleu(one.prediction, one.references)?.score ?? 0);
    expect(corpusBleu(segments)?.score).not.toBeCloseTo(((mean[0] ?? 0) + (mean[1] ?? 0)) / 2, 0);
  });

  it("of three words that match is 100 with the effective order, 0 without", () => {
    expect(sentenceBleu("a b c", ["a b c"])?.score).toBeCloseTo(100, 9);
    expect(corpusBleu([{ prediction: "a b c", references: ["a b c"] }])?.score).toBe(0);
  });

  it("takes the nearest reference for its length, the shorter of two as near", () => {
    expect(sentenceBleu("a b c", ["a b c d", "a b"])?.referenceLength).toBe(2);
  });

  it("splits what mteval-v13a splits", () => {
    expect(tokenize13a("He said &quot;3,500-4,000 gluten-free&quot;, didn't he?")).toEqual([
      "He",
      "said",
      '"',
      "3,500",
      "-",
      "4,000",
      "gluten-free",
      '"',
      ",",
      "didn't",
      "he",
      "?",
    ]);
  });
});

describe("chrF", () => {
  it("takes the reference that fits best", () => {
    expect(sentenceChrf("abc", ["xyz", "abc"])).toBe(100);
    expect(sentenceChrf("abc", [])).toBeNull();
  });

  it("counts characters, not halves of them", () => {
    expect(sentenceChrf("😀", ["😁"])).toBe(0);
  });
});

describe("the Vendi score", () => {
  it("refuses what is not a symmetric square", () => {
    expect(() => vendiScore([[1, 0]])).toThrow("row 0 has 2 of 1 values");
    expect(() =>
      vendiScore([
        [1, 0.5],
        [0.4, 1],
      ]),
    ).toThrow("0 to 1 is not 1 to 0");
  });
});

describe("EGISES", () => {
  const wanted = ["museum walk budget train", "food walk luxury taxi", "museum food train"];
  const documentOf = (given: readonly string[]) => [
    {
      document: "city weekend plan museum food walk budget train",
      people: wanted.map((text, person) => ({ wanted: text, given: given[person] as string })),
    },
  ];
  const distance = (one: string, other: string) => {
    const [first, second] = [new Set(one.split(" ")), new Set(other.split(" "))];
    const common = [...first].filter((word) => second.has(word)).length;
    return 1 - common / (first.size + second.size - common);
  };
  const right = documentOf(wanted);
  const swapped = documentOf([wanted[1], wanted[2], wanted[0]] as string[]);
  const same = documentOf(wanted.map(() => "one text for all"));

  it("is 0 where everyone gets what they wanted, and near 1 where all get one text", () => {
    expect(egises(right, distance)).toBe(0);
    expect(egises(same, distance)).toBeGreaterThan(0.99);
  });

  it("hardly minds the right texts for the wrong people, as PerSEval does", () => {
    expect(egises(swapped, distance)).toBeLessThan(0.5);
    expect(perseval(swapped, distance)).toBeLessThan((perseval(right, distance) as number) / 2);
  });
});
