import { describe } from "vitest";
import { egises } from "../../src/metrics/diagnostics/egises.js";
import { perseval } from "../../src/metrics/diagnostics/perseval.js";
import type { PersonalizedDocument } from "../../src/metrics/diagnostics/personalized.js";
import { responsiveness } from "../../src/metrics/diagnostics/responsiveness.js";
import { accuracy } from "../../src/metrics/task/accuracy.js";
import { brierScore } from "../../src/metrics/task/brier.js";
import { expectedCalibrationError } from "../../src/metrics/task/expectedCalibrationError.js";
import { hitRateAtK } from "../../src/metrics/task/hitRateAtK.js";
import { macroF1 } from "../../src/metrics/task/macroF1.js";
import { meanAbsoluteError } from "../../src/metrics/task/meanAbsoluteError.js";
import { meanReciprocalRank } from "../../src/metrics/task/meanReciprocalRank.js";
import { dcg, ndcg } from "../../src/metrics/task/ndcg.js";
import { precisionAtK } from "../../src/metrics/task/precisionAtK.js";
import { recallAtK } from "../../src/metrics/task/recallAtK.js";
import { rootMeanSquareError } from "../../src/metrics/task/rootMeanSquareError.js";
import { brevityPenalty, corpusBleu, type Segment, sentenceBleu } from "../../src/metrics/text/bleu.js";
import { tokenizeInternational } from "../../src/metrics/text/bleuTokens.js";
import { corpusChrf, corpusChrfPlusPlus, sentenceChrf } from "../../src/metrics/text/chrf.js";
import { distinctN } from "../../src/metrics/text/distinct.js";
import { hdD } from "../../src/metrics/text/hdD.js";
import { jensenShannon } from "../../src/metrics/text/jensenShannon.js";
import { lexicalWords } from "../../src/metrics/text/lexicalWords.js";
import { mattr } from "../../src/metrics/text/mattr.js";
import { mtld } from "../../src/metrics/text/mtld.js";
import { rougeL, rougeN } from "../../src/metrics/text/rouge.js";
import { rougeLsum } from "../../src/metrics/text/rougeLsum.js";
import { typeTokenRatio } from "../../src/metrics/text/typeTokenRatio.js";
import { vendiScore } from "../../src/metrics/text/vendi.js";
import { wordSetF1 } from "../../src/metrics/text/wordSetF1.js";
import { type Golden, itHasTheGoldenValues } from "../support/golden.js";

const PREDICTED = "since you avoid gluten, try a gluten-free trattoria near the river.";
const REFERENCE = "because you avoid gluten, consider a gluten-free trattoria by the river.";
const words = (text: string) => text.split(" ");

describe("ROUGE", () => {
  const source = "google-research, rouge_scorer_test.py";
  const target = "testing one two";
  const lines = ["w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5"] as const;
  itHasTheGoldenValues([
    ["R1 precision", source, () => rougeN(target, "testing", 1)?.precision ?? null, 1],
    ["R1 recall", source, () => rougeN(target, "testing", 1)?.recall ?? null, 1 / 3],
    ["R1 F", source, () => rougeN(target, "testing", 1)?.f1 ?? null, 1 / 2],
    ["R2 precision", source, () => rougeN(target, "testing one", 2)?.precision ?? null, 1],
    ["R2 recall", source, () => rougeN(target, "testing one", 2)?.recall ?? null, 1 / 2],
    ["R2 F", source, () => rougeN(target, "testing one", 2)?.f1 ?? null, 2 / 3],
    ["RL precision", source, () => rougeL(target, "testing one")?.precision ?? null, 1],
    ["RL recall", source, () => rougeL(target, "testing one")?.recall ?? null, 2 / 3],
    ["RL F", source, () => rougeL(target, "testing one")?.f1 ?? null, 4 / 5],
    ["RL F with a gap", source, () => rougeL(target, "testing two")?.f1 ?? null, 4 / 5],
    ["R1 of an empty prediction", source, () => rougeN(target, "", 1)?.precision ?? null, 0],
    ["RL of an empty prediction", source, () => rougeL(target, "")?.f1 ?? null, 0],
    ["RLsum of an empty prediction", source, () => rougeLsum(target, "")?.f1 ?? null, 0],
    ["RLsum recall", source, () => rougeLsum(...lines)?.recall ?? null, 0.8],
    ["RLsum precision", source, () => rougeLsum(...lines)?.precision ?? null, 0.4],
    ["RLsum F", source, () => rougeLsum(...lines)?.f1 ?? null, 0.5333, 4],
    ["R1 of the trattoria", "rouge_score 0.1.2", () => rougeN(REFERENCE, PREDICTED, 1)?.f1 ?? null, 0.75],
    ["RL of the trattoria", "rouge_score 0.1.2", () => rougeL(REFERENCE, PREDICTED)?.f1 ?? null, 0.75],
    ["R2 of the trattoria", "rouge_score 0.1.2", () => rougeN(REFERENCE, PREDICTED, 2)?.f1 ?? null, 6 / 11],
    ["R1 without a reference", "undefined", () => rougeN("", "testing", 1)?.f1 ?? null, null],
    ["R2 of one word", "undefined", () => rougeN("testing", "testing", 2)?.f1 ?? null, null],
    ["RLsum without a reference", "undefined", () => rougeLsum("\n", "testing")?.f1 ?? null, null],
  ]);
});

const DOGS: readonly Segment[] = [
  {
    prediction: "The dog bit the man.",
    references: ["The dog bit the man.", "The dog had bit the man."],
  },
  {
    prediction: "It wasn't surprising.",
    references: ["It was not unexpected.", "No one was surprised."],
  },
  {
    prediction: "The man had just bitten him.",
    references: ["The man bit him first.", "The man had bitten the dog."],
  },
];

describe("BLEU", () => {
  const source = "sacreBLEU 2.6.0, test_bleu.py";
  const orders = [77.65, 60.5, 53.93, 48.53, 46.14, 43.28];
  const pair = sentenceBleu(PREDICTED, [REFERENCE]);
  const sevenThe = sentenceBleu("the the the the the the the", ["the cat is on the mat", "there is a cat on the mat"]);
  itHasTheGoldenValues([
    ["of the dogs", source, () => corpusBleu(DOGS)?.score ?? null, 48.530827009929865],
    ["split on spaces", source, () => corpusBleu(DOGS, { tokenize: words })?.score ?? null, 49.1919566],
    ["international", source, () => corpusBleu(DOGS, { tokenize: tokenizeInternational })?.score ?? null, 43.91623493],
    ...orders.map((value, place): Golden => {
      const maxOrder = place + 1;
      return [`of runs up to ${maxOrder}`, source, () => corpusBleu(DOGS, { maxOrder })?.score ?? null, value, 2];
    }),
    ["of the trattoria", "sacreBLEU 2.6.0", () => pair?.score ?? null, 35.74046404361828],
    ...[10 / 13, 7 / 12, 4 / 11, 1 / 10].map((share, order): Golden => {
      return [
        `precision ${order + 1} of the trattoria`,
        "sacreBLEU 2.6.0",
        () => pair?.precisions[order] ?? null,
        100 * share,
      ];
    }),
    ["clipped precision", "Papineni et al. 2002, example 2", () => sevenThe?.precisions[0] ?? null, (100 * 2) / 7],
    ["brevity penalty", "nltk.translate.bleu_score", () => brevityPenalty(7, 8), 0.8669, 4],
    ["no word in common", "sacreBLEU 2.6.0", () => sentenceBleu("a b c d", ["e f g h"])?.score ?? null, 0],
    ["an empty prediction", "sacreBLEU 2.6.0", () => sentenceBleu("", ["a b"])?.score ?? null, 0],
    ["an empty reference", "undefined", () => sentenceBleu("a b", [""])?.score ?? null, null],
    ["no segments", "undefined", () => corpusBleu([])?.score ?? null, null],
  ]);
});

describe("chrF", () => {
  const source = "sacreBLEU 2.6.0, test_chrf.py";
  const cats: readonly Segment[] = [
    {
      prediction: "The relationship between cats and dogs is not exactly friendly.",
      references: ["The relationship between dogs and cats is not exactly friendly."],
    },
    {
      prediction: "a good bookshop is just a genteel black hole that knows how to read.",
      references: ["A good bookshop is just a genteel Black Hole that knows how to read."],
    },
  ];
  const older = { beta: 3, epsilonSmoothing: true };
  itHasTheGoldenValues([
    ["of the dogs", "sacreBLEU 2.6.0", () => corpusChrf(DOGS), 59.72751782684763],
    ["++ of the dogs", "sacreBLEU 2.6.0", () => corpusChrfPlusPlus(DOGS), 59.15310444399262],
    ["of the trattoria", "sacreBLEU 2.6.0", () => sentenceChrf(PREDICTED, [REFERENCE]), 68.07572256860442],
    [
      "++ of the trattoria",
      "sacreBLEU 2.6.0",
      () => sentenceChrf(PREDICTED, [REFERENCE], { wordOrder: 2 }),
      67.97877938050986,
    ],
    ["of the cats", "sacreBLEU 2.6.0", () => corpusChrf(cats), 84.64214891738334],
    ["++ of the cats", "sacreBLEU 2.6.0", () => corpusChrfPlusPlus(cats), 82.87263732906315],
    [
      "++ of the cats, lower case",
      "sacreBLEU 2.6.0",
      () => corpusChrfPlusPlus(cats, { lowercase: true }),
      92.12853119829202,
    ],
    ["aa, ab, smoothed", source, () => sentenceChrf("aa", ["ab"], older), 8.3333, 4],
    ["a, a, smoothed", source, () => sentenceChrf("a", ["a"], older), 16.6667, 4],
    ["a b c, abc, smoothed", source, () => sentenceChrf("a b c", ["abc"], older), 50, 4],
    ["a, a", source, () => sentenceChrf("a", ["a"], { beta: 3 }), 100],
    ["aa, ab", source, () => sentenceChrf("aa", ["ab"], { beta: 3 }), 25],
    ["a b c, abc", source, () => sentenceChrf("a b c", ["abc"], { beta: 3 }), 100],
    ["an empty prediction", source, () => sentenceChrf("", ["a"]), 0],
    ["an empty reference", "undefined", () => sentenceChrf("a", [""]), null],
    ["no segments", "undefined", () => corpusChrf([]), null],
  ]);
});

describe("diversity", () => {
  const cat = words("the cat sat on the mat the cat sat");
  const test = lexicalWords("TEST text with some text numbers 42, hyphen-here, and text punctuations.");
  const unique = words("a b c d e f g");
  const alternating = words("a b a b a b a b a b");
  const rich = "LexicalRichness 0.5.1, tests";
  const vendi = "vertaix/Vendi-Score";
  const points = [0, 0, 10, 10, 20, 20];
  const near = [
    [1, 0.9, 0],
    [0.9, 1, 0],
    [0, 0, 1],
  ];
  const square = (n: number, of: (one: number, other: number) => number) =>
    Array.from({ length: n }, (_, one) => Array.from({ length: n }, (_, other) => of(one, other)));
  itHasTheGoldenValues([
    ["distinct-1", "Li et al. 2016", () => distinctN([cat], 1), 5 / 9],
    ["distinct-2", "Li et al. 2016", () => distinctN([cat], 2), 6 / 8],
    ["distinct-2, two texts", "Li et al. 2016", () => distinctN([words("a b"), words("a b")], 2), 1 / 2],
    ["distinct-2 of one word", "undefined", () => distinctN([["a"]], 2), null],
    ["words", rich, () => test.length, 10],
    ["different words", rich, () => new Set(test).size, 8],
    ["TTR", rich, () => typeTokenRatio(test), 0.8],
    ["TTR of nothing", "undefined", () => typeTokenRatio([]), null],
    ["MTLD", rich, () => mtld(test), 14.000000000000004],
    ["MTLD without repetition", rich, () => mtld(unique), 7],
    ["MTLD of two words in turn", rich, () => mtld(alternating), 3.3333, 4],
    ["MTLD of nothing", "undefined", () => mtld([]), null],
    ["HD-D of 5", rich, () => hdD(test, 5), 0.8833333333333332],
    ["HD-D of too few", "undefined", () => hdD(test), null],
    ["MATTR of 5", rich, () => mattr(test, 5), 0.9],
    ["MATTR of too few", "undefined", () => mattr(test), null],
    ["JSD, half in common", "numpy", () => jensenShannon(words("a b c d"), words("a b e f")), 0.5],
    ["JSD, other frequencies", "numpy", () => jensenShannon(words("a a b"), words("a b b")), 0.081704],
    ["JSD, nothing in common", "numpy", () => jensenShannon(["a"], ["b"]), 1],
    ["JSD with nothing", "undefined", () => jensenShannon([], ["b"]), null],
    ["Vendi of two near and one far", vendi, () => vendiScore(near), 2.1573],
    ["Vendi of order 2", vendi, () => vendiScore(near, 2), 1.948052],
    ["Vendi of order ∞", vendi, () => vendiScore(near, Number.POSITIVE_INFINITY), 1.578947],
    [
      "Vendi of three pairs",
      vendi,
      () => vendiScore(square(6, (a, b) => Math.exp(-Math.abs((points[a] as number) - (points[b] as number))))),
      2.999999996,
      9,
    ],
    ["Vendi of four different", vendi, () => vendiScore(square(4, (a, b) => Number(a === b))), 4],
    ["Vendi of four alike", vendi, () => vendiScore(square(4, () => 1)), 1],
    ["Vendi of two half alike", vendi, () => vendiScore(square(2, (a, b) => (a === b ? 1 : 0.5))), 1.754765],
    ["Vendi of nothing", "undefined", () => vendiScore([]), null],
  ]);
});

describe("EGISES and PerSEval", () => {
  const source = "KDM-LAB/EGISES-EMNLP23, models.py";
  const toy: PersonalizedDocument = {
    document: " city weekend plan museum food walk budget train",
    people: [
      { wanted: "museum walk budget train", given: "museum walk budget" },
      { wanted: "food walk luxury taxi", given: "food luxury taxi" },
      { wanted: "museum food train", given: "museum food train walk" },
    ],
  };
  /** 1 - Jaccard on the words. */
  const distance = (one: string, other: string) => {
    const [first, second] = [new Set(one.trim().split(" ")), new Set(other.trim().split(" "))];
    const common = [...first].filter((word) => second.has(word)).length;
    return 1 - common / (first.size + second.size - common);
  };
  const formulas = "the formulas of both papers, computed apart";
  const given: Readonly<Record<string, number>> = {
    ...{ "u1 u2": 0.6, "u1 u3": 0.8, "u2 u3": 0.5, "s1 s2": 0.3, "s1 s3": 0.4, "s2 s3": 0.5 },
    ...{ "u1 d": 0.7, "u2 d": 0.8, "u3 d": 0.9, "s1 d": 0.6, "s2 d": 0.7, "s3 d": 0.8 },
    ...{ "s1 u1": 0.4, "s2 u2": 0.5, "s3 u3": 0.6 },
  };
  const looked = (one: string, other: string) => given[`${one} ${other}`] ?? given[`${other} ${one}`] ?? Number.NaN;
  const three = { document: "d", people: [1, 2, 3].map((who) => ({ wanted: `u${who}`, given: `s${who}` })) };
  const either = (one: string, other: string) => {
    const value = looked(one, other);
    return Number.isNaN(value) ? distance(one, other) : value;
  };
  const alone = [{ ...toy, people: toy.people.slice(0, 1) }];
  itHasTheGoldenValues([
    ["EGISES", source, () => egises([toy], distance), 0.105238],
    ["EGISES, simplified", source, () => egises([toy], distance, { simplified: true }), 0.047619],
    ["PerSEval", source, () => perseval([toy], distance), 0.893842],
    ["PerSEval, simplified", source, () => perseval([toy], distance, { simplified: true }), 0.951402],
    ...[0.50427, 0.61247, 0.59409].map((value, who): Golden => {
      return [
        `responsiveness to person ${who + 1}`,
        formulas,
        () => responsiveness(three, looked)[who] ?? null,
        value,
        5,
      ];
    }),
    ["EGISES of three people", formulas, () => egises([three], looked), 0.42972, 5],
    ["PerSEval of three people", formulas, () => perseval([three], looked), 0.23981, 5],
    ["EGISES of two documents", "the mean of both", () => egises([toy, three], either), (0.105238 + 0.42972) / 2, 5],
    ["EGISES of one person", "undefined", () => egises(alone, distance), null],
    ["PerSEval of one person", "undefined", () => perseval(alone, distance), null],
  ]);
});

describe("short answers", () => {
  const wanted = "green tea, sparkling water";
  const said = "green tea and matcha";
  itHasTheGoldenValues([
    ["precision", "PersonaBench", () => wordSetF1(wanted, said)?.precision ?? null, 0.5],
    ["recall", "PersonaBench", () => wordSetF1(wanted, said)?.recall ?? null, 0.5],
    ["F1", "PersonaBench", () => wordSetF1(wanted, said)?.f1 ?? null, 0.5],
    ["recall of the outdated", "PersonaBench", () => wordSetF1("matcha", said)?.recall ?? null, 1],
    ["nothing said", "definition", () => wordSetF1(wanted, "…")?.f1 ?? null, 0],
    ["nothing wanted", "undefined", () => wordSetF1("", said)?.f1 ?? null, null],
  ]);
});

describe("ranking", () => {
  const grades = [3, 2, 3, 0, 1, 2];
  const five = [5, 4, 3, 2];
  const exponential = { gain: "exponential" as const };
  const query = { ranked: ["a", "b", "c", "d"], relevant: new Set(["b", "d", "e"]) };
  const blank = { ranked: ["a"], relevant: new Set<string>() };
  const missed = { ranked: ["a"], relevant: new Set(["z"]) };
  itHasTheGoldenValues([
    ["DCG", "Wikipedia, Discounted cumulative gain", () => dcg(grades), 6.861127],
    ["nDCG, own ideal", "Wikipedia, Discounted cumulative gain", () => ndcg(grades), 0.960808],
    ["nDCG", "Wikipedia, Discounted cumulative gain", () => ndcg(grades, [3, 3, 3, 2, 2, 2]), 0.785002],
    ["nDCG, linear", "ranx's tests", () => ndcg([0, 5, 0, 4, 3], five), 0.610811],
    ["nDCG, exponential", "ranx's tests", () => ndcg([0, 5, 0, 4, 3], five, exponential), 0.634766],
    ["nDCG, linear, another run", "ranx's tests", () => ndcg([2, 3, 5, 4, 0], five), 0.820985],
    ["nDCG, exponential, another run", "ranx's tests", () => ndcg([2, 3, 5, 4, 0], five, exponential), 0.649122],
    ["nDCG discounts rank 2", "numpy; LongMemEval says .75", () => ndcg([0, 1, 0, 1]), 0.650921],
    ["nDCG@1", "definition", () => ndcg([2, 3], [3, 2], { k: 1 }), 2 / 3],
    ["nDCG of nothing relevant", "undefined", () => ndcg([0, 0]), null],
    ["Recall@2", "definition", () => recallAtK(query, 2), 1 / 3],
    ["Recall of nothing relevant", "undefined", () => recallAtK(blank, 2), null],
    ["Precision@4", "definition", () => precisionAtK(query, 4), 1 / 2],
    ["Precision@8, four ranked", "trec_eval, P_k", () => precisionAtK(query, 8), 1 / 4],
    ["Precision of nothing relevant", "undefined", () => precisionAtK(blank, 2), null],
    ["HitRate@2", "definition", () => hitRateAtK([query, missed, blank], 2), 1 / 2],
    ["HitRate@1", "definition", () => hitRateAtK([query, missed, blank], 1), 0],
    ["HitRate of nothing relevant", "undefined", () => hitRateAtK([blank], 1), null],
    ["MRR", "definition", () => meanReciprocalRank([query, missed, blank]), 1 / 4],
    ["MRR of nothing relevant", "undefined", () => meanReciprocalRank([blank]), null],
  ]);
});

describe("labels, numbers and probabilities", () => {
  const forecasts = [0.95, 0.85, 0.75, 0.65, 0.55].map((confidence, place) => ({
    confidence,
    came: [true, true, false, true, false][place] as boolean,
  }));
  const labels = [
    { actual: "a", predicted: "a" },
    { actual: "a", predicted: "b" },
    { actual: "b", predicted: "b" },
    { actual: "b", predicted: "c" },
  ];
  const numbers = [
    { actual: 1, predicted: 4 },
    { actual: 2, predicted: 1 },
  ];
  itHasTheGoldenValues([
    ["ECE", "numpy", () => expectedCalibrationError(forecasts), 0.37],
    ["ECE at 0", "definition", () => expectedCalibrationError([{ confidence: 0, came: true }]), 1],
    ["ECE of nothing", "undefined", () => expectedCalibrationError([]), null],
    ["Brier", "numpy", () => brierScore(forecasts), 0.2025],
    ["Brier of nothing", "undefined", () => brierScore([]), null],
    ["accuracy", "definition", () => accuracy(labels), 0.5],
    ["accuracy of nothing", "undefined", () => accuracy([]), null],
    ["macro-F1", "definition: (2/3 + 1/2 + 0) / 3", () => macroF1(labels), 7 / 18],
    ["macro-F1 of nothing", "undefined", () => macroF1([]), null],
    ["MAE", "definition", () => meanAbsoluteError(numbers), 2],
    ["MAE of nothing", "undefined", () => meanAbsoluteError([]), null],
    ["RMSE", "definition", () => rootMeanSquareError(numbers), Math.sqrt(5)],
    ["RMSE of nothing", "undefined", () => rootMeanSquareError([]), null],
  ]);
});
