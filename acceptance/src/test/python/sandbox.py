"""A copy of ./lab and its inputs, with scripts in place of Java, Maven, Python and npm."""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).parents[4]
TOOLS = PROJECT / "acceptance/src/test/resources/tools"
FILES = ["lab", "requirements.txt", "pom.xml", "lib/core/pom.xml", "lib/notebook/pom.xml", "tools/doctor.py", "tools/kernel.py"]
SYSTEM_TOOLS = """bash cat cksum cp dirname find grep gzip id ls mkdir mv readlink rm sed sleep sort tail tar tee touch"""
GROUP, VERSION = re.findall("(?m)^  <(?:groupId|version)>(.*)</", (PROJECT / "pom.xml").read_text())


def copy_project(folder):
    """Copies the project without what has been installed, built or run in it."""
    left_out = shutil.ignore_patterns(".git", ".venv*", ".lab", "target", "work", "__pycache__")
    shutil.copytree(PROJECT, folder, ignore=left_out)


class Outcome:
    """The result of a command: its exit status and its output, standard output and errors together."""

    def __init__(self, command, **options):
        done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=300, **options)
        self.status, self.output = done.returncode, done.stdout
        self.lines = self.output.splitlines()
        self.last = self.lines[-1] if self.lines else ""


class Sandbox:
    """The folders have spaces in their names. The tools log their calls."""

    def __init__(self, folder):
        self.project, self.home = folder / "ten digits", folder / "a home"
        self.tools, self.elsewhere = folder / "jdk and more/bin", folder / "elsewhere"
        self.jar, *self.others = [self.home / f".m2/repository/{GROUP.replace('.', '/')}/{module}/{VERSION}/{module}-{VERSION}.jar"
                                  for module in ("digits-core", "digits-paper", "jjava-widgets", "jjava-tablesaw", "digits-lib")]
        self.written = folder / "calls"
        system = folder / "system"
        for made in self.project, self.home, self.tools, self.elsewhere, system:
            made.mkdir(parents=True)
        for file in FILES:
            (self.project / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / file, self.project / file)
        self.write("lib/core/src/main/java/Digit.java", "class Digit {}\n")
        for tool in SYSTEM_TOOLS.split():
            (system / tool).symlink_to(shutil.which(tool))
        for tool in "java", "mvn", "python3":
            self.add(tool)
        for tool in "javac", "chromium":
            self.script(tool, "exit 0")
        self.environment = {"PATH": f"{self.tools}:{system}", "HOME": str(self.home), "CALLS": str(self.written),
                            "REAL_PYTHON": sys.executable}

    def add(self, tool):
        """Adds one of the stand-ins to the path."""
        shutil.copy2(TOOLS / tool, self.tools / tool)

    def script(self, tool, line):
        """Adds a one-line tool to the path."""
        (self.tools / tool).write_text(f"#!/bin/sh\n{line}\n")
        (self.tools / tool).chmod(0o755)

    def remove(self, tool):
        (self.tools / tool).unlink()

    def set(self, **variables):
        self.environment.update({name: str(value) for name, value in variables.items()})

    def write(self, file, text):
        (self.project / file).parent.mkdir(parents=True, exist_ok=True)
        (self.project / file).write_text(text)

    def lab(self, *arguments, script=None):
        """Runs the script, optionally through another name such as a link."""
        self.written.write_text("")
        return Outcome([script or self.project / "lab", *arguments], env=self.environment, cwd=self.elsewhere)

    def echo(self, what):
        """What a program started by the script sees, such as the value of a variable."""
        self.lab("setup")
        self.script("mvn", f"echo 'Apache Maven 3.9.9'; echo \"{what}\"")
        return self.lab("test").last

    def calls(self):
        """The calls of the last run, without those that only ask for a version."""
        return [call for call in self.written.read_text().splitlines()
                if not call.endswith(("version", "--folder")) and not call.startswith("python -c")]


class SandboxTest(unittest.TestCase):
    """A test with a sandbox."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name).resolve()
        self.sandbox = Sandbox(self.folder / "sandbox")

    def well(self, outcome, last=None):
        """Checks that a command succeeded, with this last line."""
        self.assertEqual(outcome.status, 0, outcome.output)
        if last:
            self.assertEqual(outcome.last, last)

    def refused(self, outcome, *parts):
        """Checks that a command did nothing but give the reason in one sentence with these parts."""
        self.assertEqual((outcome.status, len(outcome.lines)), (1, 1), outcome.output)
        for part in ("lab: ", *parts):
            self.assertIn(part, outcome.last)

    def wrong(self, outcome, thing, *parts):
        """Checks that ./lab doctor reports a problem with a thing, in a line with these parts."""
        self.assertEqual(outcome.status, 1, outcome.output)
        lines = [line for line in outcome.lines if line.split()[:2] == ["WRONG", thing]]
        self.assertEqual([[part in line for part in parts] for line in lines], [[True] * len(parts)], outcome.output)
        self.assertTrue(outcome.last.startswith("Something is wrong"))
        self.assertNotIn("Traceback", outcome.output)

    def ok(self, outcome, thing):
        self.assertRegex(outcome.output, f"(?m)^ok +{thing} ")
