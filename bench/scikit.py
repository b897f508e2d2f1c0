"""scikit-learn's own classifiers, at settings that its guides would give a user for MNIST."""

import sys

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.multiclass import OneVsRestClassifier
from sklearn.svm import SVC, LinearSVC

from contest import Contest, first_of, scaled

CLASSIFIERS = {
    "sklearn-lbfgs": lambda: OneVsRestClassifier(LogisticRegression(solver="lbfgs", max_iter=100)),
    "sklearn-newton": lambda: OneVsRestClassifier(LogisticRegression(solver="newton-cholesky")),
    "sklearn-softmax": lambda: LogisticRegression(solver="lbfgs", max_iter=100),
    "sklearn-ridge": lambda: RidgeClassifier(),
    "sklearn-linearsvc": lambda: LinearSVC(dual=False, tol=1e-2),
    "sklearn-svc": lambda: SVC(C=5, gamma="scale", cache_size=2000),
    "sklearn-boosting": lambda: HistGradientBoostingClassifier(),
}


# Those that are ten yes/no classifiers, each with a margin above 0 for yes.
TEN = "sklearn-lbfgs", "sklearn-newton", "sklearn-ridge", "sklearn-linearsvc"


def first_yes(model, rows):
    return first_of(model.decision_function(rows) > 0)


def note(model):
    """Its settings other than the defaults, and how far it went."""
    parts = getattr(model, "estimators_", [model])
    iterations = [np.max(part.n_iter_) for part in parts if getattr(part, "n_iter_", None) is not None]
    return " ".join(repr(model).split()) + (f", at most {max(iterations)} iterations" if iterations else "")


def main(name):
    Contest(name).run(
        scaled, lambda rows, labels: CLASSIFIERS[name]().fit(rows, labels),
        lambda model, rows: model.predict(rows), f"scikit-learn {sklearn.__version__}",
        first_yes if name in TEN else None, note)


if __name__ == "__main__":
    main(sys.argv[1])
