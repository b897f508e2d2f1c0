"""The messages and results of running notebooks without a browser. In all tests but one, a fake client answers in place of a kernel."""

import contextlib
import io
import socket
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import nbformat
from jupyter_client.connect import LocalPortCache
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

sys.path.append(str(Path(__file__).parents[4] / "tools"))
import run

SAVED = """{"nbformat": 4, "nbformat_minor": 5, "metadata": {"language_info": {"version": "17.0.15"},
 "authors": [{"name": "Ada"}]}, "cells": [{"cell_type": "code", "id": "a", "execution_count": 1, "source": "6 * 7",
 "metadata": {"execution": {"iopub.execute_input": "2026-11-24T10:00:00Z"}, "trusted": true, "tags": ["answer"]},
 "outputs": []}]}"""


class FakeClient:
    """A kernel that has answered a cell with outputs and possibly an error."""

    def __init__(self, error, *outputs):
        self.nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("a cell", outputs=list(outputs))])
        self.error = error

    def execute_cell(self, cell, at):
        if self.error:
            raise self.error


class RunTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        for name, file in (("WORK", "."), ("MODEL", "models.ser"), ("OURS", ".models.sha256")):
            patch = mock.patch.object(run, name, self.folder / file)
            patch.start()
            self.addCleanup(patch.stop)
        self.said = io.StringIO()
        self.enter(contextlib.redirect_stdout(self.said))
        self.enter(contextlib.redirect_stderr(self.said))

    def enter(self, context):
        context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)

    def write(self, name, text):
        (self.folder / name).write_text(text)
        return self.folder / name

    def end(self, *arguments):
        """Runs the script, which must fail; returns its message."""
        with mock.patch.object(sys, "argv", ["run.py", *map(str, arguments)]), self.assertRaises(SystemExit) as end:
            run.main()
        return str(end.exception)

    def failure(self, error, *traceback):
        """The message with which a failing cell ends the run."""
        output = nbformat.v4.new_output("error", ename="E", evalue="", traceback=list(traceback))
        with self.assertRaises((run.Failure, RuntimeError)) as failure:
            run.execute(FakeClient(error, output), 0, "a.ipynb, code cell 1")
        return str(failure.exception)

    def test_a_cell_shows_what_it_prints(self):
        printed = [nbformat.v4.new_output("stream", name=name, text=name + "\n") for name in ("stdout", "stderr")]
        run.execute(FakeClient(None, *printed), 0, "")
        self.assertEqual(self.said.getvalue(), "stdout\nstderr\n")

    def test_an_exception_or_what_the_compiler_says_is_shown_in_plain_words(self):
        error = CellExecutionError("", "E", "")
        self.assertEqual(
            self.failure(error, "\x1b[31mjava.lang.IllegalStateException: penalty is -1", "\tat REPL.run(REPL.java:1)"),
            "a.ipynb, code cell 1: penalty is -1")
        self.assertEqual(
            self.failure(error, "\x1b[1m|   int digit = \"five\";", "String cannot be converted to int"),
            "a.ipynb, code cell 1: |   int digit = \"five\";\nString cannot be converted to int")

    def test_a_cell_that_goes_on_for_ever_or_kills_the_kernel_is_named(self):
        self.assertEqual(self.failure(CellTimeoutError()), "a.ipynb, code cell 1: it did not finish within 600 seconds")
        self.assertEqual(self.failure(DeadKernelError()), "the kernel died in a.ipynb, code cell 1")

    def test_a_kernel_that_does_not_start_or_dies_ends_the_run_in_one_sentence(self):
        notebook = self.write("a.ipynb", SAVED)
        with mock.patch.object(run.NotebookClient, "setup_kernel", side_effect=RuntimeError("the kernel died")):
            self.assertEqual(self.end(notebook), "run: a.ipynb: the kernel died; run ./lab doctor to find the cause")

    def test_a_kernel_one_of_whose_ports_another_program_takes_is_started_again(self):
        with socket.socket() as other:
            choose, chosen = LocalPortCache.find_available_port, []

            def choose_and_lose(cache, address):
                chosen.append(choose(cache, address))
                if len(chosen) == 4:  # that of the heartbeat, without which JJava ends at once
                    other.bind((address, chosen[-1]))
                return chosen[-1]

            with mock.patch.object(LocalPortCache, "find_available_port", choose_and_lose):
                run.run(self.write("a.ipynb", SAVED.replace("6 * 7", "System.out.println(6 * 7);")), False)
        self.assertEqual(self.said.getvalue(), "== a.ipynb\n42\n")
        self.assertEqual(len(chosen), 10)

    def test_a_notebook_that_is_missing_or_damaged_is_named(self):
        self.assertEqual(self.end(self.folder / "none.ipynb"), "run: none.ipynb cannot be read: No such file or directory")
        self.assertEqual(self.end(self.write("bad.ipynb", "{}")), "run: bad.ipynb is not a notebook, or is damaged")

    def test_cleaning_takes_out_what_is_of_the_machine_and_the_hour_only(self):
        notebook = self.write("saved.ipynb", SAVED)
        with mock.patch.object(sys, "argv", ["run.py", "--clean", str(notebook)]):
            run.main()
        text = notebook.read_text()
        for kept in '"display_name": "Java (jjava)"', '"answer"', '"execution_count": 1', '"Ada"':
            self.assertIn(kept, text)
        for gone in "17.0.15", "iopub", "trusted":
            self.assertNotIn(gone, text)
        self.assertTrue(text.endswith("}\n"))
        again = run.version_of(notebook)
        run.write(run.read(notebook), notebook, again)
        self.assertEqual(notebook.read_text(), text)

    def test_a_notebook_that_was_changed_meanwhile_is_not_written_over(self):
        path = self.write("edited.ipynb", SAVED)
        before, notebook = run.version_of(path), run.read(path)
        path.unlink()
        self.write("edited.ipynb", "edited meanwhile")
        with self.assertRaisesRegex(run.Failure, "edited.ipynb was changed while it ran"):
            run.write(notebook, path, before)
        self.assertEqual([file.name for file in self.folder.iterdir()], ["edited.ipynb"])
        self.assertEqual(path.read_text(), "edited meanwhile")

    def test_a_model_that_somebody_else_has_made_is_kept(self):
        self.write("models.ser", "the user's")
        self.assertEqual([run.keep_model().name, run.keep_model().name], ["models-1.ser", "models-2.ser"])
        self.assertEqual((self.folder / "models-1.ser").read_text(), "the user's")
        run.OURS.write_text(run.checksum(run.MODEL))
        self.assertIsNone(run.keep_model())

    def test_training_that_writes_a_model_is_followed_by_the_test(self):
        self.write("models.ser", "the user's")
        ran = self.train(lambda: self.write("models.new", "new").replace(run.MODEL))
        self.assertEqual(ran, ["01-train.ipynb", "02-test.ipynb"])
        self.assertEqual(run.OURS.read_text(), run.checksum(run.MODEL))
        self.assertEqual((self.folder / "models-1.ser").read_text(), "the user's")
        self.assertIn("the previous models.ser is now models-1.ser", self.said.getvalue())

    def test_training_that_writes_none_is_a_failure_and_leaves_the_old_one(self):
        self.write("models.ser", "an old one")
        with self.assertRaisesRegex(run.Failure, "^01-train.ipynb ended without writing models.ser$"):
            self.train(lambda: None)
        self.assertEqual([file.name for file in self.folder.iterdir()], ["models.ser"])

    def train(self, work):
        """Trains and tests with a stand-in for the first notebook; returns the names of the notebooks that ran."""
        ran = []

        def one(path, _):
            ran.append(path.name)
            if path.name == "01-train.ipynb":
                work()

        with mock.patch.object(run, "run", one):
            run.train_and_test(False)
        return ran


if __name__ == "__main__":
    unittest.main()
