"""What every contender in Python does alike: reads the digits, takes the times, reports in one line."""

import json
import os
import pickle
import platform
import time
import warnings
from pathlib import Path

import numpy as np

import mnist

TARGET = Path(__file__).parent / "target"
LEAST_SECONDS = 1.0
AGREE = 0.05  # from round to round, as a share
MOST_ROUNDS = 20


class Contest:
    """One contender: digits in, one line of JSON out."""

    def __init__(self, name):
        self.name = name
        where = mnist.folder([])
        pixels, labels = mnist.load(where, "train")
        count = int(os.environ.get("BENCH_DIGITS") or len(pixels))
        self.pixels, self.labels = pixels[:count], labels[:count]
        self.test_pixels, self.test_labels = mnist.load(where, "t10k")
        # What a peer says about its own convergence goes into the row, not onto the screen.
        warnings.simplefilter("ignore")

    def run(self, features, fit, predict, versions, first_yes=None, note=lambda model: ""):
        """features(pixels) -> rows; fit(rows, labels) -> model; predict(model, rows) -> labels."""
        start = time.perf_counter()
        rows = features(self.pixels)
        mapped = time.perf_counter()
        model = fit(rows, self.labels)
        fitted = time.perf_counter()
        TARGET.mkdir(exist_ok=True)
        (TARGET / f"{self.name}.pkl").write_bytes(pickle.dumps(model))
        saved = time.time() - float(os.environ.get("BENCH_START") or "nan")

        predicted = np.asarray(predict(model, features(self.test_pixels))).astype(int)
        (TARGET / f"{self.name}.txt").write_text("\n".join(map(str, predicted)) + "\n")
        first = first_yes(model, features(self.test_pixels)) if first_yes else None
        print(json.dumps({
            "fit": fitted - mapped,
            "train": fitted - start,
            "saved": saved,
            "digits": len(self.pixels),
            "errors": int((predicted != self.test_labels).sum()),
            "first yes": None if first is None else int((first != self.test_labels).sum()),
            "rate": self.settled(lambda: predict(model, features(self.test_pixels))),
            "versions": f"{versions}, numpy {np.__version__}, {blas()}, Python {platform.python_version()}",
            "note": note(model),
        }))

    def settled(self, predict):
        """Digits a second, bytes to answers, once three rounds agree."""
        rate = agreed = 0
        for _ in range(MOST_ROUNDS):
            before, rate = rate, self.rate(predict)
            agreed = agreed + 1 if abs(rate - before) <= AGREE * rate else 0
            if agreed == 2:
                break
        return rate

    def rate(self, predict):
        """Digits a second, in one round."""
        rounds, start = 0, time.perf_counter()
        while time.perf_counter() - start < LEAST_SECONDS:
            predict()
            rounds += 1
        return rounds * len(self.test_pixels) / (time.perf_counter() - start)


def blas():
    found = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    return f"{found['name']} {found['version']}"


def first_of(yes):
    """The first of ten that says yes; -1 where nobody does, which is never right."""
    return np.where(yes.any(axis=1), yes.argmax(axis=1), -1)


def scaled(pixels):
    """Pixels divided by 255, float32: what the peers' own guides begin with."""
    return pixels.astype(np.float32) / np.float32(255)
