"""Reference values: reads JSON lines {"of": …, "input": {…}} on stdin and prints a JSON list of numbers for each.

null stands for a value that the reference calls undefined (NaN). With --check it prints the packages and ends.
"""

import json
import math
import sys
import warnings

import numpy
import rouge_score
import sacrebleu
import scipy
import sklearn
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, interval_distance
from nltk.stem.porter import PorterStemmer
from rouge_score.rouge_scorer import RougeScorer
from sacrebleu.metrics import BLEU, CHRF
from scipy import stats
from scipy.spatial.distance import jensenshannon
from sklearn import metrics

KINDS = ["rouge1", "rouge2", "rougeL", "rougeLsum"]
SCORERS = {stem: RougeScorer(KINDS, use_stemmer=stem) for stem in (False, True)}
STEMMER = PorterStemmer()


def rouge(reference, prediction, stem):
    scores = SCORERS[stem].score(reference, prediction)
    return [part for kind in KINDS for part in scores[kind]]


def porter(words):
    """1 for each word whose stem is the one given."""
    return [int(STEMMER.stem(word) == stem) for word, stem in words]


def sentence_bleu(prediction, references, tokenize):
    score = BLEU(effective_order=True, tokenize=tokenize).sentence_score(prediction, references)
    return [score.score, *score.precisions]


def corpus_bleu(predictions, references):
    score = BLEU().corpus_score(predictions, [list(column) for column in zip(*references)])
    return [score.score, *score.precisions]


def chrf(predictions, references, words, lowercase, epsilon):
    metric = CHRF(word_order=words, lowercase=lowercase, eps_smoothing=epsilon)
    return [metric.corpus_score(predictions, [list(column) for column in zip(*references)]).score]


def kappa(first, second):
    scale = [1, 2, 3, 4, 5]
    return [metrics.cohen_kappa_score(first, second, labels=scale, weights=w) for w in (None, "linear", "quadratic")]


def alpha(ratings):
    """Undefined where all ratings that count are one: nltk calls that 1."""
    counted = {rating for unit in ratings for rating in unit if sum(one is not None for one in unit) > 1} - {None}
    if len(counted) < 2:
        return [math.nan, math.nan]
    data = [
        (f"rater {rater}", f"thing {thing}", rating)
        for thing, unit in enumerate(ratings)
        for rater, rating in enumerate(unit)
        if rating is not None
    ]
    return [AnnotationTask(data, distance).alpha() for distance in (binary_distance, interval_distance)]


def labels(actual, predicted):
    f1 = metrics.f1_score(actual, predicted, average="macro", zero_division=0)
    return [metrics.accuracy_score(actual, predicted), f1]


def numbers(actual, predicted):
    return [metrics.mean_absolute_error(actual, predicted), metrics.root_mean_squared_error(actual, predicted)]


def ndcg(grades, k):
    places = [list(range(len(grades), 0, -1))]
    exponential = [[2**grade - 1 for grade in grades]]
    return [metrics.ndcg_score([grades], places, k=k), metrics.ndcg_score(exponential, places, k=k)]


def brier(confidences, came):
    return [metrics.brier_score_loss(came, confidences, pos_label=1)]


def divergence(first, second):
    words = sorted({*first, *second})
    shares = [[text.count(word) for word in words] for text in (first, second)]
    return [jensenshannon(*shares, base=2) ** 2]


def vendi(points):
    """The definition of vendi_score, by numpy's eigenvalues."""
    apart = numpy.abs(numpy.subtract.outer(points, points))
    shares = numpy.linalg.eigvalsh(numpy.exp(-apart) / len(points))
    shares = shares[shares > 0]
    return [math.exp(-sum(shares * numpy.log(shares))), 1 / sum(shares**2), 1 / max(shares)]


def diversity(words, draws):
    counts = [words.count(word) for word in set(words)]
    return [sum(1 - stats.hypergeom.pmf(0, len(words), count, draws) for count in counts) / draws]


def wilson(successes, n, confidence):
    return list(stats.binomtest(successes, n).proportion_ci(confidence, method="wilson"))


def mcnemar(first, second):
    return [stats.binomtest(first, first + second, 0.5).pvalue]


def sign_flip(differences):
    test = stats.permutation_test(
        (differences,), numpy.sum, permutation_type="samples", vectorized=True, n_resamples=numpy.inf
    )
    return [test.pvalue]


def tau(first, second):
    return [stats.kendalltau(first, second).statistic]


def percentile(values, share):
    return [numpy.percentile(values, 100 * share)]


def quantile(share):
    return [stats.norm.ppf(share)]


def binomial(n, chance):
    return list(stats.binom.cdf(range(n + 1), n, chance))


def power(persons, effect):
    freedom, shift = persons - 1, effect * math.sqrt(persons)
    critical = stats.t.ppf(0.975, freedom)
    other_side = stats.nct.cdf(-critical, freedom, shift)  # NaN where it is too small for scipy
    return [stats.nct.sf(critical, freedom, shift) + numpy.nan_to_num(other_side)]


def at_least_once(tried, k):
    """pass^k and pass@k by counting, as the papers write them."""
    every = [math.comb(c, k) / math.comb(n, k) for n, c in tried]
    some = [1 - math.comb(n - c, k) / math.comb(n, k) for n, c in tried]
    return [numpy.mean(every), numpy.mean(some)]


def printable(value):
    return None if math.isnan(value) else float(value)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    if "--check" in sys.argv:
        print(sacrebleu.__version__, scipy.__version__, sklearn.__version__, rouge_score.__name__)
        sys.exit()
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps([printable(value) for value in globals()[asked["of"]](**asked["input"])]))
