"""scikit-learn's own classifiers, at settings that its guides would give a user for MNIST."""

import sys

import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.multiclass import OneVsRestClassifier
from sklearn.svm import SVC, LinearSVC

from contest import Contest, scaled

CLASSIFIERS = {
    "sklearn-lbfgs": lambda: OneVsRestClassifier(LogisticRegression(solver="lbfgs", max_iter=100)),
    "sklearn-newton": lambda: OneVsRestClassifier(LogisticRegression(solver="newton-cholesky")),
    "sklearn-softmax": lambda: LogisticRegression(solver="lbfgs", max_iter=100),
    "sklearn-ridge": lambda: RidgeClassifier(),
    "sklearn-linearsvc": lambda: LinearSVC(dual=False, tol=1e-2),
    "sklearn-svc": lambda: SVC(C=5, gamma="scale", cache_size=2000),
    "sklearn-boosting": lambda: HistGradientBoostingClassifier(),
}


def main(name):
    def predict(model, rows):
        return model.predict(rows)

    Contest(name).run(
        scaled, lambda rows, labels: CLASSIFIERS[name]().fit(rows, labels), predict,
        f"scikit-learn {sklearn.__version__}")


if __name__ == "__main__":
    main(sys.argv[1])
