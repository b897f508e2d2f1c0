"""The driver of the benchmarks, tested without the contenders and their packages."""

import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path
from unittest import mock

BENCH = Path(__file__).parents[4] / "bench"
sys.path.append(str(BENCH))
import environments
import figure
import results


def row(seconds):
    return {"fit": seconds, "train": seconds, "saved": 9, "errors": 2, "first yes": None, "rate": 5000, "memory": 2 << 30,
            "digits": 60_000, "versions": "one 1.0", "note": ""}


def bench(*arguments):
    return subprocess.run([sys.executable, BENCH / "bench.py", *arguments], capture_output=True, text=True)


class BenchTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def test_an_unknown_name_gets_the_list(self):
        outcome = bench("logistic", "nonsense")
        self.assertEqual(outcome.returncode, 2)
        self.assertIn("there is no contender nonsense; there are: original, original-today, logistic,", outcome.stderr)

    def test_the_list_names_each_contender_and_marks_the_slow_ones(self):
        lines = bench("--list").stdout.splitlines()
        self.assertEqual([line.endswith("(slow)") for line in lines if line.startswith(("logistic ", "convnet "))],
                         [False, True])

    def test_the_paired_test_is_exact(self):
        for one, other, expected in (0, 0, 1), (3, 3, 1), (0, 5, 2 / 32), (1, 9, 2 * (1 + 10) / 1024), (9, 1, 22 / 1024):
            self.assertEqual(results.exact(one, other), expected)

    def test_the_page_has_ratios_failures_and_paired_tests(self):
        for name, content in (("t10k-labels-idx1-ubyte", bytes([0, 0, 8, 1, 0, 0, 0, 5, 7, 2, 1, 0, 4])),
                              ("original-today.txt", b"7\n0\n0\n0\n0\n"), ("logistic.txt", b"0\n2\n1\n0\n4\n")):
            (self.folder / name).write_bytes(content)
        rows = {"original-today": row(20), "logistic": row(2.5), "best": {"failed": "it ended with 1"}}
        with mock.patch.dict(os.environ, DIGITS_DATA=str(self.folder)):
            results.write(self.folder / "RESULTS.md", rows, None, self.folder)
        lines = (self.folder / "RESULTS.md").read_text().splitlines()
        (logistic,) = [line for line in lines if line.startswith("| `logistic`")]
        self.assertIn(" | - / 8.0 | 5,000 |", logistic)
        self.assertIn("- `best`: it ended with 1", lines)
        self.assertIn("- `original-today` alone is right on 1, `logistic` alone on 3: p = 0.62", lines)
        self.assertFalse([line for line in lines if line.startswith("| `best`")])
        self.assertFalse((self.folder / "RESULTS.md.part").exists())

    def test_a_dot_stands_where_its_logarithms_say(self):
        ten = row(10) | {"errors": 300}
        picture = xml.fromstring(figure.draw({"logistic": row(1) | {"errors": 900}, "sklearn-svc": ten, "smile-svm": ten,
                                              "features": row(100) | {"errors": 100}}))
        circles = [(float(part.get("cx")), float(part.get("cy"))) for part in picture.iter() if part.get("cx")]
        (left, top), (middle_x, middle_y), (right, bottom) = circles[2:]  # after those of the legend
        self.assertAlmostEqual(middle_x, (left + right) / 2, delta=0.11)
        self.assertAlmostEqual(middle_y, (top + bottom) / 2, delta=0.11)
        self.assertLess(left, right)
        self.assertLess(top, bottom)
        words = [part.text for part in picture.iter() if part.text and not part.text.isspace()]
        self.assertEqual(words[-4:], ["logistic 900", "features 100", "sklearn-svc", "smile-svm"])
        xml.fromstring(figure.draw({}))

    def test_a_name_without_room_is_left_out(self):
        crowd = ["sklearn-svc", "smile-svm", "xgboost", "convnet", "tribuo-sgd"]
        picture = figure.draw({name: row(10) | {"errors": 300} for name in crowd})
        self.assertEqual([f">{name}<" in picture for name in crowd], [True] * 3 + [False] * 2)

    def test_it_empties_only_an_environment_that_it_made(self):
        ours, foreign = self.folder / "ours", self.folder / "foreign"
        foreign.mkdir()
        (foreign / "kept").touch()
        environments.clear(ours)
        (ours / "link").symlink_to(foreign)
        (ours / "bin").mkdir()
        environments.clear(ours)
        self.assertEqual([part.name for part in ours.iterdir()], ["made-by-lab"])
        with self.assertRaisesRegex(SystemExit, f"{foreign} was not made by ./lab bench"):
            environments.clear(foreign)
        self.assertTrue((foreign / "kept").exists())


if __name__ == "__main__":
    unittest.main()
