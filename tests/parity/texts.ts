import type { Draws } from "../../src/core/draws.js";
import { porterStem } from "../../src/core/porter.js";
import { corpusBleu, sentenceBleu } from "../../src/metrics/text/bleu.js";
import { tokenize13a, tokenizeInternational } from "../../src/metrics/text/bleuTokens.js";
import { corpusChrf } from "../../src/metrics/text/chrf.js";
import { hdD } from "../../src/metrics/text/hdD.js";
import { jensenShannon } from "../../src/metrics/text/jensenShannon.js";
import { rougeL, rougeN } from "../../src/metrics/text/rouge.js";
import { rougeLsum } from "../../src/metrics/text/rougeLsum.js";
import { vendiScore } from "../../src/metrics/text/vendi.js";
import { compared, type Drawn, type Parity } from "./comparison.js";
import { listOf, rewritten, textOf, whole, wordOf } from "./inputs.js";

const word = (draws: Draws) => draws.pick("word", ["a", "b", "c", "d", "e", "f"]);
const TOKENIZERS = { "13a": tokenize13a, intl: tokenizeInternational };

const rouge: Drawn = (draws) => {
  const reference = textOf(draws);
  const input = { reference, prediction: rewritten(draws, reference), stem: draws.chance("stem", 0.5) };
  return compared("rouge", input, ({ prediction, stem }) =>
    [
      rougeN(reference, prediction, 1, { stem }),
      rougeN(reference, prediction, 2, { stem }),
      rougeL(reference, prediction, { stem }),
      rougeLsum(reference, prediction, { stem }),
    ].flatMap((found) => (found ? [found.precision, found.recall, found.f1] : [null, null, null])),
  );
};

const porter: Drawn = (draws) => {
  const words = listOf(draws, [5, 5], () => wordOf(draws)).map((one) => [one, porterStem(one)] as const);
  return compared("porter", { words }, () => words.map(() => 1));
};

const sentence: Drawn = (draws) => {
  const text = textOf(draws);
  const tokenize = draws.pick("tokenizer", ["13a", "intl"] as const);
  const input = { prediction: rewritten(draws, text), references: [text, rewritten(draws, text)], tokenize };
  return compared("sentence_bleu", input, ({ prediction, references }) => {
    const found = sentenceBleu(prediction, references, { tokenize: TOKENIZERS[tokenize] });
    return found ? [found.score, ...found.precisions] : Array.from({ length: 5 }, () => null);
  });
};

/** One to three texts, with as many rewritten ones and two references each. */
function corpusOf(draws: Draws) {
  const texts = listOf(draws, [1, 3], () => textOf(draws));
  return {
    predictions: texts.map((text) => rewritten(draws, text)),
    references: texts.map((text) => [text, rewritten(draws, text)]),
  };
}

const segments = ({ predictions, references }: ReturnType<typeof corpusOf>) =>
  predictions.map((prediction, place) => ({ prediction, references: references[place] as string[] }));

const corpus: Drawn = (draws) =>
  compared("corpus_bleu", corpusOf(draws), (input) => {
    const found = corpusBleu(segments(input));
    return found ? [found.score, ...found.precisions] : Array.from({ length: 5 }, () => null);
  });

const chrf: Drawn = (draws) => {
  const flags = {
    words: draws.pick("words", [0, 2]),
    lowercase: draws.chance("lower", 0.5),
    epsilon: draws.chance("epsilon", 0.3),
  };
  return compared("chrf", { ...corpusOf(draws), ...flags }, ({ words, lowercase, epsilon, ...input }) => [
    corpusChrf(segments(input), { wordOrder: words, lowercase, epsilonSmoothing: epsilon }),
  ]);
};

const divergence: Drawn = (draws) => {
  const texts = { first: listOf(draws, [1, 20], () => word(draws)), second: listOf(draws, [1, 20], () => word(draws)) };
  return compared("divergence", texts, ({ first, second }) => [jensenShannon(first, second)]);
};

const vendi: Drawn = (draws) => {
  const points = listOf(draws, [1, 12], () => (draws.chance("again", 0.2) ? 1 : draws.within("point", [0, 6])));
  const near = points.map((one) => points.map((other) => Math.exp(-Math.abs(one - other))));
  return compared("vendi", { points }, () => [1, 2, Number.POSITIVE_INFINITY].map((order) => vendiScore(near, order)));
};

const diversity: Drawn = (draws) => {
  const words = listOf(draws, [5, 60], () => word(draws));
  return compared("diversity", { words, draws: whole(draws, 1, 5) }, (input) => [hdD(words, input.draws)]);
};

/** All of texts and samples that has a reference implementation. */
export const TEXTS: readonly Parity[] = [
  ["ROUGE-1, -2, -L, -Lsum, stemmed and not", "rouge-score", rouge],
  ["Porter stems", "nltk", porter],
  ["BLEU of sentences", "sacrebleu", sentence],
  ["BLEU of corpora", "sacrebleu", corpus],
  ["chrF and chrF++", "sacrebleu", chrf],
  ["Jensen–Shannon divergence", "scipy", divergence],
  ["Vendi score", "numpy", vendi],
  ["HD-D", "scipy", diversity],
];
