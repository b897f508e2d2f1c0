"""Writes scikit-learn's other measures of the margins in sklearn-margins.csv; fixtures.py calls it.

Each line begins with what it holds; a list of ten runs over the digits 0 to 9.
"""

import numpy as np
from scipy.special import expit
from scipy.stats import binomtest
from sklearn.calibration import _sigmoid_calibration, calibration_curve
from sklearn.dummy import DummyClassifier
from sklearn.metrics import (
    average_precision_score, brier_score_loss, confusion_matrix, precision_recall_curve,
    roc_auc_score, roc_curve)

from resources import FOLDER, row, write

TEN = range(10)


def line(name, values):
    """Every number to its last bit, as Java reads it."""
    return row(name, *(repr(float(v)).replace("inf", "Infinity") for v in np.atleast_1d(values)))


def curves(margins, labels):
    """Margins as they are, and rounded to whole numbers, so that many are equal."""
    for name, scores in ("", margins), (" rounded", margins.round()):
        yield line("auc" + name, [roc_auc_score(labels == d, scores[:, d]) for d in TEN])
        yield line("average precision" + name,
                   [average_precision_score(labels == d, scores[:, d]) for d in TEN])
        for digit in 5, 8:
            for part, values in zip(("fpr", "tpr", "thresholds"),
                                    roc_curve(labels == digit, scores[:, digit])):
                yield line(f"roc{name} {digit} {part}", values)
    for part, values in zip(("precision", "recall", "thresholds"),
                            precision_recall_curve(labels == 8, margins[:, 8].round())):
        yield line(f"precision-recall rounded 8 {part}", values)
    for wanted in 0.9, 0.97:
        found = []
        for digit in TEN:
            precision, recall, thresholds = precision_recall_curve(labels == digit, margins[:, digit])
            first = (precision >= wanted).argmax()
            found.append((thresholds[first], precision[first], recall[first]))
        for part, values in zip(("threshold", "precision", "recall"), zip(*found)):
            yield line(f"{part} for precision {wanted}", values)


def shares(margins, labels):
    predicted = margins.argmax(axis=1)
    for normalize in "true", "pred":
        for digit, shares in enumerate(confusion_matrix(labels, predicted, normalize=normalize)):
            yield line(f"confusion {normalize} {digit}", shares)
    wrong = predicted != labels
    errors = confusion_matrix(labels, predicted, sample_weight=wrong, normalize="true")
    for digit, shares in enumerate(errors):
        yield line(f"confusion errors {digit}", shares)
    halves = labels[:500], labels[500:]
    blank = np.zeros((500, 1))
    yield line("baseline", DummyClassifier(strategy="most_frequent")
               .fit(blank, halves[0]).score(blank, halves[1]))
    yield line("always no", [DummyClassifier(strategy="constant", constant=False)
                             .fit(blank, halves[0] == d).score(blank, halves[1] == d) for d in TEN])


def platt(scores, truth):
    """The minimum of Platt's loss, by Newton's steps until they vanish: a and b of the sigmoid."""
    positive, negative = truth.sum(), (~truth).sum()
    target = np.where(truth, (positive + 1) / (positive + 2), 1 / (negative + 2))
    x = np.column_stack([scores, np.ones_like(scores)])
    ab = np.array([0.0, np.log((negative + 1) / (positive + 1))])

    def loss(ab):
        z = x @ ab
        return (np.logaddexp(0, z) - (1 - target) * z).sum()

    for _ in range(100):
        p = expit(-(x @ ab))
        gradient = x.T @ (target - p)
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x, gradient)
        size = 1.0
        while loss(ab - size * step) > loss(ab) + 1e-9:
            size /= 2
        ab = ab - size * step
    assert np.abs(gradient).max() < 1e-8
    return ab


def calibration(margins, labels):
    """Fitted on the first 500 digits, applied to the last 500."""
    fitted, applied = margins[:500], margins[500:]
    held = labels[500:]
    sigmoids, peers, briers = [], [], {"as it is": [], "platt": []}
    for digit in TEN:
        truth = labels[:500] == digit
        a, b = platt(fitted[:, digit], truth)
        sigmoids.append((a, b))
        peers.append(_sigmoid_calibration(fitted[:, digit], truth.astype(float)))
        probabilities = {"as it is": expit(applied[:, digit]),
                         "platt": expit(-(a * applied[:, digit] + b))}
        for name, values in probabilities.items():
            briers[name].append(brier_score_loss(held == digit, values))
        if digit == 8:
            for name, values in probabilities.items():
                true, predicted = calibration_curve(held == digit, values, n_bins=10)
                yield line(f"reliability true {name}", true)
                yield line(f"reliability predicted {name}", predicted)
                counts = np.bincount(np.searchsorted(np.linspace(0, 1, 11)[1:-1], values))
                yield line(f"reliability count {name}", counts[counts > 0])
    for name, pairs in ("platt", sigmoids), ("platt by scikit-learn", peers):
        yield line(f"{name} a", [a for a, _ in pairs])
        yield line(f"{name} b", [b for _, b in pairs])
    for name, values in briers.items():
        yield line(f"brier {name}", values)


def coverage(margins, labels):
    """Answers only where the two largest margins are far enough apart, or where one says yes."""
    right = margins.argmax(axis=1) == labels
    ascending = np.sort(margins, axis=1)
    gap = ascending[:, -1] - ascending[:, -2]
    yes = (margins > 0).sum(axis=1)
    gaps = np.array([0, 0.5, 1, 2, 4, 8])
    rules = [gap >= least for least in gaps]
    yield line("gap", gaps)
    yield line("gap answered", [rule.sum() for rule in rules])
    yield line("gap accuracy", [right[rule].mean() for rule in rules])
    yield line("exactly one yes", [(yes == 1).sum(), right[yes == 1].mean()])
    doubts = [yes == 0, yes > 1, (yes == 1) & (gap < 2), (yes == 1) & (gap >= 2)]
    yield line("doubts", [doubt.sum() for doubt in doubts])
    yield line("doubts wrong", [(~right[doubt]).sum() for doubt in doubts])


def mcnemar(margins, labels):
    """The margins as they are against those where the classifier for 8 is surer by 3."""
    shifted = margins.copy()
    shifted[:, 8] += 3
    first, second = margins.argmax(axis=1) == labels, shifted.argmax(axis=1) == labels
    pairs = [((first & ~second).sum(), (~first & second).sum()),
             (0, 1), (5, 5), (3, 12), (40, 20), (130, 170), (700, 1000), (1000, 1100)]
    for b, c in pairs:
        yield line("mcnemar", [b, c, binomtest(int(min(b, c)), int(b + c), 0.5).pvalue])


def main():
    path = FOLDER / "evaluate" / "sklearn-margins.csv"
    table = np.loadtxt(path, delimiter=",", comments="#", skiprows=2)
    labels, margins = table[:, 0].astype(int), table[:, 1:]
    for part in curves, shares, calibration, coverage, mcnemar:
        about = part.__doc__.split(".")[0] if part.__doc__ else "shares of the confusion matrix, and baselines"
        write(f"evaluate/sklearn-{part.__name__}.csv",
              f"of sklearn-margins.csv. {about}", part(margins, labels))


if __name__ == "__main__":
    main()
