"""XGBoost, histogram trees."""

import sys

import xgboost

from contest import Contest, scaled


def fit(rows, labels):
    return xgboost.XGBClassifier(n_estimators=200, max_depth=6, tree_method="hist").fit(rows, labels)


if __name__ == "__main__":
    Contest(sys.argv[1]).run(
        scaled, fit, lambda model, rows: model.predict(rows), f"xgboost {xgboost.__version__}",
        note=lambda model: "200 rounds, depth 6, tree_method hist, else as it comes")
