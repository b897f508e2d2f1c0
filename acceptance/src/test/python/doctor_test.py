"""The reports of ./lab doctor on this machine's set-up and on broken ones. It changes neither."""

import os
import unittest
from pathlib import Path

from sandbox import PROJECT, VERSION, Outcome, SandboxTest

ROWS_OF_A_SCREEN = 24
ALL = """Java Maven Python Chromium Set-up Packages Front-ends Library Digits Memory Disk Kernel Loading Pictures Widgets
Plots Pad"""
OF_THE_USER = ".m2 .cache/ten-digits .ipython .jupyter .javacpp .local/share/jupyter"


def doctor(**environment):
    return Outcome([PROJECT / "lab", "doctor"], env={**os.environ, **environment})


def files():
    """Sizes and times of all files of the project, and of those that Java and Jupyter keep in the home folder."""
    folders = [Path.home() / name for name in OF_THE_USER.split()]
    folders += [part for part in PROJECT.iterdir() if part.name not in (".git", "acceptance")]
    paths = [os.path.join(top, name) for folder in folders for top, _, names in os.walk(folder) for name in names]
    return {path: (os.lstat(path).st_size, os.lstat(path).st_mtime_ns) for path in paths}


class DoctorTest(SandboxTest):
    def test_the_set_up_of_this_machine_is_well(self):
        foreign = self.folder / "foreign"
        foreign.mkdir()
        (foreign / "jupyter_client.py").write_text("raise ImportError('not this one')")
        before = files()
        outcome = doctor(LC_ALL="C", PYTHONPATH=str(foreign))
        self.well(outcome, "All is well.")
        for thing in ALL.split():
            self.assertRegex(outcome.output, f"(?m)^(ok|-) +{thing} ")
        for part in f"{VERSION}.jar", "60,000 training", "says: only 1 says yes", "JJava ":
            self.assertIn(part, outcome.output)
        self.assertLessEqual(len(outcome.lines), ROWS_OF_A_SCREEN)
        self.assertEqual(files(), before)

    def test_finds_a_damaged_digit_file_and_a_kernel_that_does_not_start(self):
        data = self.folder / "data"
        data.mkdir()
        for file in Path((PROJECT / ".lab/mnist.folder").read_text().strip()).iterdir():
            (data / file.name).symlink_to(file)
        (labels,) = data.glob("t10k-labels*")
        damaged = bytearray(labels.read_bytes())
        damaged[len(damaged) // 2] ^= 1
        labels.unlink()
        labels.write_bytes(damaged)
        outcome = doctor(DIGITS_DATA=str(data), JJAVA_JVM_OPTS="--nonsense")
        self.wrong(outcome, "Digits", labels.name, "unset DIGITS_DATA")
        self.wrong(outcome, "Kernel", "does not start", "--nonsense", "unset JJAVA_JVM_OPTS")
        self.assertEqual(labels.read_bytes(), damaged)


class DoctorOfAnotherTest(SandboxTest):
    """Java and Maven are stand-ins; Python is real but has no packages."""

    def setUp(self):
        super().setUp()
        self.sandbox.script("python3", f"exec '{PROJECT / '.venv/bin/python'}' -S \"$@\"")

    def test_looks_at_what_it_can_before_the_set_up(self):
        outcome = self.sandbox.lab("doctor")
        self.wrong(outcome, "Set-up", "python library mnist", "./lab setup")
        self.wrong(outcome, "Packages", "no working .venv", "./lab setup")
        self.wrong(outcome, "Library", f"there is no {self.sandbox.home}", "./lab setup")
        self.ok(outcome, "Java")
        self.ok(outcome, "Disk")
        self.assertRegex(outcome.output, "(?m)^- +Kernel ")
        self.assertEqual(self.sandbox.calls(), [])
        self.assertFalse((self.sandbox.project / ".lab").exists())
        self.assertEqual(list(self.sandbox.project.glob("tools/*cache*")), [])

    def test_finds_an_old_java_a_wrong_browser_and_a_damaged_jar(self):
        self.sandbox.set(FAKE_JAVA="16.0.2", CHROMIUM="/no/browser")
        self.sandbox.jar.parent.mkdir(parents=True)
        self.sandbox.jar.write_text("half a jar")
        outcome = self.sandbox.lab("doctor")
        self.wrong(outcome, "Java", "Java 16.0.2", "is too old", "17 or newer is needed")
        self.wrong(outcome, "Chromium", "/no/browser", "not a program")
        self.wrong(outcome, "Library", f"{self.sandbox.jar} is damaged", "delete it, then ./lab setup")


if __name__ == "__main__":
    unittest.main()
