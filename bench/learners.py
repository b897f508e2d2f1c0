"""What scikit-learn says about ridge regression, support vectors, components and scaling, see fixtures.py."""

import numpy as np
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler
from sklearn.svm import LinearSVC

from resources import numbers, row, write


def main(x, labels, test):
    """x and test are pixels divided by 255."""
    rows = [row("digit", "intercept", *(f"margin {i}" for i in range(100)))]
    for digit in range(10):
        ridge = Ridge(alpha=10, solver="cholesky").fit(x, np.where(labels == digit, 1.0, -1.0))
        rows.append(row(digit, *numbers([ridge.intercept_], ".8f"),
                        *numbers(ridge.predict(test[:100]), ".8f")))
    write("learn/sklearn-ridge.csv",
          "ridge regression, alpha 10, on the first 5,000 training digits, pixels divided by 255, "
          "targets +1 and -1; margins of the first 100 test digits", rows)

    rows = [row("digit", *(f"margin {i}" for i in range(100)))]
    for digit in range(10):
        svm = LinearSVC(C=1 / 50, dual=False, fit_intercept=False, tol=1e-10, max_iter=10_000)
        svm.fit(x, labels == digit)
        rows.append(row(digit, *numbers(svm.decision_function(test[:100]), ".8f")))
    write("learn/sklearn-svm.csv",
          "linear SVM, squared hinge, C 1/50, without intercept, on the first 5,000 training digits, pixels "
          "divided by 255; margins of the first 100 test digits", rows)

    first = x[:1000]
    components = PCA(5, svd_solver="full").fit_transform(first)
    write("features/sklearn-pca.csv",
          "the first 1,000 training digits, pixels divided by 255: every hundredth along 5 components",
          [row("digit", *(f"component {k}" for k in range(5))),
           *(row(i, *numbers(components[i], ".6f")) for i in range(0, 1000, 100))])
    scaled = StandardScaler().fit_transform(first)
    write("features/sklearn-scaled.csv",
          "the first 1,000 training digits, pixels divided by 255, scaled: every hundredth, 10 pixels",
          [row("digit", *(f"pixel {400 + k}" for k in range(10))),
           *(row(i, *numbers(scaled[i, 400:410], ".6f")) for i in range(0, 1000, 100))])
