"""The tools that ./lab needs, its messages when one is missing, and the commands it starts."""

import unittest

from sandbox import SandboxTest

# The arguments of ./lab, and how the last call begins; it ends with the arguments behind the command.
COMMANDS = [
    ("--no-browser --port 9999", "python -m jupyterlab --ServerApp.root_dir=."),
    ("run --save", "python tools/run.py"),
    ("record 01-train 02-test", "mvn -q -B -ntp -pl acceptance test-compile exec:java -Dexec.args="),
    ("bench original --digits 2000", "python bench/bench.py"),
    ("test -Dtest=DigitTest", "mvn -B -ntp verify"),
    ("torture -Dtorture.seed=5", "mvn -B -ntp -pl acceptance verify -Dtorture=long"),
]


class ToolsTest(SandboxTest):
    def test_names_what_is_missing(self):
        for tool, name, needed in ("java", "Java", "17"), ("mvn", "Maven", "3.8"), ("python3", "Python", "3.10"):
            with self.subTest(tool):
                self.sandbox.remove(tool)
                parts = f"{name} is missing; ", f"{needed} or newer is needed: https://"
                self.refused(self.sandbox.lab("setup"), *parts)
                self.wrong(self.sandbox.lab("doctor"), name, *parts)
                self.sandbox.add(tool)

    def test_names_what_is_too_old_and_takes_what_is_new_enough(self):
        for tool, found, needed in [("Java", "16.0.2", "17"), ("Java", "1.8.0_402", "17"), ("Maven", "3.6.3", "3.8"),
                                    ("Python", "3.9.18", "3.10"), ("Python", "2.7.18", "3.10")]:
            with self.subTest(found):
                self.sandbox.set(**{f"FAKE_{tool.upper()}": found})
                self.refused(self.sandbox.lab("setup"), f"{tool} {found}", "is too old; ", f"{needed} or newer is needed")
                del self.sandbox.environment[f"FAKE_{tool.upper()}"]
        self.sandbox.set(FAKE_JAVA="17", FAKE_MAVEN="3.8.1", FAKE_PYTHON="3.10.0")
        self.well(self.sandbox.lab("setup"))
        self.sandbox.set(FAKE_JAVA="25-ea", FAKE_MAVEN="4.0.0-rc-4", FAKE_PYTHON="3.14.0")
        self.well(self.sandbox.lab("setup"))

    def test_wants_a_compiler_venv_and_a_right_java_home(self):
        self.sandbox.set(FAKE_VENV="missing")
        self.refused(self.sandbox.lab("setup"), "Python 3.12.1 has no venv", "python3-venv")
        self.sandbox.remove("javac")
        self.refused(self.sandbox.lab("setup"), "Java 17.0.15", "has no compiler (javac)", "a JDK 17 or newer")
        self.sandbox.set(JAVA_HOME="/no/jdk")
        self.refused(self.sandbox.lab("setup"), "JAVA_HOME is /no/jdk", "no bin/java")

    def test_takes_the_java_of_java_home_first(self):
        jdk = self.folder / "other jdk"
        jdk.mkdir()
        (jdk / "bin").symlink_to(self.sandbox.tools)
        self.sandbox.set(JAVA_HOME=jdk)
        self.assertEqual(self.sandbox.lab("test").lines[0], f"tests run on Java 17.0.15 (Fake), {jdk}")

    def test_wants_maven_and_chromium_also_where_nothing_is_left_to_set_up(self):
        self.sandbox.remove("chromium")
        self.well(self.sandbox.lab("setup"))
        self.refused(self.sandbox.lab("record"), "Chromium is missing; ", "apt install chromium")
        self.sandbox.remove("mvn")
        for command in "record", "test", "torture":
            self.assertTrue(self.sandbox.lab(command).last.startswith("lab: Maven is missing; "), command)

    def test_takes_the_browser_that_is_named(self):
        self.sandbox.remove("chromium")
        self.sandbox.set(CHROMIUM=self.sandbox.tools / "javac")
        self.assertEqual(self.sandbox.echo("$CHROMIUM"), str(self.sandbox.tools / "javac"))
        self.sandbox.set(CHROMIUM="/no/browser")
        self.refused(self.sandbox.lab("record"), "CHROMIUM is /no/browser, which is not a program")

    def test_installs_chromium_where_it_may(self):
        self.sandbox.remove("chromium")
        self.sandbox.script("id", "echo 0")
        chromium = self.sandbox.tools / "chromium"
        self.sandbox.script("apt-get", f"echo \"apt-get $*\" >>\"$CALLS\"; cp -p '{self.sandbox.tools / 'javac'}' '{chromium}'")
        self.well(self.sandbox.lab("test"))
        first, second, *_, last = self.sandbox.calls()
        self.assertEqual((first, second), ("apt-get update", "apt-get install -y chromium"))
        self.assertTrue(last.startswith("mvn -B -ntp verify"))
        self.sandbox.lab("test")
        self.assertFalse([call for call in self.sandbox.calls() if call.startswith("apt-get")])


class CommandsTest(SandboxTest):
    def test_starts_what_the_command_says_and_passes_arguments_on(self):
        for arguments, begin in COMMANDS:
            with self.subTest(arguments):
                self.well(self.sandbox.lab(*arguments.split()))
                call = self.sandbox.calls()[-1]
                self.assertTrue(call.startswith(begin), call)
                passed = arguments if arguments.startswith("-") else arguments.split(" ", 1)[1]
                self.assertTrue(call.endswith(passed), call)
        self.sandbox.lab()
        self.assertIn("/lab/tree/work/01-train.ipynb", self.sandbox.calls()[-1])

    def test_torture_ends_as_its_tests_end(self):
        self.sandbox.lab("setup")
        self.sandbox.script("mvn", "case $1 in --version) echo 'Apache Maven 3.9.9' ;; *) exit 3 ;; esac")
        self.assertEqual(self.sandbox.lab("torture").status, 3)

    def test_help_names_every_command_and_sets_nothing_up(self):
        outcome = self.sandbox.lab("help")
        self.well(outcome)
        for command in "setup run record site bench doctor test torture help".split():
            self.assertIn(f"\n./lab {command} ", outcome.output)
        self.assertEqual(self.sandbox.calls(), [])
        self.refused(self.sandbox.lab("tset"), "there is no command 'tset': ./lab help lists them")


if __name__ == "__main__":
    unittest.main()
