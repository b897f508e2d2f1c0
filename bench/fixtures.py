"""Writes what scikit-learn says about ten logistic classifiers, for the library's tests to agree with.

Run it with `.venv-today/bin/python fixtures.py` here, which `./lab bench original-today` makes, and
only when what it writes has to change. Each classifier minimises

    sum over digits of log(1 + exp(-y (w.x + b)))  +  penalty / 2 * |w|^2      (y = +1 or -1)

on the first 5,000 training digits, pixels divided by 255. The intercept b carries no penalty.
"""

import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, confusion_matrix, precision_recall_fscore_support
from sklearn.model_selection import StratifiedKFold

import learners
import measures
import mnist
from resources import numbers, row, write

LARGEST_GRADIENT = 1e-6  # at the start, w = 0, it is some 1e4


def fit(x, truth, penalty):
    """The classifier, its loss and the length of the loss's gradient, which a minimum has at 0."""
    classifier = LogisticRegression(
        C=1 / penalty, solver="newton-cholesky", tol=1e-14, max_iter=1000
    ).fit(x, truth)
    w, margins = classifier.coef_[0], classifier.decision_function(x)
    signed = np.where(truth, -margins, margins)
    loss = np.logaddexp(0, signed).sum() + penalty / 2 * (w @ w)
    error = np.where(truth, -1.0, 1.0) * np.exp(-np.logaddexp(0, -signed))
    gradient = np.append(x.T @ error + penalty * w, error.sum())
    return classifier, loss, np.linalg.norm(gradient)


def ten_classifiers(x, labels, penalty):
    """Ten classifiers with their losses; stops if one is not at its minimum."""
    ten = []
    for digit in range(10):
        classifier, loss, gradient = fit(x, labels == digit, penalty)
        print(f"penalty {penalty:g}, digit {digit}: loss {loss:.6f}, gradient {gradient:.1e}, "
              f"{classifier.n_iter_[0]} iterations")
        if gradient > LARGEST_GRADIENT:
            sys.exit(f"the gradient must be below {LARGEST_GRADIENT:g} for a fixture")
        ten.append((classifier, loss))
    return ten


def evaluation(margins, labels):
    """One line a measure, its name first; a list of ten runs over the digits 0 to 9."""
    predicted, yes = margins.argmax(axis=1), margins > 0
    first = np.where(yes.any(axis=1), yes.argmax(axis=1), -1)
    precision, recall, f1, _ = precision_recall_fscore_support(labels, predicted)
    yield row("accuracy", format(accuracy_score(labels, predicted), ".10f"))
    yield row("precision", *numbers(precision, ".10f"))
    yield row("recall", *numbers(recall, ".10f"))
    yield row("f1", *numbers(f1, ".10f"))
    for digit, counts in enumerate(confusion_matrix(labels, predicted)):
        yield row(f"confusion {digit}", *counts)
    yield row("first yes accuracy", format(accuracy_score(labels, first), ".10f"))
    yield row("nobody says yes", (yes.sum(axis=1) == 0).sum())
    yield row("several say yes", (yes.sum(axis=1) > 1).sum())


def out_of_fold(x, labels, penalty):
    """Each digit judged by the ten classifiers that were fitted without its fold."""
    fold, margins = np.zeros(len(labels), int), np.zeros((len(labels), 10))
    for number, (fitted, held) in enumerate(StratifiedKFold(3).split(x, labels)):
        ten = ten_classifiers(x[fitted], labels[fitted], penalty)
        fold[held] = number
        margins[held] = np.column_stack([c.decision_function(x[held]) for c, _ in ten])
    yield row("label", "fold", *(f"margin of {digit}" for digit in range(10)))
    for label, number, ten_margins in zip(labels, fold, margins):
        yield row(label, number, *numbers(ten_margins, ".4f"))


def main():
    where = mnist.folder(sys.argv[1:])
    pixels, labels = (part[:5000] for part in mnist.load(where, "train"))
    test_pixels, test_labels = (part[:1000] for part in mnist.load(where, "t10k"))
    x, test = pixels / 255.0, test_pixels / 255.0

    rows = [row("penalty", "digit", "intercept", "loss", *(f"margin {i}" for i in range(100)))]
    for penalty in (1.0, 10.0):
        ten = ten_classifiers(x, labels, penalty)
        margins = np.column_stack([classifier.decision_function(test) for classifier, _ in ten])
        for digit, (classifier, loss) in enumerate(ten):
            rows.append(row(penalty, digit, *numbers([classifier.intercept_[0], loss], ".8f"),
                            *numbers(margins[:100, digit], ".8f")))
    write("learn/sklearn-logistic.csv",
          "L2 logistic regression on the first 5,000 training digits, pixels divided by 255; "
          "margins of the first 100 test digits", rows)

    margins = margins.round(6)  # the last penalty's, as written, so that the measures are of these
    write("evaluate/sklearn-margins.csv",
          "the first 1,000 test digits by the classifiers of penalty 10",
          [row("label", *(f"margin of {digit}" for digit in range(10))),
           *(row(label, *numbers(ten_margins, ".6f"))
             for label, ten_margins in zip(test_labels, margins))])
    write("evaluate/sklearn-evaluation.csv",
          "the arg max of each row of sklearn-margins.csv; confusion rows are the truth",
          evaluation(margins, test_labels))
    measures.main()
    learners.main(x, labels, test)
    write("evaluate/sklearn-folds.csv",
          "the first 300 training digits in StratifiedKFold(3), penalty 10, out of fold",
          out_of_fold(x[:300], labels[:300], 10.0))


if __name__ == "__main__":
    main()
