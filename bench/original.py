"""The original: ten scikit-learn LogisticRegression(tol=0.1), one a digit, on raw 0-255 pixels."""

import sys

import numpy as np
import scipy
import sklearn
from sklearn.linear_model import LogisticRegression

from contest import Contest, first_of


def fit(x, labels):
    return [LogisticRegression(tol=0.1, solver="lbfgs").fit(x, labels == digit) for digit in range(10)]


def arg_max(ten, x):
    return np.column_stack([classifier.decision_function(x) for classifier in ten]).argmax(axis=1)


def first_yes(ten, x):
    return first_of(np.column_stack([classifier.predict(x) for classifier in ten]))


def note(ten):
    iterations = [classifier.n_iter_[0] for classifier in ten]
    return f"{min(iterations)} to {max(iterations)} iterations, the limit is 100"


if __name__ == "__main__":
    Contest(sys.argv[1]).run(
        lambda pixels: pixels.astype(np.float64), fit, arg_max,
        f"scikit-learn {sklearn.__version__}, scipy {scipy.__version__}", first_yes, note)
