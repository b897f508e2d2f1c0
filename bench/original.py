"""The original: ten scikit-learn LogisticRegression(tol=0.1), one a digit, on raw 0-255 pixels.

Run it with `bench/run original` (the scikit-learn it was written for) or `bench/run original-today`.
"""

import pickle
import platform
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import scipy
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

import mnist


def main():
    where = mnist.folder(sys.argv[1:])
    pixels, labels = mnist.load(where, "train")
    test_pixels, test_labels = mnist.load(where, "t10k")
    x, test = pixels.astype(np.float64), test_pixels.astype(np.float64)

    # Some or all stop at the limit of 100 iterations; the iterations printed below tell.
    warnings.simplefilter("ignore", ConvergenceWarning)
    start = time.perf_counter()
    ten = [LogisticRegression(tol=0.1, solver="lbfgs").fit(x, labels == digit) for digit in range(10)]
    seconds = time.perf_counter() - start

    models = Path(__file__).parent / "target" / "models.pkl"
    models.parent.mkdir(exist_ok=True)
    models.write_bytes(pickle.dumps(ten))

    margins = np.column_stack([classifier.decision_function(test) for classifier in ten])
    yes = np.column_stack([classifier.predict(test) for classifier in ten])
    count = yes.sum(axis=1)
    first = np.where(count > 0, yes.argmax(axis=1), -1)  # -1: nobody says yes, which is never right

    print(f"training: {seconds:.1f} s")
    print(f"test error (arg max): {percent(margins.argmax(axis=1) != test_labels)}")
    print(f"test error (first yes): {percent(first != test_labels)}")
    print(f"nobody says yes: {percent(count == 0)}; several say yes: {percent(count > 1)}")
    print("iterations:", *(classifier.n_iter_[0] for classifier in ten))
    print(f"models.pkl: {models.stat().st_size:,} bytes")
    print(f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, scipy {scipy.__version__}, "
          f"Python {platform.python_version()}")


def percent(wrong):
    return f"{100 * wrong.mean():.2f} %"


if __name__ == "__main__":
    main()
